import assert from 'node:assert/strict';
import { ignoreRules } from '../../../src/core/references/ignore-rules';

const rules = (gitignores: Readonly<Record<string, string>>, globs: readonly string[] = []) => ignoreRules({ globs, gitignores: new Map(Object.entries(gitignores)) });

describe('files that are left out', () => {
  it('are those that the settings name', () => {
    const { ignores } = rules({}, ['**/node_modules', '**/*.{min,bundle}.js', 'out', '**/.git']);
    assert.deepEqual(['node_modules/a.js', 'x/node_modules/y/a.js', 'x/a.min.js', 'a.bundle.js', 'out/a.js', '.git/HEAD'].map(ignores), Array(6).fill(true));
    assert.deepEqual(['a.js', 'x/out/a.js', 'node_module/a.js'].map(ignores), [false, false, false]);
  });

  it('are those of .gitignore', () => {
    const { ignores } = rules({ '': 'build/\n*.log\n!keep.log\n/top.txt\n# words\n' });
    assert.deepEqual(['build/a.py', 'x/build/a.py', 'a.log', 'top.txt'].map(ignores), Array(4).fill(true));
    assert.deepEqual(['keep.log', 'x/top.txt', 'build'].map(ignores), [false, false, false]);
  });

  it('are those of a deeper .gitignore below it only, which has the last word', () => {
    const { ignores } = rules({ '': '*.log\n', 'pkg': '!special.log\n/gen\n' });
    assert.equal(ignores('pkg/gen/a.py'), true);
    assert.equal(ignores('gen/a.py'), false);
    assert.equal(ignores('pkg/special.log'), false);
    assert.equal(ignores('special.log'), true);
  });

  it('stay left out in a folder that is, whatever a deeper .gitignore says', () => {
    assert.equal(rules({ '': 'build/\n', 'build': '!a.py\n' }).ignores('build/a.py'), true);
  });

  it('may lie in a folder whose name is dots', () => {
    const { ignores } = rules({ '': 'build/\n' }, ['**/node_modules']);
    assert.deepEqual(['.../a.py', '.../build/a.py', '..../x'].map(ignores), [false, true, false]);
  });
});
