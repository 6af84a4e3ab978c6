import assert from 'node:assert/strict';
import { relativePath } from '../../../src/features/lab/relative-path';

describe('the way from a note to a run', () => {
  for (const [from, to, way] of [
    ['/work/notes/flash.md', '/work/.lectern/runs/r1/run.json', '../.lectern/runs/r1/run.json'],
    ['/work/flash.md', '/work/run.json', 'run.json'],
    ['/work/a/b/flash.md', '/work/run.json', '../../run.json'],
    ['/c:/one/notes/flash.md', '/c:/two/run.json', '../../two/run.json'],
    ['/work/run/flash.md', '/work/run', '../run'],
  ] as const) {
    it(`from ${from} to ${to} is ${way}`, () => assert.equal(relativePath(from, to), way));
  }
});
