import assert from 'node:assert/strict';
import fc from 'fast-check';
import { packTerms, termAt } from '../../../src/core/search/term-list';
import { TermTable } from '../../../src/core/search/term-table';

const term = fc.oneof(fc.stringMatching(/^[ab]{1,6}$/), fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }), fc.constantFrom('constructor', '__proto__', '😀'));
const lists = fc.array(fc.uniqueArray(term, { maxLength: 12 }), { maxLength: 6 });

function tableOf(terms: readonly (readonly string[])[]): TermTable {
  const table = new TermTable();
  terms.forEach((list) => table.intern(packTerms([...list].sort())));
  return table;
}

describe('a table of terms', () => {
  it('gives each term one number for good', () => {
    fc.assert(
      fc.property(lists, (terms) => {
        const table = new TermTable();
        const numbers = new Map<string, number>();
        for (const list of terms) {
          const packed = packTerms(list);
          table.intern(packed).forEach((number, place) => {
            assert.equal(termAt(packed, place), list[place]);
            assert.equal(numbers.get(list[place] ?? '') ?? number, number);
            numbers.set(list[place] ?? '', number);
          });
        }
        assert.equal(table.size, numbers.size);
        for (const [text, number] of numbers) {
          assert.deepEqual([table.numberOf(text), table.termOf(number), table.lengthOf(number)], [number, text, text.length]);
        }
      }),
    );
  });

  it('knows its terms in order, also those that came after it was asked', () => {
    fc.assert(
      fc.property(lists, lists, (before, after) => {
        const table = tableOf(before);
        table.sorted();
        after.forEach((list) => table.intern(packTerms([...list].sort())));
        const sorted = Array.from(table.sorted(), (number) => table.termOf(number));
        assert.deepEqual(sorted, [...new Set([...before, ...after].flat())].sort());
      }),
    );
  });

  it('finds the terms that begin with a prefix', () => {
    fc.assert(
      fc.property(lists, fc.stringMatching(/^[ab]{1,3}$/), (terms, prefix) => {
        const table = tableOf(terms);
        const found = Array.from(table.sorted().subarray(...table.rangeOf(prefix)), (number) => table.termOf(number));
        assert.deepEqual(found, [...new Set(terms.flat())].filter((text) => text.startsWith(prefix) && text[prefix.length] !== '\uffff').sort());
      }),
    );
  });

  it('holds more terms than it has room for at first', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `term${index}`);
    const table = tableOf([many]);
    assert.equal(table.size, many.length);
    assert.ok(many.every((text) => table.termOf(table.numberOf(text)) === text));
    assert.equal(table.numberOf('term'), -1);
  });
});
