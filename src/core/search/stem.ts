import { porterStem } from './porter-stem';

/** Bounds the memory of the memo, about 5 MB when full. */
const MEMO_SIZE = 30_000;

const memo = new Map<string, string>();

/** Porter stem of a lower-case term, as lunr computes it. */
export function stemOf(term: string): string {
  const known = memo.get(term);
  if (known !== undefined) {
    return known;
  }
  const stem = porterStem(term);
  if (memo.size >= MEMO_SIZE) {
    memo.clear();
  }
  memo.set(term, stem);
  return stem;
}
