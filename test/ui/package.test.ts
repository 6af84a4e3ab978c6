import assert from 'node:assert/strict';
import { installVsix } from '../host/install';
import { NEWEST } from '../host/releases';
import { makeVsix } from '../host/vsix';
import { ReaderPage } from './reader-page';
import { Session } from './session';
import type { Workbench } from './workbench';

describe('the package, installed', () => {
  let session: Session;
  let workbench: Workbench;

  before(async () => {
    const { file } = await makeVsix();
    session = await Session.start(NEWEST, {
      extension: 'installed',
      prepare: (installation, data) => installVsix(installation, data, file),
    });
    workbench = await session.open();
  });

  after(() => session.end());

  it('shows its papers and opens one in the Reader', async () => {
    await workbench.openContainer('Lectern');
    const papers = workbench.tree('Papers');
    const first = papers.rows.nth(1);
    await first.waitFor();
    const title = (await papers.texts())[1]?.label;
    await first.click();
    assert.equal((await new ReaderPage(workbench).text('title')).trim(), title);
  });

  it('asks no host but this machine for anything', async () => {
    assert.deepEqual(await session.requests.outside(), []);
    assert.ok(await session.connections.includeExtensionHost(), 'the extension host was watched');
    assert.deepEqual(await session.connections.outside(), []);
  });
});
