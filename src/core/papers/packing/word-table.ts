const FIRST_CAPACITY = 1_024;
const FIRST_BYTES = 8 * FIRST_CAPACITY;

/** Words as UTF-8, each under the number of those that were added before it. */
export class WordTable {
  private count = 0;
  private bytes = new Uint8Array(FIRST_BYTES);
  private starts = new Uint32Array(FIRST_CAPACITY + 1);
  /** An open hash table of numbers plus one; 0 is free. Its length is a power of two, at least twice the words. */
  private slots = new Uint32Array(2 * FIRST_CAPACITY);

  get size(): number {
    return this.count;
  }

  /** Number of a word, −1 when it is not there. */
  numberOf(bytes: Uint8Array, from: number, to: number): number {
    return (this.slots[this.slotOf(bytes, from, to)] ?? 0) - 1;
  }

  /** Number of a word, a new one when it is not there yet. */
  add(bytes: Uint8Array, from: number, to: number): number {
    const slot = this.slotOf(bytes, from, to);
    const known = this.slots[slot] ?? 0;
    if (known > 0) {
      return known - 1;
    }
    const number = this.count++;
    const start = this.starts[number] ?? 0;
    const end = start + to - from;
    this.makeRoom(end);
    this.bytes.set(bytes.subarray(from, to), start);
    this.starts[number + 1] = end;
    this.slots[slot] = number + 1;
    if (2 * this.count > this.slots.length) {
      this.rehash();
    }
    return number;
  }

  lengthOf(number: number): number {
    return (this.starts[number + 1] ?? 0) - (this.starts[number] ?? 0);
  }

  bytesOf(number: number): Uint8Array {
    return this.bytes.subarray(this.starts[number] ?? 0, this.starts[number + 1] ?? 0);
  }

  /** Writes a word. @returns the place behind it */
  copy(number: number, into: Uint8Array, at: number): number {
    const { bytes } = this;
    const end = this.starts[number + 1] ?? 0;
    for (let from = this.starts[number] ?? 0; from < end; from++) {
      into[at++] = bytes[from] ?? 0;
    }
    return at;
  }

  private makeRoom(bytes: number): void {
    if (bytes > this.bytes.length) {
      const grown = new Uint8Array(2 * bytes);
      grown.set(this.bytes);
      this.bytes = grown;
    }
    if (this.count >= this.starts.length) {
      const grown = new Uint32Array(2 * this.starts.length);
      grown.set(this.starts);
      this.starts = grown;
    }
  }

  private rehash(): void {
    this.slots = new Uint32Array(2 * this.slots.length);
    for (let number = 0; number < this.count; number++) {
      this.slots[this.slotOf(this.bytes, this.starts[number] ?? 0, this.starts[number + 1] ?? 0)] = number + 1;
    }
  }

  /** The slot that holds a word, or the free one where it would go. The hash is FNV-1a, its high bits folded in. */
  private slotOf(bytes: Uint8Array, from: number, to: number): number {
    let hash = 0x811c9dc5;
    for (let at = from; at < to; at++) {
      hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
    }
    const mask = this.slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let known = this.slots[slot] ?? 0; known > 0 && !this.isWord(known - 1, bytes, from, to); known = this.slots[slot] ?? 0) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private isWord(number: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.starts[number] ?? 0;
    if ((this.starts[number + 1] ?? 0) - start !== to - from) {
      return false;
    }
    for (let index = to - from - 1; index >= 0; index--) {
      if (this.bytes[start + index] !== bytes[from + index]) {
        return false;
      }
    }
    return true;
  }
}
