import assert from 'node:assert/strict';
import { NEWEST } from '../host/releases';
import { eventually } from './eventually';
import { ReaderPage } from './reader-page';
import { Session } from './session';
import type { TreeView } from './tree-view';
import type { Workbench } from './workbench';

const FLASH = /^FlashAttention/;
const MAMBA = /^Stuffed Mamba/;

/** One walk through sorting out papers in the Papers view: each step stands on the one before. */
describe('the Papers view', function () {
  this.bail(true);
  let session: Session;
  let workbench: Workbench;
  let papers: TreeView;

  const groupBy = async (name: string): Promise<void> => {
    await papers.titleAction('Group Papers By');
    await workbench.quickPick.pick(name);
  };
  const isSelected = async (label: RegExp) => (await papers.row(label).first().getAttribute('aria-selected')) === 'true';

  before(async () => {
    session = await Session.start(NEWEST, { extension: 'development' });
    workbench = await session.open();
    await workbench.openContainer('Lectern');
    papers = workbench.tree('Papers');
    await papers.rows.first().waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.leaveTrace('papers-view-failed');
  });

  after(() => session.end());

  it('groups by topic, the largest first', async () => {
    await groupBy('Topic');
    await papers.row('Long context').waitFor();
    const [first] = await papers.texts();
    assert.deepEqual([first?.label, first?.expanded], ['Long context', true]);
    await workbench.leaveTrace('papers-by-topic');
  });

  it('keeps what is closed and selected when a status changes by key', async () => {
    await papers.row('Long context').locator('.monaco-tl-twistie').click();
    await (await papers.reveal(FLASH)).click();
    assert.match(await new ReaderPage(workbench).text('title'), FLASH);
    await workbench.command('Lectern: Focus on Papers View');
    await workbench.page.keyboard.press('Alt+D');
    await eventually('the row says read', async () => papers.row(FLASH).first().getAttribute('aria-label'), (label) => label?.includes(' read,') ?? false);
    await workbench.page.keyboard.press('Alt+B');
    await papers.row(FLASH, '★').first().waitFor();
    assert.ok(await isSelected(FLASH), 'it is still selected');
    const closed = (await papers.texts()).find(({ label }) => label === 'Long context');
    assert.ok(closed === undefined || closed.expanded === false, 'the group is still closed');
  });

  it('tags papers, typed and ticked, and groups by tag', async () => {
    await workbench.page.keyboard.press('Alt+L');
    await workbench.quickPick.widget.waitFor();
    await workbench.quickPick.input.fill('kernels/attention');
    await workbench.quickPick.says('new tag');
    await workbench.leaveTrace('papers-tag-pick');
    await workbench.quickPick.accept();
    await papers.row(FLASH, '#kernels/attention').first().waitFor();
    await groupBy('Tag');
    await papers.row('kernels').waitFor();
    const [outer, inner, paper] = await papers.texts();
    assert.deepEqual([outer?.label, inner?.label, paper?.level], ['kernels', 'attention', 3]);
    await workbench.leaveTrace('papers-by-tag');
  });

  it('shows where the open paper is when another one is opened', async () => {
    await groupBy('Topic');
    // Which topics are in view depends on where the open paper stands.
    await papers.row(/^(Long context|Reasoning|Efficient attention)/).first().waitFor();
    await workbench.command('Lectern: Search Papers');
    await workbench.quickPick.pick(MAMBA, 'stuffed mamba');
    await eventually('its row is selected', () => isSelected(MAMBA), (selected) => selected);
    await workbench.leaveTrace('papers-revealed');
  });

  it('puts the keyboard on the row of the open paper when asked', async () => {
    await workbench.command('Lectern: Reveal in Papers View');
    await eventually(
      'the row has the focus',
      async () => papers.pane.locator('.monaco-list-row.focused').getAttribute('aria-label'),
      (label) => label?.startsWith('Stuffed Mamba') ?? false,
    );
  });

  it('marks in the tooltip what the filter matches', async () => {
    await workbench.command('Lectern: Filter Papers');
    await workbench.quickPick.input.fill('recurrent');
    await papers.description().filter({ hasText: /“recurrent”: \d+ of 42/ }).waitFor();
    await workbench.quickPick.accept();
    await papers.row(MAMBA).first().hover();
    const tooltip = workbench.page.locator('.workbench-hover strong').filter({ hasText: /^recurrent$/ });
    await tooltip.first().waitFor();
    await workbench.leaveTrace('papers-tooltip');
    await papers.titleAction('Clear Filter');
  });
});
