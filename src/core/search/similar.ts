import { inverseFrequency, NOWHERE, postingOf, scaleOf, type PlacedShard } from './score';
import { DOCUMENT, IN_ABSTRACT, IN_TITLE, placeOf, WEIGHT_UNIT, type Shard } from './shard';
import { stemOf } from './stem';
import { STOP_WORDS } from './stop-words';
import type { Vocabulary } from './vocabulary';

/** A document that speaks of the same as another. */
export interface SimilarDocument {
  /** Position among the documents. */
  readonly document: number;
  /** Telling terms of the index that both have, the weightiest first. */
  readonly shared: readonly string[];
}

/** Words of a document that are looked for in others; each has a bit. */
const MOST_WORDS = 24;
const LEAST_SHARED = 2;
/** What is less like it than this share of what is most like it is not called so. */
const LEAST_SCORE = 0.4;
/** A word that more of the documents have than this share tells nothing, in a corpus that is large enough to say so. */
const MOST_COMMON = 0.25;
const FEW_DOCUMENTS = 20;
const SHORTEST_WORD = 3;

interface Word {
  readonly text: string;
  readonly number: number;
  readonly weight: number;
}

/**
 * Documents like one, best first: those whose titles and abstracts have most of its weightiest words, by the sum over these of
 * the product of both weights (BM25).
 *
 * @param home shard and place in it of the document
 */
export function similarTo(home: { readonly shard: Shard; readonly place: number }, limit: number, shards: readonly PlacedShard[], vocabulary: Vocabulary): readonly SimilarDocument[] {
  const words = wordsOf(home.shard, home.place, vocabulary);
  const found: { readonly document: number; readonly score: number; readonly held: number }[] = [];
  for (const { shard, positions } of shards) {
    const scores = new Float64Array(shard.size);
    const held = new Uint32Array(shard.size);
    words.forEach(({ number, weight }, bit) => {
      const place = placeOf(shard.terms, number);
      const scale = place < 0 ? 0 : weight * WEIGHT_UNIT * scaleTo(vocabulary, number, shard, place);
      for (let at = shard.offsets[place] ?? 0; place >= 0 && at < (shard.offsets[place + 1] ?? 0); at++) {
        const posting = shard.postings[at] ?? 0;
        const document = posting & DOCUMENT;
        if (isInText(posting)) {
          scores[document] = (scores[document] ?? 0) + scale * (shard.weights[at] ?? 0);
          held[document] = (held[document] ?? 0) | (1 << bit);
        }
      }
    });
    positions.forEach((document, place) => {
      const isItself = shard === home.shard && place === home.place;
      if (document !== NOWHERE && !isItself && bitsIn(held[place] ?? 0) >= LEAST_SHARED) {
        found.push({ document, score: scores[place] ?? 0, held: held[place] ?? 0 });
      }
    });
  }
  const best = found.sort((one, other) => other.score - one.score || one.document - other.document).slice(0, Math.max(0, limit));
  const least = LEAST_SCORE * (best[0]?.score ?? 0);
  return best
    .filter(({ score }) => score >= least)
    .map(({ document, held }) => ({ document, shared: words.filter((_, bit) => (held & (1 << bit)) !== 0).map(({ text }) => text) }));
}

/** The weightiest words of a document's title and abstract that some other document has, one of each stem. */
function wordsOf(shard: Shard, document: number, vocabulary: Vocabulary): readonly Word[] {
  const most = vocabulary.size < FEW_DOCUMENTS ? vocabulary.size : MOST_COMMON * vocabulary.size;
  const words: Word[] = [];
  shard.terms.forEach((number, place) => {
    const at = postingOf(shard, document, shard.offsets[place] ?? 0, shard.offsets[place + 1] ?? 0);
    const documents = vocabulary.documentsOf(number);
    if (at >= 0 && isInText(shard.postings[at] ?? 0) && documents > 1 && documents <= most) {
      const text = vocabulary.table.termOf(number);
      if (isTelling(text)) {
        words.push({ text, number, weight: WEIGHT_UNIT * (shard.weights[at] ?? 0) * scaleTo(vocabulary, number, shard, place) });
      }
    }
  });
  const byStem = new Map<string, Word>();
  for (const word of words.sort((one, other) => other.weight - one.weight || one.number - other.number)) {
    const stem = stemOf(word.text);
    if (!byStem.has(stem)) {
      byStem.set(stem, word);
    }
  }
  return [...byStem.values()].slice(0, MOST_WORDS);
}

/** Makes a weight of a shard comparable with those of others. */
function scaleTo(vocabulary: Vocabulary, number: number, shard: Shard, place: number): number {
  return scaleOf({ number, inverseFrequency: inverseFrequency(vocabulary.size, vocabulary.fieldsWith(number)) }, shard, place);
}

function isInText(posting: number): boolean {
  return (posting & (IN_TITLE | IN_ABSTRACT)) !== 0;
}

function isTelling(word: string): boolean {
  return word.length >= SHORTEST_WORD && /\p{L}/u.test(word) && !STOP_WORDS.has(word);
}

function bitsIn(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) {
    count++;
  }
  return count;
}
