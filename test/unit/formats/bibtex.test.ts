import assert from 'node:assert/strict';
import { bibtex } from '../../../src/core/papers/formats/bibtex';
import { readBibtexNames } from '../../../src/core/papers/formats/bibtex-names';
import { latexText, verbatimText } from '../../../src/core/papers/formats/latex-text';
import type { PaperFields } from '../../../src/core/papers/paper';
import { assertSound, onlyPaper } from './reading';

function read(text: string): PaperFields {
  return onlyPaper(bibtex.read({ text }));
}

describe('a BibTeX entry', () => {
  it('of a proceedings site is read, with strings and quoted values', () => {
    const text = `@string{icml = "Proceedings of the " # {ICML}}
@inproceedings{devlin-etal-2019-bert,
    title = "{BERT}: Pre-training of Deep Bidirectional Transformers for {"}Language{"}",
    author = "Devlin, Jacob  and
      Chang, Ming-Wei",
    editor = "Burstein, Jill",
    booktitle = icml # " 39",
    month = jun,
    year = "2019",
    pages = "4171--4186",
    url = "https://aclanthology.org/N19-1423/",
    doi = "10.18653/v1/N19-1423",
    abstract = "We introduce a new model. It is
      50\\% better.",
}
`;
    assert.deepEqual(read(text), {
      title: 'BERT: Pre-training of Deep Bidirectional Transformers for "Language"',
      abstract: 'We introduce a new model. It is 50% better.',
      authors: ['Jacob Devlin', 'Ming-Wei Chang'],
      year: 2019,
      doi: '10.18653/v1/n19-1423',
      venue: 'Proceedings of the ICML 39',
      url: 'https://aclanthology.org/N19-1423/',
      extra: { bibtex: { type: 'inproceedings', key: 'devlin-etal-2019-bert', fields: { editor: 'Burstein, Jill', month: 'jun', pages: '4171--4186' } } },
    });
  });

  it('of arXiv has identifier, version and class', () => {
    const text = '@misc{dao2022, title={FlashAttention}, author={Tri Dao and others}, year={2022}, eprint={2205.14135v2}, archivePrefix={arXiv}, primaryClass={cs.LG}, url={https://arxiv.org/abs/2205.14135}}';
    const { arxivId, arxivVersion, categories, extra } = read(text);
    assert.deepEqual({ arxivId, arxivVersion, categories }, { arxivId: '2205.14135', arxivVersion: 2, categories: ['cs.LG'] });
    assert.deepEqual(extra, { bibtex: { type: 'misc', key: 'dao2022', fields: {}, others: true } });
  });

  const places: readonly (readonly [program: string, fields: string, id: string])[] = [
    ['DBLP', 'journal = {CoRR}, volume = {abs/2205.14135}', '2205.14135'],
    ['Google Scholar', 'journal={arXiv preprint arXiv:2205.14135}', '2205.14135'],
    ['Semantic Scholar', 'journal={ArXiv}, volume={abs/2205.14135}', '2205.14135'],
    ['Zotero', 'number = {arXiv:2205.14135}, publisher = {arXiv}, note = {arXiv:2205.14135 [cs]}', '2205.14135'],
    ['BibLaTeX', 'eprint = {hep-ex/0307015}, eprinttype = {arxiv}, eprintclass = {hep-ex}', 'hep-ex/0307015'],
    ['a DOI of arXiv', 'doi = {https://doi.org/10.48550/arXiv.2205.14135}', '2205.14135'],
    ['its page', 'howpublished = {\\url{https://arxiv.org/abs/2205.14135}}', '2205.14135'],
    ['ADS', 'eid = {arXiv:2205.14135}, journal = {arXiv e-prints}', '2205.14135'],
  ];
  for (const [program, fields, id] of places) {
    it(`names a preprint as ${program} does`, () => {
      const paper = read(`@article{k, title = {T}, ${fields}}`);
      assert.equal(paper.arxivId, id);
      assert.equal(paper.doi, undefined);
      assert.equal(paper.venue, undefined);
    });
  }

  it('of another archive is not taken for one of arXiv', () => {
    const { arxivId, extra } = read('@misc{k, title={T}, eprint={2205.14135}, eprinttype={hal}}');
    assert.equal(arxivId, undefined);
    assert.deepEqual(extra?.bibtex?.['fields'], { eprint: '2205.14135', eprinttype: 'hal' });
  });

  const dates: readonly (readonly [fields: string, published: string | undefined, year: number | undefined])[] = [
    ['year = 2022, month = may, day = 27', '2022-05-27', undefined],
    ['year = {2022}, month = {5}, day = {3}', '2022-05-03', undefined],
    ['year = 2022, month = may # "~27"', '2022-05-27', undefined],
    ['year = 2022, month = "27 " # may', '2022-05-27', undefined],
    ['date = {2022-05-27}', '2022-05-27', undefined],
    ['date = {2022-05-27/2022-06-01}', '2022-05-27', undefined],
    ['date = {2022-05}', undefined, 2022],
    ['year = {2022}, month = feb, day = 30', undefined, 2022],
    ['year = {in press}', undefined, undefined],
    ['year = {c. 1887}', undefined, 1887],
  ];
  for (const [fields, published, year] of dates) {
    it(`is dated by ${fields}`, () => {
      const paper = read(`@misc{k, title = {T}, ${fields}}`);
      assert.deepEqual([paper.published, paper.year], [published, year]);
    });
  }

  it('in round brackets, on one line with the next, or with upper-case names is read', () => {
    const text = '@ARTICLE(a, Title = "One (and more)", Year = 2020)\n@article{b, title={Two}} @Article{c,TITLE={Three},}';
    assert.deepEqual(bibtex.read({ text }).papers.map(({ title }) => title), ['One (and more)', 'Two', 'Three']);
  });

  it('inherits venue and year from the one it refers to', () => {
    const text = '@inproceedings{a, title={Child}, crossref={p}}\n@proceedings{p, title={Proc. of X}, year=1999}';
    const [child] = bibtex.read({ text }).papers;
    assert.deepEqual([child?.venue, child?.year], ['Proc. of X', 1999]);
  });

  it('keeps the words of comments out, and what is commented out', () => {
    const text = '% @misc{x\nfree text, mail me@home\n@comment{@article{hidden, title={Hidden}}}\n@Comment{jabref-meta: databaseType:bibtex;}\n@preamble{"\\newcommand{\\x}{y}"}\n@misc{k, title={T}, % a comment\n year=2020}';
    const { title, year } = read(text);
    assert.deepEqual([title, year], ['T', 2020]);
  });
});

describe('a BibTeX bibliography', () => {
  it('is named after its file, or after what is in it', () => {
    const text = '@misc{k, title={T}}';
    assert.deepEqual([bibtex.read({ text, name: 'My Papers.2.bib' })].map(({ id, title }) => [id, title]), [['bibtex-my-papers-2', 'My Papers.2.bib']]);
    assert.match(bibtex.read({ text }).id, /^bibtex-[0-9a-z]{7}$/u);
    assert.equal(bibtex.read({ text }).title, 'BibTeX bibliography, 1 paper');
  });

  it('keeps both entries of a key, and says so', () => {
    const digest = bibtex.read({ text: '@misc{k, title={One}}\n@misc{K, title={Two}}' });
    assert.deepEqual(digest.papers.map(({ title }) => title), ['One', 'Two']);
    assert.deepEqual(digest.problems, [{ line: 2, reason: 'The key “K” is used twice. Both entries were kept.', severity: 'warning' }]);
  });

  const intact = (key: string) => `@article{${key},\n  title = {Title ${key}},\n  author = {A B},\n  year = {2020}\n}\n`;
  const damages: readonly (readonly [what: string, entry: string])[] = [
    ['an entry without its closing brace', '@article{x,\n  title = {Title x},\n  author = {A B}\n'],
    ['a title without its closing brace', '@article{x,\n  title = {Title x,\n  author = {A B}\n}\n'],
    ['a quoted title without its end', '@article{x,\n  title = "Title x,\n  author = {A B}\n}\n'],
    ['a brace too many', '@article{x,\n  title = {Title x}},\n  author = {A B}\n}\n'],
    ['a field without its name', '@article{x,\n  = {nothing},\n  title = {Title x},\n}\n'],
    ['an odd dollar sign', '@article{x,\n  title = {Title x}, abstract = {costs $5}\n}\n'],
    ['an undefined string', '@article{x,\n  title = {Title x}, journal = nowhere\n}\n'],
  ];
  for (const [what, entry] of damages) {
    it(`loses nothing else to ${what}`, () => {
      const text = intact('a') + entry + intact('b');
      const digest = bibtex.read({ text });
      assertSound(digest, text);
      assert.deepEqual(digest.papers.map(({ title }) => title), ['Title a', 'Title x', 'Title b']);
      assert.deepEqual(digest.papers[2], onlyPaper(bibtex.read({ text: intact('b') })));
      assert.ok(digest.problems.every(({ line }) => line === 6));
    });
  }

  it('rejects an entry without a title, with its line and key', () => {
    assert.deepEqual(bibtex.read({ text: `${intact('a')}@misc{x, year=2020}` }).problems, [{ line: 6, reason: 'The entry “x” has no title. It was left out.', severity: 'rejected' }]);
  });

  const million = 1_000_000;
  const hostile: readonly (readonly [what: string, text: string])[] = [
    ['braces', '{'.repeat(million)],
    ['entries that are never closed', '@a{'.repeat(million / 3)],
    ['lines of entries that are never closed', '\n@a{k,'.repeat(million / 7)],
    ['deep braces in a title', `@a{k, title={${'{'.repeat(million / 2)}x${'}'.repeat(million / 2)}}}`],
    ['at signs', '@'.repeat(million)],
    ['values that are never closed', `@a{k,${'\na={'.repeat(million / 4)}`],
    ['blanks', `@a{k,title={x}${' '.repeat(million)}?}`],
    ['lines', `@a{k,title={x${'\n'.repeat(million)}}}`],
    ['backslashes', `@a{k,title={${'\\"'.repeat(million / 2)}}}`],
    ['dollar signs', `@a{k,title={${'$'.repeat(million)}}}`],
    ['unknown commands', `@a{k,title={${Array.from({ length: 30_000 }, (_, index) => `\\x${index.toString(2).replaceAll('0', 'a').replaceAll('1', 'b')} `).join('')}}}`],
    ['strings', Array.from({ length: 100_000 }, (_, index) => `@string{s${index} = "v"}\n`).join('')],
    ['strings that double', `@string{s0 = "${'x'.repeat(1000)}"}${Array.from({ length: 60 }, (_, index) => `@string{s${index + 1} = s${index} # s${index}}`).join('')}${'@a{k,title=s60 # s60}'.repeat(1000)}`],
  ];
  for (const [what, text] of hostile) {
    it(`of a million characters of ${what} does not keep the reader`, () => assertSound(bibtex.read({ text }), text));
  }
});

describe('LaTeX as text', () => {
  const cases: readonly (readonly [latex: string, text: string])[] = [
    ['M{\\"u}ller, \\"{U}nal, \\"o, \\\'{\\i}, \\v{s}, \\v s, \\c{c}, \\H{o}, {\\o}re, \\ss{}, \\aa, \\L{}ukasz', 'Müller, Ünal, ö, í, š, š, ç, ő, øre, ß, å, Łukasz'],
    ['{FlashAttention} with {IO}-Awareness', 'FlashAttention with IO-Awareness'],
    ['\\emph{very} {\\it good} \\textbf{x}', 'very good x'],
    ['$x^{2}$ and {$\\alpha$}', '$x^{2}$ and $\\alpha$'],
    ['5\\% of \\$5 \\& more\\_or\\#less', '5% of $5 & more_or#less'],
    ['50% of $5 and $6', '50% of $5 and $6'],
    ['p < q > r', 'p < q > r'],
    ['E\\textasciicircum{}2 \\textbackslash{} \\textbraceleft{}\\textbraceright{} \\textasciitilde{}', 'E^2 \\ {} ~'],
    ['\\unknown{word} \\', '\\unknownword \\'],
    ['\\LaTeX{} \\TeX{} \\alpha{} \\ldots{} A~B', 'LaTeX \\TeX α … A B'],
    ['``quoted\'\' -- and --- dashes', '``quoted\'\' -- and --- dashes'],
  ];
  for (const [latex, text] of cases) {
    it(`is right for ${JSON.stringify(latex)}`, () => assert.equal(latexText(latex), text));
  }

  it('of a URL loses what programs put into it', () => {
    assert.equal(verbatimText('\\url{http://a.b/c\\_d{\\_}e\\%20\\~{}f}'), 'http://a.b/c_d_e%20~f');
  });
});

describe('a BibTeX list of names', () => {
  const cases: readonly (readonly [field: string, names: readonly string[]])[] = [
    ['Dao, Tri and Fu, Daniel Y.', ['Tri Dao', 'Daniel Y. Fu']],
    ['{Dao}, Tri AND {Research and Development, Inc.} and others', ['Tri Dao', 'Research and Development, Inc.']],
    ['van der Berg, Jr., Hans', ['Hans van der Berg Jr.']],
    ['Ludwig van Beethoven', ['Ludwig van Beethoven']],
    ['family=Dao, given=Tri and family=Berg, given=Hans, prefix=van der', ['Tri Dao', 'Hans van der Berg']],
    ['Ann A; Bob B', ['Ann A', 'Bob B']],
    ['Erd{\\H{o}}s, P{\\\'a}l', ['Pál Erdős']],
    [' and and ', []],
  ];
  for (const [field, names] of cases) {
    it(`is read in reading order: ${JSON.stringify(field)}`, () => assert.deepEqual(readBibtexNames(field).names, names));
  }
});
