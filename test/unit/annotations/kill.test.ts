import assert from 'node:assert/strict';
import { killWriters } from '../../kill/kill-writers';
import { writeInTwoWindows } from '../../kill/two-windows';
import { temporaryFolder } from '../platform/temporary-folder';

describe('written annotations, drafts and readings', () => {
  const folder = temporaryFolder();

  it('are there when the process that wrote them is killed', async function () {
    this.timeout(60_000);
    const { kills, acknowledged } = await killWriters(folder(), 10);
    assert.equal(kills, 10);
    assert.ok(acknowledged >= kills);
  });

  it('of two windows at once are all there, with both versions of what both changed', async function () {
    this.timeout(60_000);
    await writeInTwoWindows(folder(), 40, 10);
  });
});
