import type { Paper } from '../../../src/core/papers/paper';

const FIRST_DAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** Papers of one digest, keys `p0`, `p1`, …, a day apart, each with as many comments as its number. */
export function manyPapers(count: number): readonly Paper[] {
  return Array.from({ length: count }, (_, index) => ({
    key: `p${index}`,
    title: `Paper ${index}`,
    abstract: 'An abstract.',
    links: [],
    digests: ['daily-papers-2026-01-09'],
    sources: {},
    published: new Date(FIRST_DAY + (index % 10_000) * DAY_MS).toISOString().slice(0, 10),
    comments: index,
  }));
}
