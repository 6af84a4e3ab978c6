import assert from 'node:assert/strict';
import fc from 'fast-check';
import { EXPORT_FORMATS, type ExportFormat } from '../../../src/core/citations/export-formats';
import { exportPapers } from '../../../src/core/citations/export-papers';
import { isCslType, isCslVariable } from '../../../src/core/citations/csl-schema';
import type { FormatReader } from '../../../src/core/papers/format-reader';
import type { Json, Paper, PaperFields } from '../../../src/core/papers/paper';
import { bibtex } from '../../../src/core/papers/formats/bibtex';
import { cslJson } from '../../../src/core/papers/formats/csl-json';
import { lecternJson } from '../../../src/core/papers/formats/lectern-json';
import { ris } from '../../../src/core/papers/formats/ris';
import { aPaper } from '../papers/pages';
import { assertSound, onlyPaper, withoutExtra } from '../formats/reading';

const BIBLIOGRAPHY: readonly (keyof PaperFields)[] = ['title', 'abstract', 'authors', 'published', 'year', 'doi', 'keywords', 'venue', 'remark', 'url', 'arxivId', 'arxivVersion'];

/** Text with everything that means something to a bibliography, on one line and with single blanks. */
const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Attention', 'IO-Awareness', 'E^2-LLM', '{LLM}', '}', '{', '100%', '@misc', '#1', 'a_b', '~', '&', '$x^{2}$', '$5', 'and', 'And', 'und', '"quoted"', '--', 'Ünïcode',
        '統計', '😀', 'TY  - x', 'ER', '\\', 'x\\', '<b>', '&amp;', ';', ',', '=', ':', "it's", 'https://a.b/c', '*', '[1]', '(x)', 'others', '“', '…', '`',
      ),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => oneLine(parts.join(' ')))
  // What is spelt in TeX already is read as what it prints.
  .filter((text) => text !== '' && !/\\[%&#_$"'`^~=.]/u.test(text));

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

const person = fc.constantFrom('Tri Dao', 'Daniel Y. Fu', 'Ludwig van Beethoven', 'Martin King Jr.', 'OpenAI', 'Jürgen Müller', "Conan O'Brien", 'DeepSeek Team', 'Research and Development', '李明', 'Po-Ling Loh');
const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const arxivId = fc.constantFrom('2205.14135', '0704.0001', 'hep-ex/0307015', 'math/0309136');
const doi = fc.constantFrom('10.1145/3292500.3330701', '10.1007/978-3-030-01234-2_1', '10.1016/s0370-2693(97)01234-5');
const url = fc.constantFrom('https://example.org/a_b?c=d%20e&f=~g#h', 'http://a.b/', 'https://proceedings.mlr.press/v1/x.html');
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const paperFields = fc.record({
  title: words,
  abstract: fc.array(words, { maxLength: 3 }).map((paragraphs) => paragraphs.join('\n\n')),
  authors: optional(fc.array(fc.oneof(person, words), { minLength: 1, maxLength: 4 })),
  when: fc.oneof(day.map((published) => ({ published })), fc.integer({ min: 1500, max: 2199 }).map((year) => ({ year })), fc.constant({})),
  arxiv: fc.oneof(fc.record({ arxivId, arxivVersion: fc.integer({ min: 1, max: 30 }) }), fc.record({ arxivId }), fc.constant({})),
  doi: optional(doi),
  url: optional(url),
  venue: optional(fc.constantFrom('Nature', 'Proc. of the 39th ICML', 'Phys. Rev. D 76, 013009 (2007)', 'J. Ünïcode & Co', 'ICML {LLM} 100%')),
  remark: optional(fc.constantFrom('12 pages, 3 figures', 'Accepted at ICML', '50% of {x} & $y$')),
  keywords: optional(fc.uniqueArray(fc.constantFrom('attention', 'GPU kernels', 'E^2-LLM', '100%', 'Ünï'), { minLength: 1, maxLength: 3 })),
  categories: optional(fc.uniqueArray(fc.constantFrom('cs.LG', 'hep-ph', 'math.ST'), { minLength: 1, maxLength: 3 })),
  more: fc.oneof(
    fc.constant({}),
    fc.record({
      authorCount: fc.nat(), comments: fc.nat(), upvotes: fc.nat(), updated: day, organisation: fc.constant({ slug: 'google', name: 'Google' }),
      repository: fc.constant('https://github.com/a/b'), projectPage: fc.constant('https://a.github.io'), machineSummary: words,
    }),
  ),
}).map(({ when, arxiv, more, ...rest }): PaperFields => defined({ ...rest, ...when, ...arxiv, ...more }));

function defined(fields: object): PaperFields;
function defined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function roundTrip(reader: FormatReader, format: ExportFormat, paper: Paper): PaperFields {
  const text = exportPapers([paper], format);
  assert.ok(reader.recognise(text) >= 0.5, text);
  const digest = reader.read({ text, name: 'x' });
  assertSound(digest, text);
  assert.deepEqual(digest.problems, [], text);
  return onlyPaper(digest);
}

function pick(fields: PaperFields, names: readonly (keyof PaperFields)[]): Partial<PaperFields> {
  return Object.fromEntries(names.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]));
}

describe('an export that is read again', () => {
  it('as BibTeX has every field that BibTeX can hold', () => {
    fc.assert(
      fc.property(paperFields, (fields) => {
        const { categories, ...read } = roundTrip(bibtex, 'bibtex', aPaper(fields));
        assert.deepEqual(pick(read as PaperFields, BIBLIOGRAPHY), pick(fields, BIBLIOGRAPHY));
        assert.deepEqual(categories, fields.arxivId === undefined || fields.categories === undefined ? undefined : fields.categories.slice(0, 1));
      }),
      { numRuns: 400 },
    );
  });

  it('as CSL-JSON has every field', () => {
    fc.assert(
      fc.property(paperFields, (fields) => {
        assert.deepEqual(withoutExtra(roundTrip(cslJson, 'csl-json', aPaper(fields))), fields);
      }),
      { numRuns: 400 },
    );
  });

  it('as RIS has every field that RIS can hold', () => {
    // The format reserves the asterisk and separates the parts of names with commas.
    const plain = ({ authors, keywords, ...fields }: PaperFields): PaperFields => ({
      ...fields,
      ...(authors === undefined ? {} : { authors: authors.map((name) => oneLine(name.replaceAll('*', '∗').replaceAll(',', ' '))).filter((name) => name !== '') }),
      ...(keywords === undefined ? {} : { keywords }),
    });
    fc.assert(
      fc.property(paperFields, (fields) => {
        const expected = pick(plain(fields), BIBLIOGRAPHY);
        const read = pick(roundTrip(ris, 'ris', aPaper(fields)), BIBLIOGRAPHY);
        assert.deepEqual({ authors: [], ...read }, { authors: [], ...expected });
      }),
      { numRuns: 400 },
    );
  });

  it('as Lectern’s JSON has every field and what sources said besides', () => {
    fc.assert(
      fc.property(paperFields, fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })), (fields, said) => {
        const extra = { bibtex: said as Readonly<Record<string, Json>>, ris: { type: 'JOUR', tags: [['VL', '3']] } };
        const read = roundTrip(lecternJson, 'lectern-json', aPaper({ ...fields, extra }));
        const { lectern, ...others } = read.extra ?? {};
        assert.deepEqual(JSON.parse(JSON.stringify({ ...read, extra: others })), JSON.parse(JSON.stringify({ ...fields, extra })));
        assert.deepEqual(lectern, { key: 'hapo', digests: ['daily-papers-2026-01-09'], sources: {} });
      }),
      { numRuns: 200 },
    );
  });

  it('keeps what its own form said besides, to the letter', () => {
    const name = fc.constantFrom('volume', 'pages', 'publisher', 'file', 'x-y', 'month+2', 'editor', 'constructor', 'booktitle+2');
    const value = fc.array(fc.constantFrom('12', '{A}', '\\"u', ' and ', '1--10', '%', '@', '#', 'ü', '$', '\n  '), { minLength: 1, maxLength: 5 }).map((parts) => parts.join('').trim()).filter((text) => text !== '');
    fc.assert(
      fc.property(paperFields, fc.dictionary(name, value), fc.constantFrom('article', 'inproceedings', 'misc', 'phdthesis', 'online'), fc.boolean(), (fields, kept, type, others) => {
        const firsts = Object.fromEntries(Object.entries(kept).filter(([field]) => !field.includes('+')));
        const extra = { bibtex: { type, key: 'dao:2022+x', fields: firsts, ...(others ? { others } : {}) } };
        const once = roundTrip(bibtex, 'bibtex', aPaper({ ...fields, extra }));
        assert.deepEqual(once.extra?.bibtex, { ...extra.bibtex, key: 'hapo' });
        assert.deepEqual(roundTrip(bibtex, 'bibtex', aPaper(once)), once);
      }),
      { numRuns: 200 },
    );
    const tags = fc.array(fc.tuple(fc.constantFrom('VL', 'IS', 'SP', 'L1', 'A2', 'ID', 'M2', 'SN'), words), { maxLength: 6 });
    fc.assert(
      fc.property(paperFields, tags, fc.constantFrom('JOUR', 'CONF', 'GEN'), (fields, kept, type) => {
        const extra = { ris: { type, tags: [...kept, ['ID', 'x1']] } };
        assert.deepEqual(roundTrip(ris, 'ris', aPaper({ ...fields, extra })).extra, extra);
      }),
      { numRuns: 200 },
    );
    const variables = fc.record({ volume: fc.oneof(fc.nat(), words), page: words, editor: fc.constant([{ family: 'A', given: 'B' }]), unknown: fc.jsonValue({ maxDepth: 2 }), accessed: fc.constant({ raw: 'x' }) }, { requiredKeys: [] });
    fc.assert(
      fc.property(paperFields, variables, fc.constantFrom('article-journal', 'chapter', 'made-up'), (fields, kept, type) => {
        const extra = { 'csl-json': { ...(kept as Readonly<Record<string, Json>>), type, id: 'http://zotero.org/1' } };
        const read = roundTrip(cslJson, 'csl-json', aPaper({ ...fields, extra }));
        assert.deepEqual(JSON.parse(JSON.stringify(read.extra)), JSON.parse(JSON.stringify(extra)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('an export', () => {
  const anything = fc.record({
    title: fc.string({ unit: 'binary', maxLength: 30 }), abstract: fc.string({ unit: 'binary', maxLength: 60 }), authors: fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 3 }),
    doi: fc.string({ maxLength: 10 }), arxivId: fc.string({ maxLength: 10 }), url: fc.string({ maxLength: 10 }), venue: words, remark: fc.string({ unit: 'binary', maxLength: 10 }), keywords: fc.array(words, { maxLength: 2 }),
    categories: fc.array(fc.string({ maxLength: 5 }), { maxLength: 2 }),
    extra: fc.record({ bibtex: fc.dictionary(fc.string(), fc.jsonValue()), 'csl-json': fc.dictionary(fc.string(), fc.jsonValue()), ris: fc.dictionary(fc.string(), fc.jsonValue()) }) as fc.Arbitrary<NonNullable<PaperFields['extra']>>,
  });

  it('of arbitrary papers is a text, and its reader finds as many records as there are papers with a title', () => {
    const readers = { bibtex, 'csl-json': cslJson, ris, 'lectern-json': lecternJson };
    fc.assert(
      fc.property(fc.array(anything, { minLength: 1, maxLength: 3 }), (list) => {
        const papers = list.map((fields, index) => aPaper({ ...fields, title: `T ${fields.title}`, key: `k-${index}` }));
        for (const { id } of EXPORT_FORMATS) {
          const text = exportPapers(papers, id);
          if (id !== 'markdown') {
            assert.equal(readers[id].read({ text }).papers.length, papers.length, text);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('as CSL-JSON has no variable that the schema does not have', () => {
    fc.assert(
      fc.property(anything, (fields) => {
        const [item] = JSON.parse(exportPapers([aPaper(fields)], 'csl-json')) as readonly Readonly<Record<string, Json>>[];
        for (const [name, value] of Object.entries(item ?? {})) {
          const sound = name === 'id' ? value === 'hapo' : name === 'type' ? typeof value === 'string' && isCslType(value) : name === 'custom' ? typeof value === 'object' : isCslVariable(name, value);
          assert.ok(sound, `${name}: ${JSON.stringify(value)}`);
        }
      }),
      { numRuns: 200 },
    );
  });
});
