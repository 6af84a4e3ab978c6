import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { NEWEST } from '../host/releases';
import { ClaimsPage } from './claims-page';
import { eventually } from './eventually';
import { LabPage } from './lab-page';
import { ReaderPage } from './reader-page';
import { Screenshots } from './screenshots';
import { Session } from './session';
import { testId } from './webview-frame';
import type { Workbench } from './workbench';

const RUN_LIMIT_MS = 60_000;
const STATEMENT = 'requires fewer HBM accesses than standard attention';

/** A walk from a claim to what was measured of it, and through the table of all claims. */
describe('claims', function () {
  this.bail(true);
  let session: Session;
  let workbench: Workbench;
  let reader: ReaderPage;
  let lab: LabPage;
  let claims: ClaimsPage;
  let screenshots: Screenshots;

  /** The entry of the Reader that holds words. */
  const entry = async (words: string) => (await reader.part('claims')).locator('.claim').filter({ hasText: words });

  before(async () => {
    session = await Session.start(NEWEST, { extension: 'development' });
    screenshots = new Screenshots(session.workspace, NEWEST);
    workbench = await session.open();
    reader = new ReaderPage(workbench);
    lab = new LabPage(workbench);
    claims = new ClaimsPage(workbench);
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.leaveTrace('claims-failed');
  });

  after(() => session.end());

  it('are in the Reader, and say that nothing was measured yet', async () => {
    await workbench.openContainer('Lectern');
    await (await workbench.tree('Papers').reveal(/^FlashAttention/)).click();
    const statement = await entry(STATEMENT);
    await statement.getByText('No run kept yet.').waitFor();
    const marks = await (await reader.part('abstract')).evaluate(() => [...(CSS.highlights.get('lectern-claims') ?? [])].map(String));
    assert.deepEqual(marks, ['15%', '3times', '2.4times', '0.7', '6.4 points', '61.4%', '63.1%']);
    assert.match(await (await entry('3times')).first().innerText(), /3×/);
    assert.match(await (await entry('0.7 better perplexity')).first().innerText(), /Not measured here/);
  });

  it('stand beside what a kept run measured, and no speed of a software adapter does', async () => {
    await (await entry(STATEMENT)).locator(testId('run-for-claim')).click();
    await (await lab.part('run')).waitFor();
    await lab.run(RUN_LIMIT_MS);
    await lab.press('keep-run');
    const statement = await entry(STATEMENT);
    await statement.locator(`${testId('beside')}[data-state="measured"]`).waitFor();
    const words = await statement.locator(testId('measured')).innerText();
    const [, times] = /^([\d.]+) times fewer accesses/.exec(words) ?? [];
    assert.ok(Number(times) > 1, words);
    assert.match(words, /SwiftShader \(software\)/);
    const refused = (await reader.part('claims')).locator(`${testId('beside')}[data-state="refused"]`);
    assert.match(await refused.innerText(), /software adapter, whose times are not comparable/);
    await statement.scrollIntoViewIfNeeded();
    await screenshots.take(workbench, 'claims-reader');
  });

  it('are one click away from the run', async () => {
    await (await entry(STATEMENT)).locator(testId('run-of-claim')).click();
    await workbench.editor('run.json').waitFor();
  });

  it('are all in a table that the keyboard sorts', async () => {
    await workbench.command('Lectern: Show Claims');
    await (await claims.part('claims')).waitFor();
    assert.equal(await claims.sorted('paper'), 'ascending');
    await (await claims.part('sort-value')).focus();
    await workbench.page.keyboard.press('Enter');
    await eventually('it is sorted by value', () => claims.sorted('value'), (state) => state === 'descending');
    assert.equal((await claims.values())[0]?.trim(), 'at least 400×');
    await workbench.page.keyboard.press('Enter');
    await eventually('the focus stayed on the heading', () => claims.sorted('value'), (state) => state === 'ascending');
    assert.match(await (await claims.part('claims-status')).innerText(), /\d+ claims in 42 papers.*by value, ascending/);
    await screenshots.take(workbench, 'claims-table');
  });

  it('are corrected in place, in a file of the folder', async () => {
    await (await claims.part('claims-filter')).fill('gpt-2 flashattention speedup 3times');
    const left = await eventually('those of one sentence are left', () => claims.values(), (values) => values.length === 3);
    const index = left.findIndex((value) => value.startsWith('3×'));
    await (await claims.part(`correct-${index}`)).click();
    await workbench.quickPick.pick('Metric');
    await workbench.quickPick.input.fill('GPT-2 training');
    await workbench.quickPick.accept();
    await eventually('the table shows it', async () => (await claims.part('claims')).innerText(), (text) => text.includes('GPT-2 training'));
    const folder = path.join(session.workspace, '.lectern', 'claims');
    assert.deepEqual((await readdir(folder)).filter((name) => !name.endsWith('.lock')), ['flashattention.json']);
    assert.match(await readFile(path.join(folder, 'flashattention.json'), 'utf8'), /"metric": "GPT-2 training"/);
  });

  it('lead to their sentence in the Reader', async () => {
    await (await claims.part('claims-filter')).fill('flashattention perplexity 0.7');
    await eventually('those of its sentence are left, the least first', () => claims.values(), (values) => values.length === 4 && values[0] === '0.7');
    await (await claims.part('claim-0')).focus();
    await workbench.page.keyboard.press('Enter');
    const found = await entry('0.7 better perplexity');
    await eventually('the claim has the focus', () => found.first().evaluate((element) => element.ownerDocument.activeElement?.textContent ?? ''), (text) => text.includes('perplexity'));
  });

  it('are as they were shown when their tab is shown again, and after a reload', async () => {
    await workbench.tab('Claims').click();
    assert.equal(await (await claims.part('claims-filter')).inputValue(), 'flashattention perplexity 0.7');
    await eventually('as they were sorted', () => claims.sorted('value'), (state) => state === 'ascending');
    await workbench.reload();
    await workbench.tab('Claims').click();
    await (await claims.part('claims')).waitFor();
  });
});
