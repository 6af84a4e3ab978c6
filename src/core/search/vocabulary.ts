import { DOCUMENT, fieldsOf, type Shard } from './shard';
import { stemOf } from './stem';
import { TermTable } from './term-table';

/** Longest stretch of the vocabulary that is looked through for words of one stem. */
const MAX_STEM_CANDIDATES = 400;
const MIN_STEM_LENGTH = 3;

/** A shard with which of its documents count. */
export interface CountedShard {
  readonly shard: Shard;
  /** One byte for each document: 0 for those that are no longer there. Absent when all are. */
  readonly live?: Uint8Array | undefined;
}

/** The words of all documents with how common each is: what a query is expanded over. */
export class Vocabulary {
  readonly table = new TermTable();
  /** By the terms' numbers; a term that no document has any more stays, with none. */
  private documents = new Uint32Array(0);
  private fields = new Uint32Array(0);
  private documentCount = 0;

  /** Number of documents. */
  get size(): number {
    return this.documentCount;
  }

  /** How many terms some document has. */
  countTerms(): number {
    return this.documents.reduce((sum, documents) => sum + (documents > 0 ? 1 : 0), 0);
  }

  /** Counts the words of a shard's documents in. */
  add(counted: CountedShard): void {
    this.count(counted, 1);
  }

  /** Takes back what `add` counted for the same shard and documents. */
  remove(counted: CountedShard): void {
    this.count(counted, -1);
  }

  /** Number of a term that some document has, −1 for any other. */
  numberOf(term: string): number {
    const number = this.table.numberOf(term);
    return (this.documents[number] ?? 0) > 0 ? number : -1;
  }

  has(term: string): boolean {
    return this.numberOf(term) >= 0;
  }

  /** Number of documents with the term. */
  documentsWith(term: string): number {
    return this.documentsOf(this.table.numberOf(term));
  }

  /** The same by the term's number. */
  documentsOf(number: number): number {
    return this.documents[number] ?? 0;
  }

  /** Number of fields of documents with the term of a number: what lunr's IDF counts. */
  fieldsWith(number: number): number {
    return this.fields[number] ?? 0;
  }

  /** Words that begin with a prefix, without the prefix itself: the most common ones, at most `limit`. */
  completions(prefix: string, limit: number): string[] {
    const [from, to] = this.table.rangeOf(prefix);
    return this.mostCommon(this.inUse(this.table.sorted().subarray(from, to)), limit, prefix);
  }

  /** Words of the same stem (`policies` for `policy`), the most common ones, at most `limit`. */
  sameStem(term: string, limit: number): string[] {
    const stem = stemOf(term);
    if (stem.length < MIN_STEM_LENGTH) {
      return [];
    }
    // A stem may end in another letter than its words (`polici`): words of one stem share all but that.
    const [from, to] = this.table.rangeOf(stem.length > MIN_STEM_LENGTH ? stem.slice(0, -1) : stem);
    const candidates = this.inUse(this.table.sorted().subarray(from, to)).subarray(0, MAX_STEM_CANDIDATES);
    return this.mostCommon(candidates.filter((number) => stemOf(this.table.termOf(number)) === stem), limit, term);
  }

  /** Terms by number, without one: all of them in their order, or the most common ones when there are more than `limit`. */
  private mostCommon(numbers: Uint32Array, limit: number, without: string): string[] {
    const left = this.table.numberOf(without);
    const others = numbers.filter((number) => number !== left);
    const chosen = others.length > limit ? this.top(others, limit) : [...others];
    return chosen.map((number) => this.table.termOf(number));
  }

  private inUse(numbers: Uint32Array): Uint32Array {
    return numbers.filter((number) => this.documentsOf(number) > 0);
  }

  private top(numbers: Uint32Array, limit: number): number[] {
    const best: number[] = [];
    for (const number of numbers) {
      const common = this.documentsOf(number);
      const full = best.length === limit;
      if (full && common <= this.documentsOf(best[limit - 1] ?? 0)) {
        continue;
      }
      let place = full ? limit - 1 : best.length;
      for (; place > 0 && this.documentsOf(best[place - 1] ?? 0) < common; place--) {
        best[place] = best[place - 1] ?? 0;
      }
      best[place] = number;
    }
    return best;
  }

  private count({ shard, live }: CountedShard, sign: 1 | -1): void {
    this.makeRoom();
    const { terms, offsets, postings, fieldCounts } = shard;
    this.documentCount += sign * (live?.reduce((sum, one) => sum + one, 0) ?? shard.size);
    for (let place = 0; place < terms.length; place++) {
      const number = terms[place] ?? 0;
      const from = offsets[place] ?? 0;
      const to = offsets[place + 1] ?? 0;
      let documents = to - from;
      let fields = fieldCounts[place] ?? 0;
      if (live) {
        documents = 0;
        fields = 0;
        for (let at = from; at < to; at++) {
          const posting = postings[at] ?? 0;
          if (live[posting & DOCUMENT] === 1) {
            documents++;
            fields += fieldsOf(posting);
          }
        }
      }
      this.documents[number] = (this.documents[number] ?? 0) + sign * documents;
      this.fields[number] = (this.fields[number] ?? 0) + sign * fields;
    }
  }

  private makeRoom(): void {
    if (this.table.size > this.documents.length) {
      const grow = (values: Uint32Array): Uint32Array<ArrayBuffer> => {
        const grown = new Uint32Array(Math.max(this.table.size, Math.ceil(1.5 * values.length)));
        grown.set(values);
        return grown;
      };
      this.documents = grow(this.documents);
      this.fields = grow(this.fields);
    }
  }
}
