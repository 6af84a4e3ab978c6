import type { PaperKey } from '../papers/paper';
import { compileShard } from './compile';
import type { SearchDocument } from './document';
import { expandQuery, type ExpandedWord, type Expansion } from './expand';
import { FuzzyFinder } from './fuzzy';
import { Highlighter, rangesOf } from './highlight';
import type { Correction, SearchHit } from './hit';
import { readIndex, writeIndex, type IndexData } from './index-data';
import { parseQuery } from './query';
import { rank, type Ranked } from './rank';
import { holds, scoreDocuments } from './score';
import { SHARD_SIZE, type Shard } from './shard';
import { snippetOf } from './snippet';
import { Vocabulary } from './vocabulary';

export type { SearchDocument } from './document';
export type { Correction, MatchRange, SearchHit, Snippet } from './hit';
export { StaleIndexError, type IndexData } from './index-data';

const DEFAULT_LIMIT = 20;

/** Each hit costs a look at its whole abstract. */
const MAX_LIMIT = 1_000;

/**
 * Full-text search over papers. lunr analyses and weighs the texts (BM25); the index is kept flat and queried here:
 * words are expanded over the vocabulary (forms, completions, compounds, other names, typos), the best expansion of
 * each counts, and what covers more of the query, in the title and as a phrase, comes first.
 */
export class SearchEngine {
  private readonly vocabulary: Vocabulary;
  private readonly fuzzy: FuzzyFinder;

  private constructor(
    private readonly shards: readonly Shard[],
    private readonly documents: readonly SearchDocument[],
  ) {
    this.vocabulary = new Vocabulary(shards, documents.length);
    this.fuzzy = new FuzzyFinder(this.vocabulary);
  }

  /** Indexes documents: about a second for a thousand. */
  static build(documents: readonly SearchDocument[]): SearchEngine {
    const shards: Shard[] = [];
    for (let first = 0; first < documents.length; first += SHARD_SIZE) {
      shards.push(compileShard(documents.slice(first, first + SHARD_SIZE)));
    }
    return new SearchEngine(shards, documents);
  }

  /**
   * Takes up what `serialise` gave, over the same documents in the same order.
   *
   * @throws StaleIndexError when it is of another version or other documents: build anew then.
   */
  static load(data: unknown, documents: readonly SearchDocument[]): SearchEngine {
    return new SearchEngine(readIndex(data, documents), documents);
  }

  /** The index in a form that JSON keeps. The documents are not part of it. */
  serialise(): IndexData {
    return writeIndex(this.shards, this.documents);
  }

  /**
   * Papers for what was typed so far, best first. Nothing in a query is syntax and no query fails: an empty one has no
   * hits, and only the first 16 words count.
   *
   * @param limit most hits to return, up to 1,000.
   */
  search(query: string, limit: number = DEFAULT_LIMIT): readonly SearchHit[] {
    const typed = parseQuery(query);
    const words = expandQuery(typed, this.vocabulary, this.fuzzy);
    if (words.length === 0) {
      return [];
    }
    const scores = scoreDocuments(words, this.shards, this.vocabulary);
    const most = Math.max(0, Math.min(Math.floor(limit), MAX_LIMIT));
    const highlighter = new Highlighter(words);
    return rank(scores, typed, this.documents, most).flatMap((ranked) => this.hit(ranked, words, highlighter));
  }

  /** Papers that hold every telling word of a query in some form: what a filter keeps. An empty query keeps all. */
  holding(query: string): ReadonlySet<PaperKey> {
    const words = expandQuery(parseQuery(query), this.vocabulary, this.fuzzy);
    const { wordsHeld } = scoreDocuments(words, this.shards, this.vocabulary);
    return new Set(this.documents.flatMap(({ key }, place) => (wordsHeld[place] === words.length ? [key] : [])));
  }

  private hit({ document, score }: Ranked, words: readonly ExpandedWord[], highlighter: Highlighter): SearchHit[] {
    const found = this.documents[document];
    if (!found) {
      return [];
    }
    const { key, title, abstract } = found;
    return [
      {
        key,
        score,
        title: rangesOf(highlighter.matches(title)),
        snippet: snippetOf(abstract, highlighter.matches(abstract)),
        corrections: this.corrections(document, words),
      },
    ];
  }

  /** The words that a document holds only as a word that is spelt much like them. */
  private corrections(document: number, words: readonly ExpandedWord[]): Correction[] {
    return words.flatMap(({ word, expansions }) => {
      const surest = this.surest(document, expansions);
      return surest?.kind === 'fuzzy' ? [{ typed: word.typed, found: surest.terms.join(' ') }] : [];
    });
  }

  private surest(document: number, expansions: readonly Expansion[]): Expansion | undefined {
    let place = document;
    for (const shard of this.shards) {
      if (place < shard.size) {
        const held = expansions.filter((expansion) => holds(shard, place, expansion));
        return held.reduce<Expansion | undefined>((best, one) => (best && best.coverage >= one.coverage ? best : one), undefined);
      }
      place -= shard.size;
    }
    return undefined;
  }
}
