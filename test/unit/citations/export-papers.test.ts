import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Marked } from 'marked';
import { paperAsBibtex } from '../../../src/core/citations/bibtex';
import { EXPORT_FORMATS } from '../../../src/core/citations/export-formats';
import { exportPapers } from '../../../src/core/citations/export-papers';
import { splitName } from '../../../src/core/citations/name-parts';
import type { Paper } from '../../../src/core/papers/paper';
import { aPaper } from '../papers/pages';

const PREPRINT: Paper = aPaper({
  title: 'HAPO: A Title', authors: ['Chengyu Huang', 'Ludwig van Beethoven', 'Martin King Jr.', 'OpenAI'], published: '2025-05-16', arxivId: '2505.11225', arxivVersion: 2,
  categories: ['cs.LG', 'cs.AI'], keywords: ['reasoning', 'A* search'], remark: '12 pages', url: 'https://arxiv.org/abs/2505.11225', abstract: 'One.\n\nTwo.', upvotes: 7,
});

describe('papers that are exported', () => {
  it('as BibTeX have all that BibTeX can hold', () => {
    assert.equal(
      exportPapers([PREPRINT], 'bibtex'),
      `@misc{hapo,
  title = {{HAPO}: A Title},
  author = {Chengyu Huang and Ludwig van Beethoven and Martin King Jr. and OpenAI},
  year = {2025},
  month = {may},
  day = {16},
  eprint = {2505.11225v2},
  archivePrefix = {arXiv},
  primaryClass = {cs.LG},
  url = {https://arxiv.org/abs/2505.11225},
  abstract = {One.

Two.},
  keywords = {reasoning, A* search},
  note = {12 pages},
}
`,
    );
  });

  it('as CSL-JSON are articles with variables of the schema, and the rest in custom', () => {
    assert.deepEqual(JSON.parse(exportPapers([PREPRINT], 'csl-json')), [
      {
        id: 'hapo', type: 'article', title: 'HAPO: A Title',
        author: [{ family: 'Huang', given: 'Chengyu' }, { family: 'van Beethoven', given: 'Ludwig' }, { family: 'King', given: 'Martin', suffix: 'Jr.' }, { literal: 'OpenAI' }],
        issued: { 'date-parts': [[2025, 5, 16]] }, abstract: 'One.\n\nTwo.', URL: 'https://arxiv.org/abs/2505.11225', archive: 'arXiv', number: '2505.11225', version: '2',
        keyword: 'reasoning, A* search', categories: ['cs.LG', 'cs.AI'], note: '12 pages', custom: { lectern: { upvotes: 7 } },
      },
    ]);
  });

  it('as RIS are records with CRLF, their type first and their end last', () => {
    assert.equal(
      exportPapers([PREPRINT], 'ris'),
      ['TY  - GEN', 'TI  - HAPO: A Title', 'AU  - Huang, Chengyu', 'AU  - van Beethoven, Ludwig', 'AU  - King, Martin, Jr.', 'AU  - OpenAI', 'PY  - 2025', 'DA  - 2025/05/16',
        'UR  - https://arxiv.org/abs/2505.11225', 'AN  - arXiv:2505.11225v2', 'AB  - One.', '', 'Two.', 'KW  - reasoning', 'KW  - A∗ search', 'N1  - 12 pages', 'ID  - hapo', 'ER  - ', ''].join('\r\n'),
    );
  });

  it('as a Markdown list are one line each', () => {
    assert.equal(
      exportPapers([PREPRINT, aPaper({ authorCount: 3, doi: '10.1016/s0370(97)1', venue: 'ICML', year: 2020 })], 'markdown'),
      '- **HAPO: A Title**. Chengyu Huang, Ludwig van Beethoven, Martin King Jr., OpenAI. 16 May 2025. [arXiv:2505.11225](<https://arxiv.org/abs/2505.11225>)\n' +
        '- **HAPO: A Title**. 3 authors. ICML. 2020. [doi:10.1016/s0370(97)1](<https://doi.org/10.1016/s0370%2897%291>)\n',
    );
  });

  it('take their kind from another form of bibliography', () => {
    const paper = aPaper({ venue: 'ICML', extra: { ris: { type: 'CONF', tags: [] } } });
    assert.match(exportPapers([paper], 'bibtex'), /^@inproceedings\{hapo,[^]*booktitle = \{\{ICML\}\}/u);
    assert.match(exportPapers([paper], 'csl-json'), /"type":"paper-conference"/u);
    assert.match(exportPapers([aPaper({ venue: 'Nature' })], 'ris'), /^TY {2}- JOUR/u);
  });

  it('of no papers are empty texts of their form', () => {
    assert.deepEqual(EXPORT_FORMATS.map(({ id }) => exportPapers([], id)), ['', '[]\n', '', '', '{"format":"lectern-papers","version":1,"papers":[]}\n']);
  });
});

describe('a paper that came from BibTeX', () => {
  const paper = aPaper({ extra: { bibtex: { type: 'inproceedings', key: 'huang:2025', fields: { pages: '1--10', 'note+2': 'a', broken: 'x } y', 'bad name': 'z' } } } });

  it('gets type and fields back, and on request its key', () => {
    assert.match(paperAsBibtex(paper), /^@inproceedings\{hapo,/u);
    const text = paperAsBibtex(paper, { originalKey: true });
    assert.match(text, /^@inproceedings\{huang:2025,/u);
    assert.match(text, / {2}pages = \{1--10\},\n {2}note = \{a\},\n {2}broken = \{x \\textbraceright\{\} y\},\n\}/u);
    assert.doesNotMatch(text, /bad name/u);
  });

  it('does not get back what would break the file', () => {
    for (const key of ['a,b', 'a}b', '', 'a b', '@x']) {
      assert.match(paperAsBibtex(aPaper({ extra: { bibtex: { type: 'string', key } } }), { originalKey: true }), /^@misc\{hapo,/u);
    }
  });
});

describe('a Markdown list of papers', () => {
  it('holds no markup, HTML or link that the papers’ words could make', () => {
    const hostile = fc.array(fc.constantFrom('[x](javascript:a)', '<b>', '**', '\n', '# ', '- ', '`', 'https://evil.example', '![i](http://a)', '&lt;', '|', '\\', '](', '> ', '$', 'www.evil.example', 'me@evil.example', '~~', '1. ', '\u202E', 'word'), { maxLength: 8 }).map((parts) => parts.join(''));
    const marked = new Marked({ gfm: true });
    fc.assert(
      fc.property(hostile, hostile, hostile, hostile, (title, name, venue, address) => {
        const text = exportPapers([aPaper({ title: `T${title}`, authors: [`A${name}`], venue, url: address, doi: address, repository: `https://ok.example/${address}` })], 'markdown');
        assert.equal(text.split('\n').length, 2);
        const html = marked.parse(text, { async: false });
        const tags = [...html.matchAll(/<\/?([a-z0-9]+)/gu)].map(([, tag]) => tag);
        assert.deepEqual([...new Set(tags)].filter((tag) => !['ul', 'li', 'strong', 'a'].includes(tag ?? '')), [], html);
        for (const [, href = ''] of html.matchAll(/href="([^"]*)"/gu)) {
          assert.match(href, /^https?:\/\//u);
        }
        for (const [, href = '', words = ''] of html.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)<\/a>/gu)) {
          assert.match(words, /^(?:doi:.*|page|code)$/u, `${href} ${words}`);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('the parts of a name', () => {
  const cases: readonly (readonly [name: string, parts: ReturnType<typeof splitName>])[] = [
    ['Tri Dao', { given: 'Tri', family: 'Dao' }],
    ['Daniel Y. Fu', { given: 'Daniel Y.', family: 'Fu' }],
    ['Ludwig van der Berg', { given: 'Ludwig', family: 'van der Berg' }],
    ['Martin Luther King Jr.', { given: 'Martin Luther', family: 'King', suffix: 'Jr.' }],
    ['DeepSeek Team', undefined],
    ['Plato', undefined],
    ['Research and Development, Inc.', undefined],
  ];
  for (const [name, parts] of cases) {
    it(`are found in ${name}`, () => assert.deepEqual(splitName(name), parts));
  }
});
