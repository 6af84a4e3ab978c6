import { peopleOf, type SearchDocument } from './document';
import type { Candidate, IndexAnswer } from './index-query';
import type { Scores } from './score';
import { phraseOf } from './tokenise';

/** Shares of the final score, measured on queries over 10,000 papers. */
const SHARE = { score: 0.5, coverage: 0.7, titleCoverage: 0.25 };
const BONUS = { titleBegins: 0.45, titleHolds: 0.4, titleHoldsJoined: 0.1, peopleHold: 0.35 };

const MAX_BONUS = BONUS.titleBegins + BONUS.titleHoldsJoined;

/** The phrase bonus is looked at for this many candidates. */
export const MIN_CANDIDATES = 120;
const MIN_JOINED_LENGTH = 4;

/** Coverage above this is every word as it stands, summed in single precision. Spares the names of most candidates. */
const COMPLETE = 0.999;

/** The best documents by what the index tells, best first; equal ones in their order. */
export function topCandidates(scores: Scores, limit: number): Omit<Candidate, 'corrections'>[] {
  const { count, documents, coverage } = scores;
  const totals = totalsOf(scores);
  const order = (a: number, b: number): number => (totals[b] ?? 0) - (totals[a] ?? 0) || (documents[a] ?? 0) - (documents[b] ?? 0);
  let top: number[] = [];
  let least = 0;
  for (let at = 0; at < count; at++) {
    if ((totals[at] ?? 0) >= least) {
      top.push(at);
    }
    // Sorting now and then is cheaper than keeping the list sorted.
    if (top.length > 4 * limit + MIN_CANDIDATES) {
      top = top.sort(order).slice(0, limit);
      least = totals[top.at(-1) ?? 0] ?? 0;
    }
  }
  return top
    .sort(order)
    .slice(0, limit)
    .map((at) => ({ document: documents[at] ?? 0, score: totals[at] ?? 0, complete: (coverage[at] ?? 0) > COMPLETE }));
}

function totalsOf({ count, score, coverage, titleCoverage }: Scores): Float64Array {
  let most = 0;
  for (let at = 0; at < count; at++) {
    most = Math.max(most, score[at] ?? 0);
  }
  const scale = SHARE.score / (most || 1);
  const totals = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    const covered = coverage[at] ?? 0;
    totals[at] = scale * (score[at] ?? 0) + SHARE.coverage * covered * covered + SHARE.titleCoverage * (titleCoverage[at] ?? 0);
  }
  return totals;
}

/** The candidates of an answer with what only their texts tell, best first; equal ones in the order of the documents. */
export function rank({ typed, candidates }: IndexAnswer, documents: readonly SearchDocument[], limit: number): Candidate[] {
  const phrase = ` ${typed.map(({ term }) => term).join(' ')}`;
  const best: Candidate[] = [];
  for (const candidate of candidates) {
    const last = best[limit - 1];
    if (limit === 0 || (last && candidate.score + MAX_BONUS < last.score)) {
      // They come best first: no other one can be among the best any more.
      break;
    }
    const document = documents[candidate.document];
    if (document) {
      insert(best, { ...candidate, score: candidate.score + phraseBonus(phrase, document, candidate.complete) }, limit);
    }
  }
  return best;
}

/** Inserts into a list that is kept best first and no longer than the limit. */
function insert(best: Candidate[], candidate: Candidate, limit: number): void {
  const order = (a: Candidate, b: Candidate): number => b.score - a.score || a.document - b.document;
  let place = best.length;
  for (let before = best[place - 1]; before && order(candidate, before) < 0; before = best[place - 1]) {
    place--;
  }
  best.splice(place, 0, candidate);
  best.length = Math.min(best.length, limit);
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
