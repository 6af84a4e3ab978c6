import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDailyPapersText } from '../../../src/core/papers/formats/daily-papers-text';
import type { Digest } from '../../../src/core/papers/digest';
import type { PaperFields } from '../../../src/core/papers/paper';
import { bundledDigest, bundledPage, printPage } from './pages';

const lines = bundledPage.split('\n');
const lineNumber = fc.nat({ max: lines.length - 1 });

/** Lines of each paper of the bundled page: title, abstract and the three of its footer. */
const places = bundledDigest.papers.map(({ title }) => {
  const first = lines.indexOf(title);
  return [first, first + 2, first + 4, first + 5, first + 6] as const;
});

/** Where each paper of the bundled page ends, in UTF-16 units. */
const ends = places.map(([, , , , last]) => lines.slice(0, last + 1).join('\n').length);

function assertSound(digest: Digest, text: string): void {
  const count = text.split(/\r\n|\n|\r/u).length;
  for (const { line, reason } of digest.problems) {
    assert.ok(Number.isInteger(line) && line >= 1 && line <= count, `line ${line} of ${count}`);
    assert.notEqual(reason, '');
  }
  for (const { title } of digest.papers) {
    assert.notEqual(title.trim(), '');
  }
}

/** Whether a digest holds a paper with exactly these fields. */
function finder(digest: Digest): (paper: PaperFields) => boolean {
  const found = new Set(digest.papers.map((paper) => JSON.stringify(paper)));
  return (paper) => found.has(JSON.stringify(paper));
}

describe('reading a Daily Papers page', () => {
  it('finds every untouched paper after lines were lost, and reports what it lost', () => {
    fc.assert(
      fc.property(fc.uniqueArray(lineNumber, { minLength: 1, maxLength: 6 }), (lost) => {
        const gone = new Set(lost);
        const text = lines.filter((_, index) => !gone.has(index)).join('\n');
        const digest = parseDailyPapersText(text);
        assertSound(digest, text);
        const holds = finder(digest);
        bundledDigest.papers.forEach((paper, index) => {
          const own = places[index] ?? [];
          const before = places[index - 1]?.slice(2) ?? [];
          const separated = index === 0 ? !gone.has(own[0] ?? 0) : before.some((line) => !gone.has(line));
          if (separated && own.every((line) => !gone.has(line))) {
            assert.ok(holds(paper), paper.title);
          }
        });
        const harmful = [...gone].some((line) => places.some(([title, abstract, who, , when]) => [title, abstract, who, when].includes(line)));
        assert.equal(harmful && digest.problems.length === 0, false);
      }),
      { numRuns: 300 },
    );
  });

  it('finds all other papers when one line is doubled', () => {
    fc.assert(
      fc.property(lineNumber, (doubled) => {
        const text = [...lines.slice(0, doubled + 1), ...lines.slice(doubled)].join('\n');
        const digest = parseDailyPapersText(text);
        assertSound(digest, text);
        assert.equal(digest.papers.length, 42);
        const holds = finder(digest);
        bundledDigest.papers.forEach((paper, index) => {
          if (!(places[index] as readonly number[] | undefined)?.includes(doubled)) {
            assert.ok(holds(paper), paper.title);
          }
        });
      }),
      { numRuns: 150 },
    );
  });

  it('is sound whatever is put between the lines', () => {
    const junk = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('·', 'Jan 9', 'May 1, 2025 3', '• 4 authors', 'google Google', 'new', 'Feb 30, 2024'));
    fc.assert(
      fc.property(fc.array(fc.tuple(lineNumber, junk), { maxLength: 12 }), (insertions) => {
        const edited = [...lines];
        for (const [at, text] of insertions) {
          edited.splice(at, 0, text);
        }
        const text = edited.join('\n');
        assertSound(parseDailyPapersText(text), text);
      }),
      { numRuns: 150 },
    );
  });

  it('is sound wherever the text is cut off, and keeps what was whole', () => {
    fc.assert(
      fc.property(fc.nat({ max: bundledPage.length }), (length) => {
        const text = bundledPage.slice(0, length);
        const digest = parseDailyPapersText(text);
        assertSound(digest, text);
        const holds = finder(digest);
        bundledDigest.papers.forEach((paper, index) => {
          if ((ends[index] ?? 0) <= length) {
            assert.ok(holds(paper), paper.title);
          }
        });
      }),
      { numRuns: 150 },
    );
  });

  it('is sound for any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => assertSound(parseDailyPapersText(text), text)));
  });

  it('gives back generated papers as they were printed', () => {
    fc.assert(
      fc.property(fc.array(generatedPaper, { minLength: 1, maxLength: 8 }), (papers) => {
        const digest = parseDailyPapersText(printPage('Jun 30', papers));
        assert.deepEqual(digest.papers, papers);
        assert.deepEqual(digest.problems, []);
        assert.match(digest.date ?? '', /-06-30$/u);
        const newest = papers.map((paper) => paper.published ?? '').sort().at(-1) ?? '';
        assert.ok((digest.date ?? '') >= newest && Number(digest.date?.slice(0, 4)) <= Number(newest.slice(0, 4)) + 1);
      }),
    );
  });

  it('takes time linear in the text, also for a million hostile lines', function () {
    this.timeout(20_000);
    for (const line of ['·', 'Jan 9', '• 3 authors']) {
      const text = `${line}\n`.repeat(1_000_000);
      const started = performance.now();
      parseDailyPapersText(text);
      const elapsedMs = performance.now() - started;
      assert.ok(elapsedMs < 8_000, `${JSON.stringify(line)}: ${elapsedMs} ms`);
    }
  });
});

const word = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öα-ω\u4E00-\u4E20]{1,12}$/u);
const sentence = fc.array(word, { minLength: 4, maxLength: 60 }).map((words) => `${words.join(' ')}.`);
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const generatedPaper: fc.Arbitrary<PaperFields> = fc
  .record({
    title: fc.array(word, { minLength: 2, maxLength: 12 }).map((words) => `T${words.join(' ')}`),
    abstract: fc.array(sentence, { minLength: 1, maxLength: 3 }).map((paragraphs) => paragraphs.join('\n\n')),
    who: fc.oneof(
      fc.integer({ min: 1, max: 900 }).map((authorCount) => ({ authorCount })),
      fc
        .tuple(fc.stringMatching(/^[a-z][a-z0-9-]{1,12}$/u), fc.stringMatching(/^[A-Z][a-z]{1,8}( [A-Z][a-z]{1,8}){0,2}$/u))
        .map(([slug, name]) => ({ organisation: { slug, name } })),
    ),
    published: day,
    comments: fc.option(fc.nat({ max: 999 }), { nil: undefined }),
  })
  .map(({ title, abstract, who, published, comments }) => ({
    title,
    abstract,
    ...who,
    published,
    ...(comments === undefined ? {} : { comments }),
  }));
