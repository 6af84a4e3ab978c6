import fc from 'fast-check';
import type { Digest } from '../../../src/core/papers/digest';
import type { PaperFields } from '../../../src/core/papers/paper';
import { digestOf } from './pages';

/** Records of few names, so that many are the same paper by one mark and contradict in another. */
export const someRecord: fc.Arbitrary<PaperFields> = fc.record(
  {
    title: fc.constantFrom('One: A', 'One – a', 'One: B', 'Two: A', 'Three', 'Editorial', '', 'Four of Them'),
    abstract: fc.constantFrom('', 'Text.', 'At https://a.org/b.'),
    arxivId: fc.constantFrom('1', '2', '3'),
    arxivVersion: fc.constantFrom(1, 2),
    doi: fc.constantFrom('10.1/a', '10.1/b', '10.1/c'),
    authors: fc.constantFrom([], ['A. One'], ['A. One', 'B. Two']),
    authorCount: fc.nat(2),
    published: fc.constantFrom('2024-01-02', '2024-03-04'),
    year: fc.constantFrom(2023, 2024),
    comments: fc.nat(3),
    extra: fc.constantFrom({}, { bibtex: { note: 'x' } }, { bibtex: { note: 'y', isbn: '1' }, ris: { AN: 'z' } }),
  },
  { requiredKeys: ['title', 'abstract'], noNullPrototype: true },
);

/** Digests of different days, one of them perhaps undated. */
export const someDigests: fc.Arbitrary<readonly Digest[]> = fc
  .uniqueArray(fc.tuple(fc.nat(5), fc.array(someRecord, { maxLength: 6 })), { maxLength: 4, selector: ([day]) => day })
  .map((all) => all.map(([day, papers]) => (day === 0 ? undated(papers) : digestOf(`2025-01-0${day}`, papers))));

function undated(papers: readonly PaperFields[]): Digest {
  const { source, format, title, lines, problems } = digestOf('2025-01-01', papers);
  return { id: 'undated', source, format, title, papers, lines, problems };
}

/** A digest with its records in another order. */
export function shuffled(digest: Digest, order: readonly number[]): Digest {
  const indexes = digest.papers.map((_, index) => index).sort((one, other) => (order[one] ?? 0) - (order[other] ?? 0));
  return { ...digest, papers: indexes.flatMap((index) => digest.papers[index] ?? []), lines: indexes.flatMap((index) => digest.lines[index] ?? []) };
}
