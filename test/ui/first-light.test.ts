import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { NEWEST } from '../host/releases';
import { eventually } from './eventually';
import { LabPage } from './lab-page';
import { ReaderPage } from './reader-page';
import { Screenshots } from './screenshots';
import { Session } from './session';
import type { Workbench } from './workbench';

const FLASH = 'FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness';
const PAPERS = 42;
const RUN_LIMIT_MS = 60_000;

/** One walk of a new user through the whole of Lectern: each step stands on the one before, so it ends at the first that fails. */
describe('first light', function () {
  this.bail(true);
  let session: Session;
  let workbench: Workbench;
  let reader: ReaderPage;
  let lab: LabPage;
  let screenshots: Screenshots;

  const look = (opened: Workbench): void => {
    workbench = opened;
    reader = new ReaderPage(workbench);
    lab = new LabPage(workbench);
  };
  const files = (folder: string): Promise<readonly string[]> => readdir(path.join(session.workspace, folder)).catch(() => []);

  before(async () => {
    session = await Session.start(NEWEST, { extension: 'development' });
    screenshots = new Screenshots(session.workspace, NEWEST);
    look(await session.open());
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.leaveTrace('first-light-failed');
  });

  after(() => session.end());

  it('shows the papers of the bundled digest in the Lectern container', async () => {
    await workbench.openContainer('Lectern');
    const papers = workbench.tree('Papers');
    await papers.rows.first().waitFor();
    const [digest, first] = await papers.texts();
    assert.equal(digest?.description, String(PAPERS));
    assert.equal(first?.level, 2);
    assert.equal(await papers.rows.nth(1).getAttribute('aria-setsize'), String(PAPERS));
    await workbench.badge('Lectern').filter({ hasText: new RegExp(`^${PAPERS}$`) }).waitFor();
    await screenshots.take(workbench, 'papers');
  });

  it('groups the papers by year', async () => {
    const papers = workbench.tree('Papers');
    await papers.titleAction('Group Papers By');
    await workbench.quickPick.pick('Year');
    const years = await eventually(
      'groups are years',
      async () => (await papers.texts()).filter(({ level }) => level === 1),
      (groups) => groups.length > 0 && groups.every(({ label }) => /^\d{4}$/.test(label)),
    );
    assert.ok(years.length > 0);
    await screenshots.take(workbench, 'by-year');
  });

  it('narrows the tree while a filter is typed, and shows all again with one click', async () => {
    const papers = workbench.tree('Papers');
    const described = (text: RegExp) => papers.description().filter({ hasText: text }).waitFor();
    await workbench.command('Lectern: Filter Papers');
    await workbench.quickPick.input.fill('length generalization');
    await described(/“length generalization”: \d+ of 42/);
    await workbench.quickPick.accept();
    await papers.row(/^LM-Infinite/).waitFor();

    await workbench.command('Lectern: Filter Papers');
    await workbench.quickPick.input.fill('zzzzqqqq');
    await papers.pane.getByText('No paper matches the filter.').waitFor();
    await workbench.quickPick.dismiss();
    await described(/“length generalization”/);
    await screenshots.take(workbench, 'filter');

    await papers.titleAction('Clear Filter');
    await eventually('all papers are back', () => papers.texts(), ([year]) => year?.label === '2025' && year.description === '14');
  });

  it("stars a paper by the row's own button", async () => {
    const papers = workbench.tree('Papers');
    await papers.reveal(/^HAPO/);
    await papers.inlineAction(/^HAPO/, 'Star Paper');
    await papers.row(/^HAPO/, '★').waitFor();
    await papers.inlineAction(/^HAPO/, 'Remove Star');
    await eventually('the star is gone', () => papers.row(/^HAPO/, '★').count(), (count) => count === 0);
  });

  it('finds FlashAttention although the query has a typo', async () => {
    await workbench.command('Lectern: Search Papers');
    await workbench.quickPick.input.fill('flsh attention');
    const found = await eventually(
      'FlashAttention is the best hit',
      () => workbench.quickPick.labels(),
      ([best]) => best?.startsWith(FLASH) ?? false,
    );
    assert.match(found[0] ?? '', /found as/, 'the row says why it matched');
    await screenshots.take(workbench, 'search');
  });

  it('opens the best hit in the Reader', async () => {
    await workbench.quickPick.accept();
    assert.equal((await reader.text('title')).trim(), FLASH);
    assert.match(await reader.text('abstract'), /IO-aware exact attention algorithm that uses tiling/);
    await workbench.tab('flashattention').waitFor();
    await screenshots.take(workbench, 'reader');
  });

  it('keeps a reading status and a star', async () => {
    await reader.press('status-reading');
    await reader.press('star');
    const row = await workbench.tree('Papers').reveal(FLASH);
    await row.filter({ hasText: '★' }).waitFor();
    assert.match((await row.getAttribute('aria-label')) ?? '', /reading, starred/);
    await screenshots.take(workbench, 'status');
  });

  it('opens the demo in the Lab beside the paper', async () => {
    await reader.press('demo-flash-attention');
    await workbench.tab('Lab: FlashAttention').waitFor();
    await (await lab.part('run')).waitFor();
    assert.equal(await workbench.page.locator('.editor-group-container').count(), 2, 'the paper stays in view');
    await screenshots.take(workbench, 'lab');
  });

  it('runs the demo on the software adapter and passes every numeric and invariant check', async () => {
    const checks = await lab.run(RUN_LIMIT_MS);
    const decided = checks.filter(({ kind }) => kind !== 'claim');
    assert.ok(decided.some(({ kind }) => kind === 'numeric') && decided.some(({ kind }) => kind === 'invariant'));
    assert.deepEqual(decided.filter(({ verdict }) => verdict !== 'pass'), []);
    await (await lab.part('verdict')).scrollIntoViewIfNeeded();
    await screenshots.take(workbench, 'run');
  });

  it('keeps the run as a record in the folder', async () => {
    await lab.press('keep-run');
    const [run] = await eventually('one run is kept', () => files('.lectern/runs'), (runs) => runs.length === 1);
    const record = await eventually(
      'its record is written, last of its files',
      () => readFile(path.join(session.workspace, '.lectern', 'runs', run ?? '', 'run.json'), 'utf8').catch(() => ''),
      (text) => text !== '',
    );
    assert.equal((JSON.parse(record) as { readonly demo?: string }).demo, 'flash-attention');
    await workbench.tree('Notes and Runs').row('Runs').waitFor();
    await screenshots.take(workbench, 'kept');
  });

  it("adds the run's table to the paper's note", async () => {
    await lab.press('add-to-note');
    await eventually('the note is there', () => files('notes'), (names) => names.includes('flashattention.md'));
    const note = await eventually(
      'the note holds the run',
      () => readFile(path.join(session.workspace, 'notes', 'flashattention.md'), 'utf8'),
      (text) => text.includes('.lectern/runs/'),
    );
    assert.match(note, /^---\n[^]*paper: flashattention\n/);
    assert.match(note, /\|.*\|\n\|[ :|-]+\|\n/, 'as a Markdown table');
    assert.equal((await files('.lectern/runs')).length, 1, 'the run is not kept twice');
    await screenshots.take(workbench, 'note');
  });

  it('restores the Reader and the Lab when the window is reloaded', async () => {
    await workbench.page.reload();
    await workbench.ready();
    assert.equal((await reader.text('title')).trim(), FLASH);
    await (await lab.part('run')).waitFor();
    await screenshots.take(workbench, 'reloaded');
  });

  it('finds status, star, note and run again after the server was restarted', async () => {
    await session.requests.outside(); // answers that a closing window would cut off
    await workbench.page.close();
    await session.restart();
    look(await session.open());
    await workbench.openContainer('Lectern');
    const row = await workbench.tree('Papers').reveal(FLASH);
    await row.filter({ hasText: '★' }).waitFor();
    assert.match((await row.getAttribute('aria-label')) ?? '', /reading, starred/);
    assert.equal(await reader.isSet('status-reading'), true);
    assert.equal(await reader.isSet('star'), true);

    const records = workbench.tree('Notes and Runs');
    await records.expand('Notes');
    await records.reveal(FLASH, 'notes/flashattention.md');
    await records.expand('Runs');
    await records.reveal(/\d/, /\d+ passed/);
    await screenshots.take(workbench, 'restarted');
  });

  // Last, since VS Code in a browser saves what is open some seconds late: a reload right after would not be told of it.
  it("shows the run in VS Code's own preview of the note", async () => {
    const records = workbench.tree('Notes and Runs');
    await records.expand('Notes');
    await (await records.reveal(FLASH, 'notes/flashattention.md')).click();
    await workbench.editor('notes/flashattention.md').waitFor();
    await workbench.command('Markdown: Open Preview');
    const preview = await workbench.webview('.markdown-body table');
    const run = preview.getByRole('heading', { name: /^Run: FlashAttention/ });
    await run.evaluate((heading) => heading.scrollIntoView());
    assert.ok((await preview.getByRole('cell', { name: 'passed', exact: true }).count()) > 10, 'with the verdict of every check');
    await screenshots.take(workbench, 'preview');
  });

  it('asks no host but this machine for anything', async () => {
    assert.ok(session.requests.count > 0, 'requests were seen at all');
    assert.deepEqual(await session.requests.outside(), []);
    assert.ok(await session.connections.includeExtensionHost(), 'the extension host was watched');
    assert.deepEqual(await session.connections.outside(), []);
  });
});
