import assert from 'node:assert/strict';
import { cslJson } from '../../../src/core/papers/formats/csl-json';
import { onlyPaper } from './reading';

const ITEM = {
  id: 'http://zotero.org/users/1/items/A',
  type: 'article-journal',
  title: 'FlashAttention: <i>Fast</i> &amp; exact',
  author: [
    { family: 'Dao', given: 'Tri' },
    { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
    { family: 'King', given: 'Martin', suffix: 'Jr.' },
    { literal: 'OpenAI' },
  ],
  issued: { 'date-parts': [['2022', 5, '27']] },
  abstract: 'Words with p < q.',
  'container-title': 'Nature',
  DOI: '10.1038/S41586-021-03819-2',
  URL: 'https://a.b/c',
  keyword: 'attention, GPU kernels',
  note: '12 pages',
  volume: '3',
  custom: { x: 1 },
  unknown: [1, { a: null }],
};

describe('a CSL-JSON bibliography', () => {
  it('gives every field, and keeps the other variables', () => {
    const digest = cslJson.read({ text: JSON.stringify([ITEM], null, 2), name: 'My Library.json' });
    assert.deepEqual(digest.problems, []);
    assert.equal(digest.id, 'csl-json-my-library');
    assert.deepEqual(digest.lines, [2]);
    const { id, type, author, issued, volume, custom, unknown } = ITEM;
    assert.deepEqual(onlyPaper(digest), {
      title: 'FlashAttention: Fast & exact',
      abstract: 'Words with p < q.',
      authors: ['Tri Dao', 'Ludwig van Beethoven', 'Martin King Jr.', 'OpenAI'],
      published: '2022-05-27',
      doi: '10.1038/s41586-021-03819-2',
      venue: 'Nature',
      remark: '12 pages',
      url: 'https://a.b/c',
      keywords: ['attention', 'GPU kernels'],
      extra: { 'csl-json': { id, type, author, issued, volume, custom, unknown } },
    });
  });

  it('may be one item, or an object with items', () => {
    for (const json of [ITEM, { items: [ITEM] }, { total: 1, items: [ITEM], more: { a: 1 } }]) {
      const text = JSON.stringify(json);
      assert.ok(cslJson.recognise(text) > 0.5, text);
      assert.equal(onlyPaper(cslJson.read({ text })).venue, 'Nature');
    }
  });

  const preprints: readonly (readonly [what: string, variables: object, version?: number])[] = [
    ['archive and number', { archive: 'arXiv', number: '2205.14135', version: '2' }, 2],
    ['a number that says so', { number: 'arXiv:2205.14135', publisher: 'arXiv' }],
    ['a DOI of arXiv', { DOI: '10.48550/arXiv.2205.14135' }],
    ['a note', { note: 'arXiv:2205.14135 [cs]\nComment: 3 pages' }],
    ['its page', { URL: 'http://arxiv.org/abs/2205.14135v3' }, 3],
  ];
  for (const [what, variables, version] of preprints) {
    it(`names a preprint by ${what}`, () => {
      const { arxivId, arxivVersion, doi } = onlyPaper(cslJson.read({ text: JSON.stringify([{ id: 1, type: 'article', title: 'T', ...variables }]) }));
      assert.deepEqual([arxivId, arxivVersion, doi], ['2205.14135', version, undefined]);
    });
  }

  const dates: readonly (readonly [issued: unknown, published: string | undefined, year: number | undefined])[] = [
    [{ 'date-parts': [[2022]] }, undefined, 2022],
    [{ 'date-parts': [[2022, 5, 27], [2022, 6, 1]] }, '2022-05-27', undefined],
    [{ raw: '2022-05-27' }, '2022-05-27', undefined],
    [{ literal: 'May 2022' }, undefined, 2022],
    ['2022-05-27', '2022-05-27', undefined],
    [{ 'date-parts': [] }, undefined, undefined],
    [null, undefined, undefined],
  ];
  for (const [issued, published, year] of dates) {
    it(`is dated by ${JSON.stringify(issued)}`, () => {
      const paper = onlyPaper(cslJson.read({ text: JSON.stringify([{ id: 1, type: 'article', title: 'T', issued }]) }));
      assert.deepEqual([paper.published, paper.year], [published, year]);
    });
  }

  it('loses only the item that is damaged, however it is laid out', () => {
    for (const space of [0, 2]) {
      const items = ['One', 'Two', 'Three'].map((title) => ({ id: title, type: 'article', title, volume: '1' }));
      const text = JSON.stringify(items, null, space);
      for (const damage of [text.replace(/"Two",(\s*)"vol/u, '"Two,$1"vol'), text.replace(/"Two"/gu, '"Two'), text.replace(/"type": ?"article",\s*"title": ?"Two"/u, '$& {'), text.replace(/(Two",\s*"volume": ?"1"\s*)\}/u, '$1')]) {
        assert.notEqual(damage, text);
        const { papers, problems } = cslJson.read({ text: damage });
        assert.ok(['One', 'Three'].every((title) => papers.some((paper) => paper.title === title)), damage);
        assert.ok(problems.some(({ severity }) => severity === 'rejected'), damage);
      }
    }
  });

  it('that is cut off keeps every whole item', () => {
    const text = JSON.stringify([ITEM, { ...ITEM, title: 'Second' }]);
    const { papers, problems } = cslJson.read({ text: text.slice(0, -30) });
    assert.equal(papers.length, 1);
    assert.ok(problems.some(({ reason }) => reason.includes('cut off')));
  });

  it('is bounded in depth and does not touch prototypes', () => {
    const deep = `[{"id":1,"type":"book","title":"Deep","x":${'['.repeat(100_000)}${']'.repeat(100_000)}},{"id":2,"type":"book","title":"T","__proto__":{"polluted":1},"constructor":2}]`;
    const { papers, problems } = cslJson.read({ text: deep });
    assert.deepEqual(papers.map(({ title }) => title), ['T']);
    assert.deepEqual(problems.map(({ severity }) => severity), ['rejected']);
    assert.equal(({} as { polluted?: number }).polluted, undefined);
  });
});
