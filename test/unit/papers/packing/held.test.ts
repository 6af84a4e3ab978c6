import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

/** As text it takes 2,700 bytes. At 100,000 papers this bound is 190 MB. */
const MOST_BYTES = 1_900;

describe('a library in memory', () => {
  it('takes less for a paper than its text would', function () {
    this.timeout(60_000);
    const { stdout, stderr } = spawnSync(process.execPath, ['--expose-gc', 'test/ts.mjs', 'test/unit/papers/packing/held.ts'], { encoding: 'utf8' });
    assert.match(stdout, /^\{/, stderr);
    const { bytes, papers } = JSON.parse(stdout) as { readonly bytes: number; readonly papers: number };
    assert.equal(papers, 8_000);
    assert.ok(bytes < MOST_BYTES, `${bytes} bytes a paper`);
  });
});
