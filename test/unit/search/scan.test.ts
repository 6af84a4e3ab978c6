import assert from 'node:assert/strict';
import fc from 'fast-check';
import { finish } from '../../../src/core/search/finish';
import { Scan } from '../../../src/core/search/scan';
import type { SearchDocument } from '../../../src/core/search/document';
import { aDocument, bundledPapers } from './bundled-papers';

function scanned(text: string, documents: readonly SearchDocument[]): Scan {
  const scan = new Scan(text, documents.length);
  documents.forEach((document, position) => scan.look(document, position));
  return scan;
}

function found(text: string, documents: readonly SearchDocument[] = bundledPapers): string[] {
  return finish(scanned(text, documents).answer(10), documents, 10).map(({ key }) => key);
}

describe('a scan of the texts', () => {
  it('finds papers with all the words as typed, those with them in the title first', () => {
    const documents = [
      aDocument({ key: 'one', title: 'Keys', abstract: 'A cache.' }),
      aDocument({ key: 'text', abstract: 'Keys of a cache.' }),
      aDocument({ key: 'title', title: 'A Cache of Keys' }),
      aDocument({ key: 'none', title: 'Cache' }),
    ];
    assert.deepEqual(found('cache keys', documents), ['title', 'one', 'text']);
  });

  it('finds the beginning of a word, and names', () => {
    assert.equal(found('flashatt')[0], 'flashattention');
    assert.deepEqual(found('marjan', [aDocument({ authors: ['Ada Marjan'] })]), ['paper']);
  });

  it('marks what it found', () => {
    const documents = [aDocument({ title: 'A Cache of Keys' })];
    assert.deepEqual(finish(scanned('cache', documents).answer(10), documents, 10)[0]?.title, [{ start: 2, end: 7 }]);
  });

  it('finds nothing for nothing, and keeps all', () => {
    const scan = scanned(' - ', bundledPapers);
    assert.deepEqual(scan.answer(10).candidates, []);
    assert.ok(scan.held.every((held) => held === 1));
  });

  it('keeps the papers that hold every telling word', () => {
    assert.deepEqual([...scanned('the cache', [aDocument({ title: 'Cache' }), aDocument()]).held], [1, 0]);
  });

  it('takes any query and any text', () => {
    const text = fc.string({ unit: 'binary', maxLength: 100 });
    fc.assert(fc.property(text, text, text, (query, title, abstract) => void found(query, [aDocument({ title, abstract })])));
  });
});
