import assert from 'node:assert/strict';
import fc from 'fast-check';
import { notesFolderPath } from '../../../src/core/notes/notes-folder';

describe('the notes folder', () => {
  for (const [setting, path] of [
    ['notes', 'notes'],
    ['docs/paper notes', 'docs/paper notes'],
    ['./docs//notes/', 'docs/notes'],
    ['docs\\notes', 'docs/notes'],
    ['.notes', '.notes'],
    ['Notizen für später', 'Notizen für später'],
  ] as const) {
    it(`of ${setting} is ${path}`, () => assert.equal(notesFolderPath(setting), path));
  }

  for (const setting of ['', ' ', '.', './', '/etc', '\\\\server', 'C:\\notes', '..', 'a/../..', 'a\\..\\..', 'a/.. /b', 'a/.../b', '.git/hooks', 'a/.Lectern', 'a\0b', '*', 'x'.repeat(300), 7, null, undefined, ['notes']]) {
    it(`is not ${JSON.stringify([setting]).slice(1, 20)}`, () => assert.equal(notesFolderPath(setting), undefined));
  }

  it('is always inside its workspace folder', () => {
    const parts = fc.array(fc.constantFrom('..', '.', '/', '\\', 'a', ' ', '~', 'C:', '%2e', '\n'), { maxLength: 8 });
    fc.assert(
      fc.property(parts, (pieces) => {
        const path = notesFolderPath(pieces.join(''));
        return path === undefined || (!/^\/|\\|:/u.test(path) && path.split('/').every((segment) => segment !== '' && !/^\.+$/u.test(segment)));
      }),
    );
  });
});
