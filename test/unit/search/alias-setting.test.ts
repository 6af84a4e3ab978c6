import assert from 'node:assert/strict';
import { readAliases } from '../../../src/core/search/alias-setting';
import { ALIASES } from '../../../src/core/search/aliases';

function own(setting: unknown): readonly (readonly string[])[] {
  return readAliases(setting).groups.slice(ALIASES.length);
}

describe('the alias setting', () => {
  it('adds to the names that come with Lectern', () => {
    const { groups, problems } = readAliases([['ttt', 'test time training']]);
    assert.deepEqual(groups.slice(0, ALIASES.length), ALIASES);
    assert.deepEqual(groups.at(-1), ['ttt', 'test time training']);
    assert.deepEqual(problems, []);
  });

  it('cuts names as texts are cut', () => {
    assert.deepEqual(own([['TTT', 'Test-Time  Training', 'test time training']]), [['ttt', 'test time training']]);
  });

  it('is empty at first', () => {
    for (const nothing of [undefined, null, []]) {
      assert.deepEqual(readAliases(nothing), { groups: ALIASES, problems: [] });
    }
  });

  it('leaves out what is no group of names, and says what and why', () => {
    const { groups, problems } = readAliases([['a', 'b'], 'c', ['d'], ['e', 5], ['f', '…'], ['G', 'g'], ['h', 'i'], ['j', 'a b c d e f g h i'], Array(21).fill('k'), ['l', 'm'.repeat(201)]]);
    assert.deepEqual(groups.slice(ALIASES.length), [['a', 'b'], ['h', 'i']]);
    assert.deepEqual(problems.map((problem) => /^Group (\d+) was left out: ./u.exec(problem)?.[1]), ['2', '3', '4', '5', '6', '8', '9', '10']);
  });

  it('says what it must be when it is something else', () => {
    for (const odd of ['ssm', 5, { ssm: 'state space model' }, true]) {
      const { groups, problems } = readAliases(odd);
      assert.equal(groups, ALIASES);
      assert.match(problems.join(), /list of groups/u);
    }
  });

  it('is bounded', () => {
    const { groups, problems } = readAliases(Array.from({ length: 1_001 }, (_, place) => [`a${place}`, `b${place}`]));
    assert.equal(groups.length - ALIASES.length, 1_000);
    assert.deepEqual(problems, ['Only the first 1000 groups are used.']);
  });
});
