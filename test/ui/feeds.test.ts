import assert from 'node:assert/strict';
import { NEWEST } from '../host/releases';
import { eventually } from './eventually';
import { Screenshots } from './screenshots';
import { Session } from './session';
import type { Workbench } from './workbench';

/** The steps to a feed up to the question whether the host may be asked, and that none is asked before it is answered. */
describe('following a feed', function () {
  this.bail(true);
  let session: Session;
  let workbench: Workbench;
  let screenshots: Screenshots;

  before(async () => {
    session = await Session.start(NEWEST, { extension: 'development' });
    screenshots = new Screenshots(session.workspace, NEWEST);
    workbench = await session.open();
    await workbench.openContainer('Lectern');
    await workbench.tree('Papers').rows.first().waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.leaveTrace('feeds-failed');
  });

  after(() => session.end());

  const statusItem = () => workbench.page.locator('[id="lectern.lectern.lectern.network"]');

  it('has no status item before there is one', async () => {
    assert.equal(await statusItem().count(), 0);
  });

  it('asks what, which categories and when, with a way back', async () => {
    const { quickPick } = workbench;
    await workbench.command('Lectern: Follow a Feed');
    await quickPick.pick('arXiv announcements');
    await quickPick.says('(2/3)');
    await quickPick.widget.getByRole('button', { name: 'Back' }).click();
    await quickPick.pick('arXiv search');
    await quickPick.says('(2/3)'); // What is typed before is typed into the step before.
    await quickPick.input.fill('computation and lang');
    await quickPick.option('cs.CL');
    await eventually('what is typed is a search, first in the list', () => quickPick.labels(), ([first]) => first?.includes('computation and lang') ?? false);
    await screenshots.take(workbench, 'feed-search');
    await quickPick.pick('cs.CL');
    await quickPick.pick('Only when I check');
  });

  it('names the host and its rule, and asks whether it may be asked', async () => {
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.getByText('Follow arXiv search cs.CL?').waitFor();
    await dialog.getByText(/export\.arxiv\.org.*at most one request per 3 seconds/u).waitFor();
    await screenshots.take(workbench, 'feed-consent');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });
    assert.equal(await statusItem().count(), 0);
  });

  it('asks no host for anything before', async () => {
    assert.ok(await session.connections.includeExtensionHost(), 'the extension host was watched');
    assert.deepEqual(await session.connections.outside(), []);
  });
});
