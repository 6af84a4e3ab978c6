import assert from 'node:assert/strict';
import { parseDailyPapersText } from '../../../src/core/papers/formats/daily-papers-text';
import type { PaperFields } from '../../../src/core/papers/paper';
import { bundledDigest, bundledPage, readProjectFile } from './pages';

function titled(title: string, papers: readonly PaperFields[] = bundledDigest.papers): PaperFields {
  const found = papers.find((paper) => paper.title.startsWith(title));
  assert.ok(found, `no paper titled ${title}`);
  return found;
}

function numbers(field: 'authorCount' | 'comments'): readonly number[] {
  return bundledDigest.papers.flatMap((paper) => paper[field] ?? []);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

describe('the bundled Daily Papers page', () => {
  it('holds 42 papers and no problem', () => {
    assert.equal(bundledDigest.papers.length, 42);
    assert.deepEqual(bundledDigest.problems, []);
  });

  it('is of the first 9 January that is not before its newest paper', () => {
    const dates = bundledDigest.papers.map((paper) => paper.published ?? '').sort();
    assert.deepEqual([dates[0], dates.at(-1)], ['2019-06-16', '2025-12-04']);
    assert.equal(bundledDigest.date, '2026-01-09');
    assert.equal(bundledDigest.id, 'daily-papers-2026-01-09');
    assert.equal(bundledDigest.title, 'Daily Papers, 9 January 2026');
  });

  it('counts 261 authors of 41 papers and 59 comments on 20', () => {
    assert.deepEqual([numbers('authorCount').length, sum(numbers('authorCount'))], [41, 261]);
    assert.deepEqual([numbers('comments').length, sum(numbers('comments'))], [20, 59]);
  });

  it('names one organisation in place of authors', () => {
    const organised = bundledDigest.papers.filter((paper) => paper.organisation !== undefined);
    assert.deepEqual(organised.map((paper) => paper.title), ['Extracting alignment data in open models']);
    assert.deepEqual(organised[0]?.organisation, { slug: 'google', name: 'Google' });
    assert.equal(organised[0].authorCount, undefined);
  });

  it('keeps every title and abstract to the letter', () => {
    const lines = new Set(bundledPage.split('\n'));
    for (const { title, abstract } of bundledDigest.papers) {
      assert.ok(lines.has(title), title);
      assert.ok(lines.has(abstract), abstract);
    }
    const text = bundledDigest.papers.map((paper) => paper.abstract).join('\n');
    for (const oddity of ['10times', '77\\%', 'We posit that {}, with']) {
      assert.ok(text.includes(oddity), oddity);
    }
  });
});

describe('a Daily Papers page', () => {
  const variants: readonly (readonly [string, (page: string) => string])[] = [
    ['Windows line ends', (page) => page.replaceAll('\n', '\r\n')],
    ['a byte-order mark', (page) => `\uFEFF${page}`],
    ['no-break spaces', (page) => page.replace(/^ {2}• (\d+) authors$/gmu, '\u00A0\u00A0•\u00A0$1\u00A0authors').replace(/^([A-Z][a-z]{2}) (\d+), /gmu, '$1\u00A0$2,\u00A0')],
    ['blanks at line ends', (page) => page.replaceAll('\n', ' \t\u00A0\n')],
    ['a final newline', (page) => `${page}\n`],
    ['blank lines around everything', (page) => `\n\n${page.replaceAll('\n·\n', '\n\n·\n\n')}\n\n`],
    ['blanks in front of titles', (page) => bundledDigest.papers.reduce((text, { title }) => text.replace(`\n${title}\n`, `\n  ${title}\n`), page)],
    ['the year in its header', (page) => page.replace('\nJan 9\n', '\nJan 9, 2026\n')],
    ['the month written out', (page) => page.replace('\nJan 9\n', '\nJanuary 9\n')],
    ['nothing but the list under the day', (page) => page.slice(page.indexOf('Jan 9'))],
  ];
  for (const [name, vary] of variants) {
    it(`may have ${name}`, () => {
      const { lines, ...digest } = parseDailyPapersText(vary(bundledPage));
      assert.deepEqual({ ...digest, lines: bundledDigest.lines }, bundledDigest);
      assert.equal(lines.length, digest.papers.length);
    });
  }

  it('has a short abstract, not an organisation, between a title and the number of authors', () => {
    const { papers } = parseDailyPapersText('Jan 9\n\nA Title\n\nna na a Ø 一 一.\n\n  • 1 authors\n·\nJan 1, 2000');
    assert.deepEqual([papers[0]?.abstract, papers[0]?.organisation], ['na na a Ø 一 一.', undefined]);
  });

  it('may name its year, organisations, one author in a thousand, and abstracts of several paragraphs', () => {
    const digest = parseDailyPapersText(readProjectFile('test/fixtures/digests/year-and-organisation.txt'));
    assert.deepEqual(digest.problems, []);
    assert.equal(digest.id, 'daily-papers-2026-01-12');
    const [quiet, loud] = digest.papers;
    assert.deepEqual(quiet?.organisation, { slug: 'acme-lab', name: 'Acme Laboratory' });
    assert.match(quiet.abstract, /full stop\.\n\nA second paragraph .* its own {3}inner spacing, .* has it\.$/u);
    assert.deepEqual([quiet.published, quiet.comments, loud?.authorCount, loud?.published], ['2026-01-09', 1, 1204, '2025-12-31']);
  });

  it('of 29 February is of the next leap year', () => {
    const page = 'Feb 29\n\nA Title\n\nAn abstract.\n\n  • 1 authors\n·\nMar 1, 2097';
    assert.equal(parseDailyPapersText(page).date, '2104-02-29');
  });

  it('followed by another one is one digest of both, with a word about it', () => {
    const digest = parseDailyPapersText(`${bundledPage}\n${bundledPage.replace('\nJan 9\n', '\nJan 8\n')}`);
    assert.equal(digest.papers.length, 84);
    assert.equal(digest.date, '2026-01-09');
    assert.deepEqual(digest.problems.map((problem) => problem.line), [358]);
  });
});

describe('a damaged Daily Papers page', () => {
  it('gives every paper that can be recovered, and each problem with its line', () => {
    const page = readProjectFile('test/fixtures/digests/lines-lost.txt');
    const { papers, problems, date } = parseDailyPapersText(page);
    assert.equal(date, '2026-01-12');
    assert.deepEqual(
      papers.map(({ title, authorCount, published, comments }) => [title.slice(0, 20), authorCount, published, comments]),
      [
        ['No Date at All', 2, undefined, undefined],
        ['A Day That Never Was', 3, undefined, 4],
        ['Only a Title', 4, '2026-01-02', undefined],
        ['The Footer of This P', undefined, undefined, undefined],
        ['And This Is the Pape', 5, '2026-01-03', undefined],
        ['This first abstract ', 6, '2026-01-04', undefined],
        ['Nobody Wrote This', undefined, '2026-01-05', undefined],
        ['Cut off in the Middl', undefined, undefined, undefined],
      ],
    );
    const lineOf = (text: string) => page.split('\n').findIndex((line) => line.startsWith(text)) + 1;
    assert.deepEqual(
      problems.map(({ line, reason }) => [line, reason.replace(/“[^”]*”/u, '…')]),
      [
        [lineOf('No Date') + 5, '… has no date.'],
        [lineOf('Feb 31'), '… is not a date. “A Day That Never Was” was read without one.'],
        [lineOf('Only a Title'), '… has no abstract.'],
        [lineOf('The Footer'), '… has no authors and no date: the lines that end a paper are missing.'],
        [lineOf('And This') + 8, 'A title is missing. The first words of the abstract stand in for it: ….'],
        [lineOf('Nobody') + 4, '… has neither a number of authors nor an organisation.'],
        [lineOf('Cut off'), '… has no authors and no date: the lines that end a paper are missing.'],
      ],
    );
  });

  for (const [name, text] of [
    ['nothing', ''],
    ['only blanks', ' \n\u00A0\r\n\t'],
    ['only furniture', bundledPage.slice(0, bundledPage.indexOf('Jan 9'))],
    ['prose', 'It was a dark and stormy night.\n\nThe rain fell in torrents, except at occasional intervals, when it was checked by wind.'],
    ['bytes that are no text', Array.from({ length: 5000 }, (_, index) => String.fromCharCode((index * 7919) % 256)).join('')],
  ] as const) {
    it(`that is ${name} has no papers, and says so`, () => {
      const { papers, problems, date } = parseDailyPapersText(text);
      assert.deepEqual([papers, date], [[], undefined]);
      assert.match(problems[0]?.reason ?? '', /^No papers were found/u);
    });
  }

  it('without a day has papers and no date', () => {
    const { papers, problems, date, id } = parseDailyPapersText(bundledPage.replace('\nJan 9\n', '\n\n'));
    assert.deepEqual(papers, bundledDigest.papers);
    assert.equal(date, undefined);
    assert.match(id, /^daily-papers-undated-[a-z0-9]{7}$/u);
    assert.deepEqual(problems.map((problem) => problem.line), [1]);
  });

  it('with a footer twice tells when the two disagree', () => {
    const page = 'Jan 9\n\nA Title\n\nAn abstract.\n\n  • 1 authors\n  • 1 authors\n·\nDec 4, 2025 2\nDec 5, 2025 2';
    const { papers, problems } = parseDailyPapersText(page);
    assert.deepEqual(papers.map((paper) => paper.published), ['2025-12-04']);
    assert.deepEqual(problems.map((problem) => problem.line), [11]);
  });

  it('does not take a one-line abstract for an organisation', () => {
    for (const gap of ['\n\n', '\n']) {
      const { papers } = parseDailyPapersText(`Jan 9\n\nA Title\n\nWe study nothing${gap}·\nDec 4, 2025`);
      assert.equal(titled('A Title', papers).abstract, 'We study nothing');
    }
  });

  it('does not take the date of its first paper for its own day', () => {
    const abstract = bundledDigest.papers[0]?.abstract ?? '';
    const { papers, date } = parseDailyPapersText(`A Title\n\n${abstract}\n\nDec 4, 2025`);
    assert.deepEqual(papers, [{ title: 'A Title', abstract, published: '2025-12-04' }]);
    assert.equal(date, undefined);
  });

  it('without an abstract still has its organisation', () => {
    const { papers } = parseDailyPapersText('Jan 9\n\nA Title\n\ngoogle Google\n·\nDec 4, 2025');
    assert.deepEqual(titled('A Title', papers).organisation, { slug: 'google', name: 'Google' });
  });
});
