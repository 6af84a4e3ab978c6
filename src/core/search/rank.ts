import { peopleOf, type SearchDocument } from './document';
import type { QueryWord } from './query';
import type { Scores } from './score';
import { phraseOf } from './tokenise';

/** Shares of the final score, measured on queries over 10,000 papers. */
const SHARE = { score: 0.5, coverage: 0.7, titleCoverage: 0.25 };
const BONUS = { titleBegins: 0.45, titleHolds: 0.4, titleHoldsJoined: 0.1, peopleHold: 0.35 };

/** The phrase bonus is looked at for this many candidates. */
const MIN_CANDIDATES = 120;
const MIN_JOINED_LENGTH = 4;

/** Coverage above this is every word as it stands, summed in single precision. Spares the names of most candidates. */
const COMPLETE = 0.999;

export interface Ranked {
  /** Position among the documents. */
  readonly document: number;
  readonly score: number;
}

/** The best documents, best first; equal ones in the order of the documents. */
export function rank(scores: Scores, words: readonly QueryWord[], documents: readonly SearchDocument[], limit: number): readonly Ranked[] {
  const phrase = ` ${words.map(({ term }) => term).join(' ')}`;
  return topCandidates(scores, Math.max(limit, MIN_CANDIDATES))
    .map(({ document, score }) => {
      const found = documents[document];
      const complete = (scores.coverage[document] ?? 0) > COMPLETE;
      return { document, score: found ? score + phraseBonus(phrase, found, complete) : score };
    })
    .sort(byScore)
    .slice(0, limit);
}

function topCandidates({ score, coverage, titleCoverage }: Scores, limit: number): Ranked[] {
  const most = score.reduce((a, b) => Math.max(a, b), 0) || 1;
  let top: Ranked[] = [];
  let least = 0;
  coverage.forEach((covered, document) => {
    if (covered === 0) {
      return;
    }
    const total =
      (SHARE.score * (score[document] ?? 0)) / most + SHARE.coverage * covered * covered + SHARE.titleCoverage * (titleCoverage[document] ?? 0);
    if (total > least) {
      top.push({ document, score: total });
    }
    // Sorting now and then is cheaper than keeping the list sorted.
    if (top.length >= 4 * limit) {
      top = top.sort(byScore).slice(0, limit);
      least = top.at(-1)?.score ?? 0;
    }
  });
  return top.sort(byScore).slice(0, limit);
}

/** For the words of the query as they stand: in the title, or as the name of an author or the organisation. */
function phraseBonus(phrase: string, document: SearchDocument, complete: boolean): number {
  const title = phraseOf(document.title);
  const joined = phrase.replaceAll(' ', '');
  const inTitle = title.startsWith(phrase) ? BONUS.titleBegins : title.includes(phrase) ? BONUS.titleHolds : 0;
  const together = joined.length >= MIN_JOINED_LENGTH && title.replaceAll(' ', '').includes(joined) ? BONUS.titleHoldsJoined : 0;
  const asName = complete && inTitle === 0 && phraseOf(peopleOf(document)).includes(`${phrase} `);
  return (asName ? BONUS.peopleHold : inTitle) + together;
}

function byScore(a: Ranked, b: Ranked): number {
  return b.score - a.score || a.document - b.document;
}
