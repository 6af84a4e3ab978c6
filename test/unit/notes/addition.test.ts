import assert from 'node:assert/strict';
import fc from 'fast-check';
import { additionTo } from '../../../src/core/notes/addition';

describe('what is added to a note', () => {
  for (const [name, text, markdown, result] of [
    ['stands after one empty line', '# Note\n\nWords.\n', '## Run\n', '# Note\n\nWords.\n\n## Run\n'],
    ['adds no second empty line', 'Words.\n\n', '## Run', 'Words.\n\n## Run\n'],
    ['begins an empty note', '', '## Run\n\n', '## Run\n'],
    ['leaves a note without a final newline without one', 'Words.', '## Run\n', 'Words.\n\n## Run'],
    ['has the line endings of the note', 'Words.\r\n', '## Run\n\n| a |\n', 'Words.\r\n\r\n## Run\r\n\r\n| a |\r\n'],
    ['loses Windows line endings in another note', 'Words.\n', 'a\r\nb\r\n', 'Words.\n\na\nb\n'],
    ['is nothing when there is nothing to add', 'Words.', ' \n\n', 'Words.'],
    ['keeps the indentation of its first line', 'Words.\n', '\n    code\n', 'Words.\n\n    code\n'],
  ] as const) {
    it(name, () => assert.equal(text + additionTo(text, markdown), result));
  }

  it('keeps how the note ended', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r\n', ' ') }), fc.string({ unit: fc.constantFrom('b', '\n', ' '), minLength: 1 }), (text, markdown) => {
        const result = text + additionTo(text, `b${markdown}`);
        assert.equal(result.endsWith('\n'), text === '' || text.endsWith('\n'));
        assert.equal(/(?<!\r)\n/u.test(result), /(?<!\r)\n/u.test(text) || (!text.includes('\r\n') && result.includes('\n')));
      }),
    );
  });
});
