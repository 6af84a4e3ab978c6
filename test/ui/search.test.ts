import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { NEWEST } from '../host/releases';
import { eventually } from './eventually';
import { Screenshots } from './screenshots';
import { Session } from './session';
import type { Workbench } from './workbench';

/** A walk through the search: each step stands on the one before. */
describe('the search', function () {
  this.bail(true);
  let session: Session;
  let workbench: Workbench;
  let screenshots: Screenshots;

  const labels = (what: string, holds: (labels: readonly string[]) => boolean) => eventually(what, () => workbench.quickPick.labels(), holds);

  before(async () => {
    session = await Session.start(NEWEST, { extension: 'development' });
    await mkdir(path.join(session.workspace, 'notes'), { recursive: true });
    await writeFile(path.join(session.workspace, 'notes', 'tiling.md'), '---\npaper: flashattention\n---\n# On tiling\n\nBlocks of keys stay in fast memory, so that flash attention reads little.\n');
    screenshots = new Screenshots(session.workspace, NEWEST);
    workbench = await session.open();
    await workbench.openContainer('Lectern');
    await workbench.tree('Papers').rows.first().waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.leaveTrace('search-failed');
  });

  after(() => session.end());

  it('finds papers and notes, each under its heading', async () => {
    await workbench.command('Lectern: Search Papers');
    await workbench.quickPick.input.fill('flash attention');
    const found = await labels('the note is found', (all) => all.some((label) => label.startsWith('On tiling')));
    assert.match(found[0] ?? '', /^FlashAttention/);
    await workbench.quickPick.says(/^Notes$/u);
    await screenshots.take(workbench, 'search-kinds');
  });

  it('understands facets, and says how', async () => {
    await workbench.quickPick.input.fill('status:unread year:2024 -mamba');
    await workbench.quickPick.says('status unread · of 2024 · without “mamba”');
    const found = await labels('papers are listed', (all) => all.length > 5);
    assert.ok(found.every((label) => label.includes('2024') && !/mamba/i.test(label)));
  });

  it('offers to leave something out when nothing was found', async () => {
    await workbench.quickPick.input.fill('attention status:read');
    await (await workbench.quickPick.option('Nothing was found')).waitFor();
    await screenshots.take(workbench, 'search-nothing');
    await (await workbench.quickPick.option('Search without status:read')).click();
    await labels('papers are found', (all) => all.length > 3);
  });

  it('saves a search, and has it there when nothing is typed', async () => {
    await workbench.quickPick.input.fill('status:unread year:2024');
    await workbench.quickPick.widget.getByRole('button', { name: 'Save this search' }).click();
    await workbench.quickPick.says(/^Save Search$/u);
    await workbench.quickPick.input.fill('To read of 2024');
    await workbench.quickPick.accept();
    const file = path.join(session.workspace, '.lectern', 'searches.json');
    const text = await eventually('the file is there', () => readFile(file, 'utf8').catch(() => ''), (written) => written !== '');
    assert.match(text, /"name": "To read of 2024"/);
    await labels('the search is back', (all) => all.length > 5);
    assert.equal(await workbench.quickPick.input.inputValue(), 'status:unread year:2024');
    await workbench.quickPick.widget.getByRole('button', { name: 'Clear the search' }).click();
    await labels('the saved search comes first', ([first]) => first?.startsWith('To read of 2024') ?? false);
    await screenshots.take(workbench, 'search-saved');
  });

  it('narrows the tree by it', async () => {
    await (await workbench.quickPick.option('To read of 2024')).click();
    await labels('papers are listed', (all) => all.length > 5);
    await workbench.quickPick.widget.getByRole('button', { name: 'Filter the Papers view by this search' }).click();
    await workbench.tree('Papers').description().filter({ hasText: '“status:unread year:2024”: 17 of 42' }).waitFor();
  });

  it('has what was typed last, and opens beside the editor with Ctrl+Enter', async () => {
    await workbench.command('Lectern: Search Papers');
    await labels('the last search is there again', (all) => all.length > 5);
    assert.equal(await workbench.quickPick.input.inputValue(), 'status:unread year:2024');
    await workbench.quickPick.input.fill('hapo');
    await labels('HAPO is the best hit', ([best]) => best?.startsWith('HAPO') ?? false);
    await workbench.quickPick.input.press('Control+Enter');
    await workbench.tab('hapo').waitFor();
  });
});
