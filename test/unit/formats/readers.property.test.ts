import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exportPapers } from '../../../src/core/citations/export-papers';
import { bibtex } from '../../../src/core/papers/formats/bibtex';
import { cslJson } from '../../../src/core/papers/formats/csl-json';
import { lecternJson } from '../../../src/core/papers/formats/lectern-json';
import { ris } from '../../../src/core/papers/formats/ris';
import { arxivAtom } from '../../../src/core/papers/formats/arxiv-atom';
import { arxivRss } from '../../../src/core/papers/formats/arxiv-rss';
import type { FormatReader } from '../../../src/core/papers/format-reader';
import { aPaper, bundledPage } from '../papers/pages';
import { answer, channel, entry, item } from './feeds';
import { READERS, assertSound, mutated } from './reading';

const papers = ['One', 'Two', 'Three', 'Four'].map((name, index) =>
  aPaper({ key: name.toLowerCase(), title: `Title ${name} of {LLM} & $x$`, abstract: 'Words.\n\nMore words.', authors: ['Tri Dao', 'Ann B'], published: `2022-05-1${index}`, arxivId: `2205.1413${index}`, keywords: ['a', 'b'] }),
);

/** A document of each form, with the records it is made of. */
const documents: readonly { readonly reader: FormatReader; readonly text: string; readonly records: readonly string[] }[] = [
  atomDocument(),
  rssDocument(),
  { reader: bibtex, text: exportPapers(papers, 'bibtex'), records: papers.map((paper) => exportPapers([paper], 'bibtex')) },
  { reader: ris, text: exportPapers(papers, 'ris'), records: papers.map((paper) => exportPapers([paper], 'ris')) },
  { reader: cslJson, text: exportPapers(papers, 'csl-json'), records: papers.map((paper) => exportPapers([paper], 'csl-json').slice(2, -3)) },
  { reader: lecternJson, text: exportPapers(papers, 'lectern-json'), records: papers.map((paper) => JSON.stringify(paper)) },
];

function atomDocument(): (typeof documents)[number] {
  const records = papers.map(({ title, arxivId = '' }) => entry(`${arxivId}v1`, title.replace('&', '&amp;')));
  return { reader: arxivAtom, text: answer(records.join('')), records };
}

function rssDocument(): (typeof documents)[number] {
  const records = papers.map(({ arxivId = '' }) => item(`${arxivId}v1`, 'new'));
  return { reader: arxivRss, text: channel(records.join('')), records };
}

describe('every reader', () => {
  for (const { reader, text, records } of documents) {
    it(`of ${reader.description} takes any text`, () => {
      const soup = fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 10 }), fc.nat({ max: text.length }).map((at) => text.slice(at, at + 20))), { maxLength: 30 }).map((parts) => parts.join(''));
      fc.assert(
        fc.property(fc.oneof(soup, fc.string({ unit: 'binary' })), (any) => {
          reader.recognise(any);
          assertSound(reader.read({ text: any }), any);
        }),
        { numRuns: 200 },
      );
    });

    it(`of ${reader.description} takes damaged documents`, () => {
      fc.assert(
        fc.property(mutated(text), (damaged) => assertSound(reader.read({ text: damaged }), damaged)),
        { numRuns: 200 },
      );
    });

    it(`of ${reader.description} finds every record in front of a place where the text was cut off`, () => {
      const whole = reader.read({ text }).papers;
      assert.equal(whole.length, records.length);
      const ends = records.map((record) => text.indexOf(record) + record.trimEnd().length);
      fc.assert(
        fc.property(fc.nat({ max: text.length - 1 }), (end) => {
          const { papers: found } = reader.read({ text: text.slice(0, end) });
          const complete = ends.filter((recordEnd) => recordEnd <= end).length;
          assert.deepEqual(found.slice(0, complete), whole.slice(0, complete));
        }),
        { numRuns: 200 },
      );
    });

    it(`of ${reader.description} finds every other record when lines of one were lost`, () => {
      const whole = reader.read({ text }).papers;
      fc.assert(
        fc.property(fc.nat({ max: records.length - 1 }), fc.nat(), fc.integer({ min: 1, max: 3 }), (index, at, count) => {
          const record = records[index] ?? '';
          // A line at a time; of a record that is one line, a few characters.
          const lines = record.trimEnd().split(/(?<=\n)/u);
          const parts = lines.length > 3 ? lines : Array.from(record);
          const from = at % parts.length;
          const damaged = [...parts.slice(0, from), ...parts.slice(from + count)].join('');
          const { papers: found } = reader.read({ text: text.replace(record.trimEnd(), () => damaged) });
          const kept = new Set(found.map((paper) => JSON.stringify(paper)));
          whole.forEach((paper, other) => {
            if (other !== index) {
              assert.ok(kept.has(JSON.stringify(paper)), damaged);
            }
          });
        }),
        { numRuns: 200 },
      );
    });
  }

  it('recognises its own form and no other', () => {
    const others = [bundledPage, '<!DOCTYPE html><html><body><article>x</article></body></html>', '[{"paper":{"id":"2405.1","title":"T","authors":[{"name":"A"}]},"publishedAt":"2024-05-28T00:00:00.000Z","title":"T"}]', '# Notes\n\n- a @foo\n', '{}', '[]', ''];
    for (const reader of READERS) {
      for (const { reader: owner, text } of documents) {
        const likelier = owner.recognise(text);
        assert.ok(likelier >= 0.9, owner.format);
        assert.ok(owner === reader || reader.recognise(text) < likelier, `${reader.format} takes ${owner.format}`);
      }
      for (const text of others) {
        assert.equal(reader.recognise(text), 0, `${reader.format}: ${text.slice(0, 40)}`);
      }
    }
  });
});
