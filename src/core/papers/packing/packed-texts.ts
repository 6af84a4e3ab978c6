import type { WordCode } from './word-code';

/** Texts of some dozens of records, one after another: each with its length in two bytes before it. */
export interface PackedBlock {
  readonly code: WordCode;
  readonly bytes: Uint8Array;
}

/** The texts of one record, where they lie in a block. */
export class PackedTexts {
  constructor(
    private readonly block: PackedBlock,
    /** Where the first one begins. */
    private readonly at: number,
  ) {}

  /** The text before which there are so many. */
  text(place: number): string {
    const { bytes, code } = this.block;
    const from = this.startOf(place);
    return code.unpack(bytes, from + LENGTH_BYTES, from + LENGTH_BYTES + lengthAt(bytes, from));
  }

  isEmpty(place: number): boolean {
    return lengthAt(this.block.bytes, this.startOf(place)) === 0;
  }

  private startOf(place: number): number {
    const { bytes } = this.block;
    let from = this.at;
    for (let before = 0; before < place; before++) {
      from += LENGTH_BYTES + lengthAt(bytes, from);
    }
    return from;
  }
}

const LENGTH_BYTES = 2;
const BLOCK_BYTES = 65_536;

/** Packs the texts of records into blocks. */
export class TextPacker {
  private bytes = new Uint8Array(0);
  private block: PackedBlock;
  private end = 0;

  constructor(private readonly code: WordCode) {
    this.block = { code, bytes: this.bytes };
  }

  /** @returns `undefined` when one of them is too long to be packed */
  pack(texts: readonly string[]): PackedTexts | undefined {
    const packed: Uint8Array[] = texts.map((text) => this.code.pack(text).slice());
    const length = packed.reduce((sum, text) => sum + LENGTH_BYTES + text.length, 0);
    if (length > BLOCK_BYTES) {
      return undefined;
    }
    if (this.end + length > this.bytes.length) {
      this.bytes = new Uint8Array(BLOCK_BYTES);
      this.block = { code: this.code, bytes: this.bytes };
      this.end = 0;
    }
    const at = this.end;
    for (const text of packed) {
      this.bytes[this.end] = text.length >>> 8;
      this.bytes[this.end + 1] = text.length;
      this.bytes.set(text, this.end + LENGTH_BYTES);
      this.end += LENGTH_BYTES + text.length;
    }
    return new PackedTexts(this.block, at);
  }
}

function lengthAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
