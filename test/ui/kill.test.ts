import assert from 'node:assert/strict';
import { killHosts } from '../kill/kill-hosts';
import { temporaryFolder } from '../unit/platform/temporary-folder';

describe('annotations, drafts and readings that an extension host wrote', () => {
  const folder = temporaryFolder();

  it('are there when the host is killed', async () => {
    const { kills, acknowledged } = await killHosts(folder(), 3);
    assert.equal(kills, 3);
    assert.ok(acknowledged >= kills);
  });
});
