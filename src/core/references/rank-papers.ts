import type { Paper } from '../papers/paper';

/**
 * The papers that a few typed letters may mean, best first: by the beginning of the key, of a part of the key, of words of the
 * title, in that order; each typed word must be found. Nothing typed means every paper.
 */
export function rankPapers(papers: readonly Paper[], typed: string, most: number): readonly Paper[] {
  const words = typed.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const typedKey = words.join('-');
  const ranked = papers.flatMap((paper) => {
    const rank = rankOf(paper, typedKey, words);
    return rank === undefined ? [] : [{ paper, rank }];
  });
  return ranked.sort((one, other) => one.rank - other.rank).slice(0, most).map(({ paper }) => paper);
}

/** 0 is best; `undefined` where a word is not found. */
function rankOf({ key, title }: Paper, typedKey: string, words: readonly string[]): number | undefined {
  if (key.startsWith(typedKey)) {
    return key === typedKey ? 0 : 1;
  }
  if (`-${key}`.includes(`-${typedKey}`)) {
    return 2;
  }
  const said = ` ${key} ${title}`.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
  return words.every((word) => said.includes(` ${word}`)) ? 3 : undefined;
}
