import assert from 'node:assert/strict';
import { copyFile, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { NEWEST } from '../host/releases';
import { eventually } from './eventually';
import { ReaderPage } from './reader-page';
import { Session } from './session';
import type { TreeView } from './tree-view';
import type { Workbench } from './workbench';

/** A walk through annotations of Hypothesis coming in: each step stands on the one before. */
describe('annotations of other programs', function () {
  this.bail(true);
  let session: Session;
  let workbench: Workbench;
  let preview: TreeView;
  let list: TreeView;

  const choose = async (name: string): Promise<void> => {
    await workbench.command('Lectern: Import Annotations');
    await (await workbench.quickPick.option(name)).click();
  };
  const kept = async (paper: string) => {
    const names = await readdir(path.join(session.workspace, '.lectern', 'annotations', paper)).catch(() => []);
    return names.filter((name) => name.endsWith('.json'));
  };

  before(async () => {
    session = await Session.start(NEWEST, { extension: 'development' });
    await copyFile('test/fixtures/annotations/hypothesis-titled.json', path.join(session.workspace, 'hypothesis.json'));
    workbench = await session.open();
    preview = workbench.tree('Import of Annotations');
    list = workbench.tree('Annotations');
    await workbench.openContainer('Lectern');
    await workbench.tree('Papers').rows.first().waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.leaveTrace('annotation-exchange-failed');
  });

  after(() => session.end());

  it('are previewed, by what happens to them', async () => {
    await choose('hypothesis.json');
    await preview.description().filter({ hasText: '2 new · 1 without a paper' }).waitFor();
    await preview.row('New').waitFor();
    await preview.reveal('Without a paper');
    await preview.reveal(/^It has neither words of its own/);
    assert.equal(await preview.pane.locator('.monaco-list:focus').count(), 1);
    await workbench.leaveTrace('annotation-import-preview');
    assert.deepEqual(await kept('flashattention'), []);
  });

  it('get the paper that the user chooses', async () => {
    const unknown = await preview.reveal('Gardening');
    await unknown.hover();
    await unknown.locator('.action-label[aria-label="Choose the Paper…"]').click();
    await workbench.quickPick.pick('HAPO', 'hapo');
    await preview.description().filter({ hasText: '3 new · 1 rejected' }).waitFor();
  });

  it('are imported by key, listed, and found by the search at once', async () => {
    await preview.rows.first().click();
    await workbench.page.keyboard.press('Control+Enter');
    await preview.pane.waitFor({ state: 'detached' });
    assert.deepEqual([(await kept('flashattention')).length, (await kept('hapo')).length], [2, 1]);
    await list.rows.filter({ hasText: 'Anchors that need attention' }).first().waitFor();
    await list.reveal(/^Is this counted on/, /IO/);
    await workbench.leaveTrace('annotation-import-list');
    await workbench.command('Lectern: Search Papers');
    await workbench.quickPick.widget.waitFor();
    await workbench.quickPick.input.fill('counted GPU kind:annotation');
    await (await workbench.quickPick.option('the number of memory')).waitFor();
    await workbench.leaveTrace('annotation-search');
  });

  it('open in the Reader at their place', async () => {
    await (await workbench.quickPick.option('the number of memory')).click();
    const reader = new ReaderPage(workbench);
    await (await reader.part('threads')).locator('.thread', { hasText: 'Is this counted on' }).waitFor();
    await workbench.leaveTrace('annotation-opened');
  });

  it('leave as Markdown', async () => {
    await workbench.command('Lectern: Export Annotations');
    await (await workbench.quickPick.option('All annotations')).click();
    await (await workbench.quickPick.option('Markdown')).click();
    await eventually('a name is proposed', () => workbench.quickPick.input.inputValue(), (name) => name.endsWith('annotations.md'));
    await workbench.quickPick.accept();
    const text = () => readFile(path.join(session.workspace, 'annotations.md'), 'utf8').catch(() => '');
    assert.match(await eventually('the file is there', text, (found) => found !== ''), /^> the number of memory reads\/writes/mu);
  });

  it('are taken back at once', async () => {
    await workbench.command('Lectern: Undo Import of Annotations');
    await eventually('they are gone', async () => [...(await kept('flashattention')), ...(await kept('hapo'))], (names) => names.length === 0);
  });
});
