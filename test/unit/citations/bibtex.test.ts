import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bibtexTitle, paperAsBibtex } from '../../../src/core/citations/bibtex';
import { buildLibrary } from '../../../src/core/papers/library';
import { aPaper, bundledDigest } from '../papers/pages';

/** Reads an entry as BibTeX does: braces are counted wherever they stand, escaped or not. */
function readEntry(text: string): { readonly key: string; readonly fields: Readonly<Record<string, string>> } {
  const [, key, body] = /^@misc\{([a-z0-9-]+),\n(.*)\}\n$/su.exec(text) ?? [];
  assert.ok(key !== undefined && body !== undefined, text);
  const fields: [string, string][] = [];
  let rest = body;
  while (rest !== '') {
    const [opening, name] = /^ {2}([A-Za-z]+) = \{/u.exec(rest) ?? [];
    assert.ok(opening !== undefined && name !== undefined, rest);
    let depth = 1;
    let end = opening.length;
    for (; depth > 0; end++) {
      assert.ok(end < rest.length, `braces do not balance: ${text}`);
      depth += rest[end] === '{' ? 1 : rest[end] === '}' ? -1 : 0;
    }
    fields.push([name, rest.slice(opening.length, end - 1)]);
    assert.ok(rest.startsWith(',\n', end), rest);
    rest = rest.slice(end + 2);
  }
  return { key, fields: Object.fromEntries(fields) };
}

const COMMANDS: Readonly<Record<string, string>> = {
  '\\textbackslash{}': '\\', '\\textbraceleft{}': '{', '\\textbraceright{}': '}', '\\textasciicircum{}': '^', '\\textasciitilde{}': '~',
};

/** The words LaTeX prints for a value without formulas and accents. */
function printed(value: string): string {
  return value.replace(/\\text[a-z]+\{\}|\\([%&#_$])|[{}]/gu, (match, character: string | undefined) => COMMANDS[match] ?? character ?? '');
}

describe('a paper as BibTeX', () => {
  it('has the fields that are known, in braces that balance', () => {
    const paper = aPaper({ title: 'HAPO: Training via History-Aware Policies', authors: ['Chengyu Huang', 'Research and Development'], published: '2025-05-16', arxivId: '2505.11225', doi: '10.48550/arxiv.2505.11225' });
    assert.equal(
      paperAsBibtex(paper),
      `@misc{hapo,
  title = {{HAPO}: Training via History-Aware Policies},
  author = {Chengyu Huang and {Research and Development}},
  year = {2025},
  eprint = {2505.11225},
  archivePrefix = {arXiv},
  url = {https://arxiv.org/abs/2505.11225},
  doi = {10.48550/arxiv.2505.11225},
}
`,
    );
  });

  it('without an identifier says which digest it is from, and no authors when they are only counted', () => {
    assert.deepEqual(readEntry(paperAsBibtex(aPaper({ authorCount: 3 }))), {
      key: 'hapo',
      fields: { title: '{HAPO}: A Title', note: 'Listed in daily-papers-2026-01-09' },
    });
  });

  it('can be read back for every bundled paper, with the title it has', () => {
    for (const paper of buildLibrary([bundledDigest]).papers) {
      const { key, fields } = readEntry(paperAsBibtex(paper));
      assert.equal(key, paper.key);
      assert.equal(printed(fields['title'] ?? ''), paper.title);
      assert.equal(fields['year'], paper.published?.slice(0, 4));
    }
  });
});

describe('a title in BibTeX', () => {
  const cases: readonly (readonly [title: string, value: string])[] = [
    ['FlashAttention: Fast and Exact Attention with IO-Awareness', '{FlashAttention}: Fast and Exact Attention with {IO}-Awareness'],
    ['E^2-LLM: Efficient', '{E\\textasciicircum{}2-LLM}: Efficient'],
    ['LLMs Can Reason (XL3M)', '{LLMs} Can Reason ({XL3M})'],
    ['LVD-2M and Long-CLIP', '{LVD-2M} and {Long-CLIP}'],
    ['Scaling Laws: Part I', 'Scaling Laws: Part {I}'],
    ['A Benchmark', 'A Benchmark'],
    ['We posit that {}, with 77\\% of 5%', 'We posit that \\textbraceleft{}\\textbraceright{}, with 77\\% of 5\\%'],
    ['Aya by \\"Ust\\"un & Co_', 'Aya by {\\"U}st{\\"u}n \\& Co\\_'],
    ['Solving $x^{2}$ for $5 or $6', 'Solving {$x^{2}$} for \\$5 or \\$6'],
    ['Broken $x^{2$ maths', 'Broken \\$x\\textasciicircum{}\\textbraceleft{}2\\$ maths'],
    ['Two\nlines\t and ~', 'Two lines and \\textasciitilde{}'],
    ['Ends in \\', 'Ends in \\textbackslash{}'],
  ];
  for (const [title, value] of cases) {
    it(`is right for ${JSON.stringify(title)}`, () => assert.equal(bibtexTitle(title), value));
  }

  it('prints as the words it is made from', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.oneof(fc.constantFrom(...Array.from('{}^~%&#_- AaBbCc:.')), fc.string({ minLength: 1, maxLength: 1 })), maxLength: 40 }), (title) => {
        fc.pre(!/[\\$]/u.test(title));
        assert.equal(printed(bibtexTitle(title)), title.replace(/[\p{Cc}\s]+/gu, ' ').trim());
      }),
      { numRuns: 500 },
    );
  });

  it('never breaks its entry, whatever the paper holds', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.array(fc.constantFrom('{', '}', '\\', '$', '"', "'", '%', '@', ' and ', '\n', 'A', 'x', '\\{', '\\}', '\\"', '^', '-', '}}'), { maxLength: 20 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, name, id) => {
        const { fields } = readEntry(paperAsBibtex(aPaper({ title, authors: [name], arxivId: id, doi: id })));
        assert.deepEqual(Object.keys(fields), ['title', 'author', 'eprint', 'archivePrefix', 'url', 'doi']);
        assert.ok(Object.values(fields).every((value) => !value.includes('\n')));
        const plain = readEntry(paperAsBibtex(aPaper({ title, digests: [id] })));
        assert.deepEqual(Object.keys(plain.fields), ['title', 'note']);
      }),
      { numRuns: 1000 },
    );
  });

  it('of a million characters takes no time', () => {
    for (const title of ['a'.repeat(1e6), '-'.repeat(1e6), '$'.repeat(1e6), 'a-'.repeat(5e5), '{'.repeat(1e6)]) {
      const started = performance.now();
      bibtexTitle(title);
      assert.ok(performance.now() - started < 3_000, title.slice(0, 4));
    }
  });
});
