import assert from 'node:assert/strict';
import { NOTHING, one, type Tally } from '../../steps/tally';
import { twiceAtMost } from '../../steps/twice-at-most';

const PASSED: Tally = { ...NOTHING, passed: 3 };

/** Runs that end one after the other as given, and how often they ran. */
async function outcome(...tallies: readonly Tally[]): Promise<{ readonly tally: Tally; readonly runs: number }> {
  let runs = 0;
  const tally = await twiceAtMost(() => Promise.resolve(tallies[runs++] ?? NOTHING));
  return { tally, runs };
}

describe('running suites a second time', () => {
  it('is not done when all passed', async () => {
    assert.deepEqual(await outcome(PASSED), { tally: PASSED, runs: 1 });
  });

  it('tells what failed the first time and passed the second', async () => {
    const { tally, runs } = await outcome(one('a walk', 'too late'), PASSED);
    assert.equal(runs, 2);
    assert.deepEqual(tally, { ...PASSED, unsteady: [{ title: 'a walk', message: 'too late' }] });
  });

  it('fails what fails twice', async () => {
    const { tally } = await outcome(one('a walk', 'too late'), one('a walk', 'still too late'), PASSED);
    assert.deepEqual(tally, one('a walk', 'still too late'));
  });
});
