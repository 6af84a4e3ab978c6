import assert from 'node:assert/strict';
import path from 'node:path/posix';
import fc from 'fast-check';
import { relativePath } from '../../../src/core/notes/relative-path';

describe('the way from one file to another', () => {
  it('goes up as far as it must', () => {
    assert.equal(relativePath('/w/notes/a.md', '/w/.lectern/runs/r/run.json'), '../.lectern/runs/r/run.json');
    assert.equal(relativePath('/w/notes/sub/a.md', '/w/notes/b.md'), '../b.md');
    assert.equal(relativePath('/w/a.md', '/w/b.md'), 'b.md');
  });

  it('arrives', () => {
    const file = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 5 }).map((segments) => `/${segments.join('/')}`);
    fc.assert(fc.property(file, file, (from, to) => path.join(path.dirname(from), relativePath(from, to)) === to));
  });
});
