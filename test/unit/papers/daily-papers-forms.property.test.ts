import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Digest } from '../../../src/core/papers/digest';
import type { FormatReader } from '../../../src/core/papers/format-reader';
import type { PaperFields } from '../../../src/core/papers/paper';
import { decodeText } from '../../../src/core/papers/decode-text';
import { dailyPapersApi } from '../../../src/core/papers/formats/daily-papers-api';
import { dailyPapersHtml } from '../../../src/core/papers/formats/daily-papers-html';
import { dailyPapersMarkdown } from '../../../src/core/papers/formats/daily-papers-markdown';
import { dailyPapersText } from '../../../src/core/papers/formats/daily-papers-text';
import { readDigest, readDigestOfBytes } from '../../../src/core/papers/read-digest';
import { generatedPapers } from './generated-papers';
import { apiItem, printHtmlPage, printHydratedPage, printMarkdownPage, printUrlsPage } from './printed-pages';

interface Form {
  readonly name: string;
  readonly reader: FormatReader;
  readonly print: (papers: readonly PaperFields[]) => string;
  /** Whether the form gives the number of authors. */
  readonly counts: boolean;
  /** Whether each paper has lines of its own. */
  readonly lined: boolean;
}

const LISTED = '2026-01-12T03:00:00.123Z';

const FORMS: readonly Form[] = [
  { name: 'the page with its addresses on lines', reader: dailyPapersText, print: (papers) => printUrlsPage('Jan 12', papers), counts: true, lined: true },
  { name: 'the page as Markdown', reader: dailyPapersMarkdown, print: (papers) => printMarkdownPage('Jan 12', papers), counts: true, lined: true },
  { name: 'the page as HTML', reader: dailyPapersHtml, print: (papers) => printHtmlPage('Jan 12', papers), counts: true, lined: true },
  { name: 'the page as HTML with its data', reader: dailyPapersHtml, print: (papers) => printHydratedPage('2026-01-12', papers), counts: false, lined: false },
  { name: 'the answer of the API', reader: dailyPapersApi, print: (papers) => JSON.stringify(papers.map((paper) => apiItem(paper, LISTED)), undefined, 1), counts: false, lined: true },
  { name: 'the answer of the API in one line', reader: dailyPapersApi, print: (papers) => JSON.stringify(papers.map((paper) => apiItem(paper, LISTED))), counts: false, lined: false },
  { name: 'JSON Lines', reader: dailyPapersApi, print: (papers) => papers.map((paper) => JSON.stringify(apiItem(paper, LISTED))).join('\n'), counts: false, lined: true },
];

function assertSound({ papers, lines, problems }: Digest, text: string): void {
  const count = text.split(/\r\n|\n|\r/u).length;
  assert.equal(lines.length, papers.length);
  for (const line of [...lines, ...problems.map((problem) => problem.line)]) {
    assert.ok(Number.isInteger(line) && line >= 1 && line <= count, `line ${line} of ${count}`);
  }
  for (const { reason } of problems) {
    assert.notEqual(reason, '');
  }
  for (const { title } of papers) {
    assert.match(title, /^\S(?:.*\S)?$/u);
  }
}

/** What a form can say of a paper. */
function comparable(paper: PaperFields, counts: boolean): PaperFields {
  const { authorCount, ...fields } = paper;
  return counts && authorCount !== undefined ? { ...fields, authorCount } : fields;
}

function survivors(digest: Digest, counts: boolean): (paper: PaperFields) => boolean {
  const byId = new Map(digest.papers.map((paper) => [paper.arxivId, paper]));
  return (paper) => {
    const found = byId.get(paper.arxivId ?? '');
    try {
      assert.deepEqual(found === undefined ? undefined : comparable(found, counts), comparable(paper, counts));
      return true;
    } catch {
      return false;
    }
  };
}

for (const { name, reader, print, counts, lined } of FORMS) {
  describe(`Daily Papers, ${name}`, () => {
    it('gives back generated papers as they were printed', () => {
      fc.assert(
        fc.property(generatedPapers, (papers) => {
          const text = print(papers);
          const digest = readDigest({ text });
          assertSound(digest, text);
          assert.equal(digest.format, reader.format);
          assert.equal(digest.id, 'daily-papers-2026-01-12');
          assert.deepEqual(digest.problems, []);
          assert.deepEqual(digest.papers.map((paper) => comparable(paper, counts)), papers.map((paper) => comparable(paper, counts)));
        }),
      );
    });

    it('is sound wherever it is cut off, and keeps what was whole', () => {
      fc.assert(
        fc.property(generatedPapers, fc.double({ min: 0, max: 1, noNaN: true }), (papers, share) => {
          const text = print(papers);
          const kept = text.slice(0, Math.floor(text.length * share));
          const digest = reader.read({ text: kept });
          assertSound(digest, kept);
          const holds = survivors(digest, counts);
          papers.forEach((paper, index) => {
            const next = papers[index + 1]?.arxivId;
            if (next !== undefined && kept.includes(next)) {
              assert.ok(holds(paper), paper.title);
            }
          });
        }),
        { numRuns: 150 },
      );
    });

    const itWithLines = lined ? it : () => undefined;
    itWithLines('loses only papers whose own lines are damaged', () => {
      const damage = fc.record({ kind: fc.constantFrom('lost', 'doubled', 'swapped', 'junk'), at: fc.double({ min: 0, max: 1, noNaN: true }), junk: fc.oneof(fc.string(), fc.constantFrom('{', '"', '}', ']', '·', '[', '<div>', 'Jan 9', '[-] 3', '](')) });
      fc.assert(
        fc.property(generatedPapers, damage, (papers, { kind, at, junk }) => {
          const intact = print(papers);
          const starts = reader.read({ text: intact }).lines;
          const lines = intact.split('\n');
          const index = Math.floor(at * (lines.length - 2));
          const damaged = damageLine(lines, index, kind, junk);
          const digest = reader.read({ text: damaged });
          assertSound(digest, damaged);
          const holds = survivors(digest, counts);
          papers.forEach((paper, place) => {
            const [from, to] = [starts[place] ?? 1, starts[place + 1] ?? lines.length + 1];
            const touched = index + 2 >= from - 1 && index <= to;
            if (!touched && index + 1 >= (starts[0] ?? 1)) {
              assert.ok(holds(paper), `${kind} line ${index + 1}: ${paper.title}`);
            }
          });
        }),
        { numRuns: 300 },
      );
    });

    it('is sound whatever is put in', () => {
      const junk = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('{', '}', '"', '\\', '<', '</a>', '<article>', '](', '[', '\n', '·', '&#x110000;', '__proto__'));
      fc.assert(
        fc.property(generatedPapers, fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), junk), { maxLength: 10 }), (papers, insertions) => {
          const text = insertions.reduce((whole, [at, part]) => `${whole.slice(0, Math.floor(at * whole.length))}${part}${whole.slice(Math.floor(at * whole.length))}`, print(papers));
          assertSound(reader.read({ text }), text);
          assertSound(readDigest({ text }), text);
        }),
        { numRuns: 150 },
      );
    });

    it('is sound for any text', () => {
      fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => assertSound(reader.read({ text }), text)));
    });
  });
}

function damageLine(lines: readonly string[], index: number, kind: string, junk: string): string {
  const [before, line = '', next = '', after] = [lines.slice(0, index), lines[index], lines[index + 1], lines.slice(index + 2)];
  const middle = kind === 'lost' ? [next] : kind === 'doubled' ? [line, line, next] : kind === 'swapped' ? [next, line] : [line, junk.replace(/[\r\n]/gu, ' '), next];
  return [...before, ...middle, ...after].join('\n');
}

describe('reading whatever is there', () => {
  it('never throws and is sound', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.json(), fc.string()), (text) => {
        assertSound(readDigest({ text }), text);
      }),
      { numRuns: 300 },
    );
  });

  it('decodes or refuses any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        const decoded = decodeText(bytes);
        assert.ok(decoded.kind === 'text' || decoded.reason !== '');
        assert.ok(readDigestOfBytes(bytes, {}).problems.length > 0);
      }),
      { numRuns: 300 },
    );
  });

  it('decodes every text that was encoded in UTF-8 or UTF-16 with a mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }).filter((text) => !/[\p{Cc}]|^\uFEFF/u.test(text)), (text) => {
        const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
        for (const bytes of [Buffer.from(text), Buffer.from(`\uFEFF${text}`), utf16, Buffer.from(utf16).swap16()]) {
          const decoded = decodeText(bytes);
          assert.deepEqual(decoded.kind === 'text' ? [decoded.text, decoded.damaged] : decoded, [text, 0]);
        }
      }),
    );
  });

  it('takes time linear in hostile texts', function () {
    this.timeout(60_000);
    const hostile = ['{"paper":{"id":"', '{"a":[', '[{"title":"x",', '<div>', '<a href="/papers/2401.00001">', '<p>x <a href="https://a.b/">', '&amp;', '> ', '[](', '**a', '- a\n', '  - a\n    - b\n', '\\', '[-] 1\n', 'https://huggingface.co/papers/2401.00001\n', '·\n', 'Submitted by\n', '`', '![', '|a|b|\n'];
    for (const unit of hostile) {
      const text = unit.repeat(1_000_000 / unit.length);
      for (const reader of [dailyPapersApi, dailyPapersHtml, dailyPapersMarkdown, dailyPapersText]) {
        assert.ok(reader.recognise(text) <= 1);
        assertSound(reader.read({ text }), text);
      }
      assertSound(readDigest({ text: `<html>${unit.repeat(200_000 / unit.length)}` }), `<html>${unit.repeat(200_000 / unit.length)}`);
    }
  });
});
