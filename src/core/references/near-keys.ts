import type { Paper, PaperKey } from '../papers/paper';

/** Mistypings that a key can have and still be told, by a third of its length at most. */
const MOST_EDITS = 3;

/** The keys that a mistyped one may be meant for, the nearest first. */
export function nearKeys(papers: readonly Paper[], typed: string, most = 3): readonly PaperKey[] {
  const wanted = typed.toLowerCase().replace(/_/gu, '-');
  const limit = Math.min(MOST_EDITS, Math.floor(wanted.length / 3));
  const near = papers.flatMap(({ key }) => {
    const distance = key.startsWith(`${wanted}-`) || wanted.startsWith(`${key}-`) ? limit : distanceWithin(wanted, key, limit);
    return distance === undefined ? [] : [{ key, distance }];
  });
  return near.sort((one, other) => one.distance - other.distance).slice(0, most).map(({ key }) => key);
}

/** Insertions, deletions and replacements between two texts (Levenshtein), or `undefined` beyond `limit`. */
function distanceWithin(one: string, other: string, limit: number): number | undefined {
  if (Math.abs(one.length - other.length) > limit) {
    return undefined;
  }
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let beside = 1; beside <= other.length; beside++) {
      const replaced = (row[beside - 1] ?? 0) + (one[at - 1] === other[beside - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[beside] ?? 0) + 1, (next[beside - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > limit) {
      return undefined;
    }
    row = next;
  }
  const distance = row[other.length] ?? 0;
  return distance <= limit ? distance : undefined;
}
