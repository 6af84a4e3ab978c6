import { compareUnits, textOf, unitsOf, type TermList } from './term-list';

const FIRST_CAPACITY = 1_024;
const FIRST_UNITS = 8 * FIRST_CAPACITY;

/** Bounds the memory of terms as text, about 1 MB when full. */
const MAX_TEXTS = 10_000;

/** Every term of an index under a number that it keeps, so that a shard names its terms by number. */
export class TermTable {
  private count = 0;
  private units = new Uint16Array(FIRST_UNITS);
  private starts = new Uint32Array(FIRST_CAPACITY + 1);
  /** An open hash table of numbers plus one; 0 is free. Its length is a power of two, at least twice the terms. */
  private slots = new Uint32Array(2 * FIRST_CAPACITY);
  /** Numbers in the order of their terms, for as many as were there when it was last asked for. */
  private order = new Uint32Array(0);
  /** Terms that were asked for, as text. */
  private readonly texts = new Map<number, string>();

  /** How many terms there are; their numbers are below it. */
  get size(): number {
    return this.count;
  }

  /** Numbers of the terms of a list, in its order; terms that are new are added. */
  intern({ units, starts }: TermList): Uint32Array {
    const numbers = new Uint32Array(starts.length - 1);
    this.makeSlots(this.count + numbers.length);
    for (let place = 0; place < numbers.length; place++) {
      numbers[place] = this.add(units, starts[place] ?? 0, starts[place + 1] ?? 0);
    }
    return numbers;
  }

  /** Number of a term, −1 when it is not there. */
  numberOf(term: string): number {
    const units = unitsOf(term);
    return (this.slots[this.slotOf(units, 0, units.length)] ?? 0) - 1;
  }

  termOf(number: number): string {
    const known = this.texts.get(number);
    if (known !== undefined) {
      return known;
    }
    const text = textOf(this.units, this.starts[number] ?? 0, this.starts[number + 1] ?? 0);
    if (this.texts.size >= MAX_TEXTS) {
      this.texts.clear();
    }
    this.texts.set(number, text);
    return text;
  }

  lengthOf(number: number): number {
    return (this.starts[number + 1] ?? 0) - (this.starts[number] ?? 0);
  }

  /** UTF-16 unit of a term at a place before its end. */
  unitOf(number: number, place: number): number {
    return this.units[(this.starts[number] ?? 0) + place] ?? 0;
  }

  /** One bit for each letter in a term, by the last five bits of its unit. */
  lettersOf(number: number): number {
    let letters = 0;
    const end = this.starts[number + 1] ?? 0;
    for (let at = this.starts[number] ?? 0; at < end; at++) {
      letters |= 1 << ((this.units[at] ?? 0) & 31);
    }
    return letters >>> 0;
  }

  /** Numbers in the order of their terms, by UTF-16 unit. */
  sorted(): Uint32Array {
    if (this.order.length < this.count) {
      // Terms come sorted from each shard: such runs are what the language's own sort is quickest with.
      const added = Array.from({ length: this.count - this.order.length }, (_, index) => this.order.length + index);
      this.order = this.merged(added.sort((a, b) => this.compare(a, b)));
    }
    return this.order;
  }

  /** First and last place, exclusive, in `sorted` of the terms that begin with a prefix. */
  rangeOf(prefix: string): readonly [from: number, to: number] {
    // No term holds U+FFFF, which is not a letter: it sorts after every completion.
    return [this.lowerBound(prefix), this.lowerBound(`${prefix}\uffff`)];
  }

  /** Order of two terms by their numbers: negative when the first comes first. */
  compare(a: number, b: number): number {
    const { units, starts } = this;
    return compareUnits(units, starts[a] ?? 0, starts[a + 1] ?? 0, units, starts[b] ?? 0, starts[b + 1] ?? 0);
  }

  private add(units: Uint16Array, from: number, to: number): number {
    const slot = this.slotOf(units, from, to);
    const known = this.slots[slot] ?? 0;
    if (known > 0) {
      return known - 1;
    }
    const number = this.count++;
    const start = this.starts[number] ?? 0;
    this.makeRoom(start + to - from);
    for (let at = from; at < to; at++) {
      this.units[start + at - from] = units[at] ?? 0;
    }
    this.starts[number + 1] = start + to - from;
    this.slots[slot] = number + 1;
    return number;
  }

  private makeRoom(units: number): void {
    if (units > this.units.length) {
      this.units = resized(this.units, new Uint16Array(2 * units));
    }
    if (this.count >= this.starts.length) {
      this.starts = resized(this.starts, new Uint32Array(2 * this.starts.length));
    }
  }

  private makeSlots(terms: number): void {
    if (2 * terms > this.slots.length) {
      this.slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * terms)));
      for (let number = 0; number < this.count; number++) {
        this.slots[this.slotOf(this.units, this.starts[number] ?? 0, this.starts[number + 1] ?? 0)] = number + 1;
      }
    }
  }

  /** The slot that holds a term, or the free one where it would go. */
  private slotOf(units: Uint16Array, from: number, to: number): number {
    let hash = 0x811c9dc5;
    for (let at = from; at < to; at++) {
      hash = Math.imul(hash ^ (units[at] ?? 0), 0x01000193);
    }
    const mask = this.slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let known = this.slots[slot] ?? 0; known > 0 && !this.isTerm(known - 1, units, from, to); known = this.slots[slot] ?? 0) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private isTerm(number: number, units: Uint16Array, from: number, to: number): boolean {
    const start = this.starts[number] ?? 0;
    const length = to - from;
    if ((this.starts[number + 1] ?? 0) - start !== length) {
      return false;
    }
    for (let index = 0; index < length; index++) {
      if (this.units[start + index] !== units[from + index]) {
        return false;
      }
    }
    return true;
  }

  private merged(added: readonly number[]): Uint32Array<ArrayBuffer> {
    const merged = new Uint32Array(this.count);
    let old = 0;
    let next = 0;
    for (let place = 0; place < merged.length; place++) {
      const first = this.order[old];
      const second = added[next];
      if (second === undefined || (first !== undefined && this.compare(first, second) < 0)) {
        merged[place] = first ?? 0;
        old++;
      } else {
        merged[place] = second;
        next++;
      }
    }
    return merged;
  }

  private lowerBound(term: string): number {
    const order = this.sorted();
    const units = unitsOf(term);
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const number = order[middle] ?? 0;
      if (compareUnits(this.units, this.starts[number] ?? 0, this.starts[number + 1] ?? 0, units, 0, units.length) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

function resized<T extends Uint16Array | Uint32Array>(values: T, into: T): T {
  into.set(values);
  return into;
}
