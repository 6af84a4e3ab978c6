import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Digest } from '../../../src/core/papers/digest';
import type { FormatReader } from '../../../src/core/papers/format-reader';
import type { PaperFields } from '../../../src/core/papers/paper';
import { arxivAtom } from '../../../src/core/papers/formats/arxiv-atom';
import { arxivRss } from '../../../src/core/papers/formats/arxiv-rss';
import { bibtex } from '../../../src/core/papers/formats/bibtex';
import { cslJson } from '../../../src/core/papers/formats/csl-json';
import { lecternJson } from '../../../src/core/papers/formats/lectern-json';
import { ris } from '../../../src/core/papers/formats/ris';

export const READERS: readonly FormatReader[] = [arxivAtom, arxivRss, bibtex, cslJson, ris, lecternJson];

/** What holds of every digest, whatever it was read from. */
export function assertSound(digest: Digest, text: string): void {
  const count = text.split(/\r\n|\n|\r/u).length;
  assert.equal(digest.lines.length, digest.papers.length);
  for (const line of [...digest.lines, ...digest.problems.map((problem) => problem.line)]) {
    assert.ok(Number.isInteger(line) && line >= 1 && line <= count, `line ${line} of ${count}`);
  }
  assert.ok(digest.problems.every(({ reason }) => reason.trim() !== ''));
  assert.match(digest.id, /^[a-z]+(-[a-z0-9]+)+$/u);
  assert.notEqual(digest.title.trim(), '');
  for (const { title, url = 'https://a.b', published = '2020-01-01' } of digest.papers) {
    assert.notEqual(title.trim(), '');
    assert.match(url, /^https?:\/\//u);
    assert.match(published, /^\d{4}-\d{2}-\d{2}$/u);
  }
}

/** The fields of the only paper of a text, without what is kept aside. */
export function onlyPaper(digest: Digest): PaperFields {
  assert.equal(digest.papers.length, 1, JSON.stringify(digest.problems));
  const [paper] = digest.papers;
  assert.ok(paper !== undefined);
  return paper;
}

export function withoutExtra(paper: PaperFields): PaperFields {
  const { extra, ...fields } = paper;
  assert.ok(extra !== undefined);
  return fields;
}

/** A document with a few of its parts taken out, doubled, or replaced. */
export function mutated(text: string): fc.Arbitrary<string> {
  const junk = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom('<', '>', '</', '<![CDATA[', '<!--', ']]>', '&', '"', '{', '}', '@', ',', '\\', '\n', '[', ']', '$', 'TY  - ', 'ER  - ', '\u0000', '@string{', '<item>', '</entry>'),
  );
  const edit = fc.record({ at: fc.nat({ max: text.length }), length: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 300 })), junk });
  return fc.array(edit, { minLength: 1, maxLength: 4 }).map((edits) =>
    edits.reduce((damaged, { at, length, junk: put }) => damaged.slice(0, at) + put + damaged.slice(at + length), text),
  );
}
