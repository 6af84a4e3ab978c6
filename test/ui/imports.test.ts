import assert from 'node:assert/strict';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { NEWEST } from '../host/releases';
import { eventually } from './eventually';
import { Session } from './session';
import type { TreeView } from './tree-view';
import type { Workbench } from './workbench';

const FLASH = 'FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness';
const MANY = 10_000;
const WORDS = 'This abstract of the walk is long enough to be told from page furniture, says nothing that anyone has measured, and ends with a full stop.';

function page(titles: readonly string[], rest = ''): string {
  const entries = titles.map((title) => `${title}\n\n${WORDS}\n\n  • 4 authors\n·\nJan 9, 2026 12\n`);
  return `new\n\nDaily Papers\n\nJan 12\n\n${entries.join('\n')}${rest}`;
}

/** A walk through the ways in and out of the library: each step stands on the one before. */
describe('imports', function () {
  this.bail(true);
  let session: Session;
  let workbench: Workbench;
  let papers: TreeView;
  let preview: TreeView;

  before(async () => {
    session = await Session.start(NEWEST, { extension: 'development' });
    const file = (name: string) => path.join(session.workspace, name);
    await writeFile(file('january.digest'), page(['Quiet Kernels', FLASH, 'Loud Kernels'], '\nA cut off one\n\nToo short.\n'));
    await writeFile(file('many.txt'), page(Array.from({ length: MANY }, (_, index) => `Paper number ${index + 1} of many others`)));
    await copyFile('media/digest/daily-papers-2026-01-09.txt', file('known.digest'));
    workbench = await session.open();
    papers = workbench.tree('Papers');
    preview = workbench.tree('Import Preview');
    await workbench.openContainer('Lectern');
    await papers.rows.first().waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.leaveTrace('imports-failed');
  });

  after(() => session.end());

  const choose = async (name: string): Promise<void> => {
    await workbench.command('Lectern: Import Papers from File');
    await (await workbench.quickPick.option(name)).click();
  };
  const gone = (title: string) => eventually(`${title} is gone`, () => papers.row(title).count(), (count) => count === 0);

  it('show what a file would change, and have the focus', async () => {
    await choose('january.digest');
    await preview.description().filter({ hasText: '2 new' }).waitFor();
    await preview.row('Quiet Kernels').waitFor();
    await preview.reveal(FLASH, /comments/i);
    await papers.row('Quiet Kernels').waitFor({ state: 'detached' });
    assert.equal(await preview.pane.locator('.monaco-list:focus').count(), 1);
  });

  it('open the source where a record was rejected', async () => {
    await (await preview.reveal(/^The text ends/)).click();
    await workbench.page.locator('[id="status.editor.selection"]', { hasText: /^Ln (?!1,)/ }).waitFor();
    await workbench.editor('january.digest').waitFor();
  });

  it('are committed by key, and taken back by the button of the message', async () => {
    await workbench.page.keyboard.press('Control+Enter');
    await papers.row('Quiet Kernels').waitFor();
    assert.equal(await preview.pane.count(), 0);
    await workbench.command('Notifications: Show Notifications');
    await workbench.page.locator('.notifications-center .monaco-button', { hasText: 'Undo' }).click();
    await gone('Quiet Kernels');
  });

  it('show ten thousand records in pages, and are cancelled without a trace', async () => {
    await choose('many.txt');
    await preview.row('Paper number 1 of many others').waitFor();
    await workbench.page.keyboard.press('End');
    await preview.row('9,801 to 10,000').waitFor();
    await eventually(
      'the last record is in view',
      async () => {
        // The tree has the row before it has the focus, and the rows of a page come a moment later.
        for (const key of ['End', 'ArrowRight', 'End']) await workbench.page.keyboard.press(key);
        return preview.row(`Paper number ${MANY} of many others`).count();
      },
      (count) => count === 1,
    );
    await preview.titleAction('Cancel Import');
    await preview.pane.waitFor({ state: 'detached' });
    await papers.pane.locator('.monaco-list:focus').waitFor();
  });

  it('begin with a drop on the tree', async () => {
    await workbench.tab('january.digest').dragTo(papers.rows.nth(3));
    await preview.reveal('Quiet Kernels');
    await workbench.page.keyboard.press('Delete');
    await preview.pane.waitFor({ state: 'detached' });
  });

  it('say so when there is nothing new', async () => {
    await choose('known.digest');
    await eventually('the message is there', () => workbench.notifications(), (all) => all.some((text) => text.startsWith('Nothing new in known.digest')));
    assert.equal(await preview.pane.count(), 0);
  });

  it('have a way out: the whole library as a file', async () => {
    await workbench.command('Lectern: Export Papers');
    await workbench.quickPick.pick('BibTeX');
    await eventually('a name is proposed', () => workbench.quickPick.input.inputValue(), (name) => name.endsWith('papers.bib'));
    await workbench.quickPick.accept();
    const written = await eventually('the file is whole', () => readFile(path.join(session.workspace, 'papers.bib'), 'utf8').catch(() => ''), (text) => text !== '');
    assert.equal(written.match(/^@/gmu)?.length, 42);
  });
});
