import assert from 'node:assert/strict';
import fc from 'fast-check';
import { searchNamed, parseSavedSearches, problemOfName, renamed, serialiseSavedSearches, withoutSearch, withSearch } from '../../../src/core/search/saved-searches';

const TO_READ = { name: 'To read', query: 'status:unread has:code' };
const LONG = { name: 'Long context', query: '"long context" year:2024' };

function fileOf(searches: readonly unknown[], more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ format: 'lectern-searches', version: 1, searches, ...more });
}

describe('the file of saved searches', () => {
  it('gives back what was written', () => {
    const text = serialiseSavedSearches({ searches: [TO_READ, LONG], extra: {}, broken: [] });
    assert.deepEqual(parseSavedSearches(text), { searches: [TO_READ, LONG], problems: [], readOnly: false, extra: {}, broken: [] });
    assert.ok(text.endsWith('}\n'));
  });

  it('may be empty, and may begin with a byte order mark', () => {
    assert.deepEqual(parseSavedSearches(' \n').searches, []);
    assert.deepEqual(parseSavedSearches(`\uFEFF${fileOf([LONG])}`).searches, [LONG]);
  });

  it('keeps what this version does not know, and entries that were not understood', () => {
    const odd = ['text', { name: '', query: 'a' }, { name: 'No query' }, { name: 'to READ', query: 'twice' }, { name: 'Blank', query: ' ' }];
    const file = parseSavedSearches(fileOf([{ ...TO_READ, colour: 'red' }, ...odd, LONG], { more: { a: 1 } }));
    assert.deepEqual(file.searches, [{ ...TO_READ, colour: 'red' }, LONG]);
    assert.deepEqual(file.broken, odd);
    assert.deepEqual(file.problems.map((problem) => /^Search (\d)/u.exec(problem)?.[1]), ['2', '3', '4', '5', '6']);
    assert.equal(file.readOnly, false);
    const written: unknown = JSON.parse(serialiseSavedSearches(file));
    assert.deepEqual(written, { format: 'lectern-searches', version: 1, searches: [{ ...TO_READ, colour: 'red' }, LONG, ...odd], more: { a: 1 } });
  });

  it('is left as it is when it is broken, of something else, or from a newer Lectern', () => {
    for (const text of ['{', '[]', '{}', '"text"', fileOf([]).replace('searches"', 'other"'), JSON.stringify({ format: 'lectern-searches', version: '1', searches: [] })]) {
      const { readOnly, problems } = parseSavedSearches(text);
      assert.equal(readOnly, true, text);
      assert.equal(problems.length, 1, text);
    }
    const newer = parseSavedSearches(fileOf([LONG], { version: 2 }));
    assert.deepEqual([newer.readOnly, newer.searches], [true, [LONG]]);
  });

  it('is read without a fault, whatever it holds', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.array(fc.jsonValue()).map((searches) => fileOf(searches))), (text) => void parseSavedSearches(text)));
  });
});

describe('saved searches', () => {
  it('are added at the end, and replaced under the same name', () => {
    const [more] = [withSearch([TO_READ], ' Long\ncontext ', ' "long context" year:2024 ')];
    assert.deepEqual(more, [TO_READ, LONG]);
    assert.deepEqual(withSearch(more, 'TO READ', 'is:starred'), [{ name: 'TO READ', query: 'is:starred' }, LONG]);
  });

  it('are renamed, also over another one', () => {
    assert.deepEqual(renamed([TO_READ, LONG], 'to read', 'Later'), [{ ...TO_READ, name: 'Later' }, LONG]);
    assert.deepEqual(renamed([TO_READ, LONG], 'To read', 'to Read'), [{ ...TO_READ, name: 'to Read' }, LONG]);
    assert.deepEqual(renamed([TO_READ, LONG], 'To read', 'Long context'), [{ ...TO_READ, name: 'Long context' }]);
    assert.deepEqual(renamed([LONG], 'gone', 'Later'), [LONG]);
  });

  it('are removed', () => {
    assert.deepEqual(withoutSearch([TO_READ, LONG], 'TO READ'), [LONG]);
    assert.deepEqual(withoutSearch([LONG], 'gone'), [LONG]);
  });

  it('are found by name, whatever its case', () => {
    assert.equal(searchNamed([TO_READ], ' to read'), TO_READ);
    assert.equal(searchNamed([TO_READ], 'constructor'), undefined);
  });

  it('need a name of one line that is not too long', () => {
    assert.deepEqual(['', ' \n', 'a', 'a'.repeat(100), 'a'.repeat(101)].map(problemOfName), ['empty', 'empty', undefined, undefined, 'long']);
  });
});
