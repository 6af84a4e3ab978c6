import type { ExpandedWord, Expansion } from './expand';
import { IN_TITLE, placeOf, WEIGHT_UNIT, type Shard } from './shard';
import type { Vocabulary } from './vocabulary';

/** What the index says of every document for one query; documents are counted through all shards. */
export interface Scores {
  /** Sum over the query's words of the best expansion's weighted boost. */
  readonly score: Float32Array;
  /** Mean over the words of how surely the document has them, 0 to 1. 0: no word matches. */
  readonly coverage: Float32Array;
  /** The same for the title alone. */
  readonly titleCoverage: Float32Array;
  /** Number of the query's words that the document has in some form. */
  readonly wordsHeld: Uint8Array;
}

/** A term of an expansion in one shard. */
interface TermPostings {
  readonly from: number;
  readonly to: number;
  /** Makes the shard's weights comparable: inverse document frequency of all documents over that of the shard. */
  readonly scale: number;
}

/** Scores all documents of all shards. */
export function scoreDocuments(words: readonly ExpandedWord[], shards: readonly Shard[], vocabulary: Vocabulary): Scores {
  const total: Scores = emptyScores(vocabulary.size);
  let first = 0;
  for (const shard of shards) {
    const slice = subScores(total, first, first + shard.size);
    for (const { expansions } of words) {
      const word = emptyScores(shard.size);
      for (const expansion of expansions) {
        scoreExpansion(expansion, shard, vocabulary, word);
      }
      addScores(slice, word, words.length);
    }
    first += shard.size;
  }
  return total;
}

/** Whether a document of a shard holds all terms of an expansion. */
export function holds(shard: Shard, document: number, { terms }: Expansion): boolean {
  return terms.every((term) => {
    const place = placeOf(shard.terms, term);
    return place >= 0 && postingOf(shard, document, shard.offsets[place] ?? 0, shard.offsets[place + 1] ?? 0) >= 0;
  });
}

function scoreExpansion({ terms, boost, coverage }: Expansion, shard: Shard, vocabulary: Vocabulary, word: Scores): void {
  const lists: TermPostings[] = [];
  for (const term of terms) {
    const place = placeOf(shard.terms, term);
    if (place < 0) {
      return;
    }
    const scale =
      inverseFrequency(vocabulary.size, vocabulary.fieldsWith(term)) / inverseFrequency(shard.size, shard.fieldCounts[place] ?? 0);
    lists.push({ from: shard.offsets[place] ?? 0, to: shard.offsets[place + 1] ?? 0, scale });
  }
  const [leading, ...others] = lists;
  if (!leading) {
    return;
  }
  for (let at = leading.from; at < leading.to; at++) {
    const entry = shard.postings[at] ?? 0;
    const document = entry & ~IN_TITLE;
    let weight = (shard.weights[at] ?? 0) * leading.scale;
    let flags = entry;
    let complete = true;
    for (const { from, to, scale } of others) {
      const posting = postingOf(shard, document, from, to);
      complete &&= posting >= 0;
      weight += (shard.weights[posting] ?? 0) * scale;
      flags &= shard.postings[posting] ?? 0;
    }
    if (complete) {
      raise(word.score, document, (boost * WEIGHT_UNIT * weight) / lists.length);
      raise(word.coverage, document, coverage);
      if ((flags & IN_TITLE) !== 0) {
        raise(word.titleCoverage, document, coverage);
      }
    }
  }
}

/** Place of a document among the postings of a term, −1 when it is not there. */
function postingOf({ postings }: Shard, document: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (((postings[middle] ?? 0) & ~IN_TITLE) < document) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < to && ((postings[low] ?? 0) & ~IN_TITLE) === document ? low : -1;
}

/** As lunr computes it, with the same absolute value for terms in most fields. */
function inverseFrequency(documents: number, fieldsWithTerm: number): number {
  return Math.log(1 + Math.abs((documents - fieldsWithTerm + 0.5) / (fieldsWithTerm + 0.5)));
}

function raise(values: Float32Array, index: number, value: number): void {
  if (value > (values[index] ?? 0)) {
    values[index] = value;
  }
}

function emptyScores(size: number): Scores {
  return { score: new Float32Array(size), coverage: new Float32Array(size), titleCoverage: new Float32Array(size), wordsHeld: new Uint8Array(size) };
}

function subScores({ score, coverage, titleCoverage, wordsHeld }: Scores, from: number, to: number): Scores {
  return {
    score: score.subarray(from, to),
    coverage: coverage.subarray(from, to),
    titleCoverage: titleCoverage.subarray(from, to),
    wordsHeld: wordsHeld.subarray(from, to),
  };
}

function addScores(total: Scores, word: Scores, words: number): void {
  for (let document = 0; document < word.score.length; document++) {
    const coverage = word.coverage[document] ?? 0;
    // Not the score: lunr rounds the weight of a word that all documents have to nothing.
    if (coverage > 0) {
      total.score[document] = (total.score[document] ?? 0) + (word.score[document] ?? 0);
      total.coverage[document] = (total.coverage[document] ?? 0) + coverage / words;
      total.titleCoverage[document] = (total.titleCoverage[document] ?? 0) + (word.titleCoverage[document] ?? 0) / words;
      total.wordsHeld[document] = (total.wordsHeld[document] ?? 0) + 1;
    }
  }
}
