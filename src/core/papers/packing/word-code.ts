import { endOfWord, LONGEST_WORD } from './words';
import { WordTable } from './word-table';

// A packed text is the numbers of its words. Bytes below `PAIRS` are the most common words; those from there on begin a pair;
// `SPELT` is followed by a length and the bytes of a word that has no number.

const PAIRS = 192;
const SPELT = 255;
const MOST_WORDS = PAIRS + (SPELT - PAIRS) * 256;

/** Longest text that is packed, in UTF-16 units: ten times an abstract. It bounds the room that is kept for one. */
const LONGEST_TEXT = 16_384;

/** Most bytes of UTF-8 for a unit of UTF-16. */
const BYTES_OF_UNIT = 3;

/** Most bytes of a packed text for one of UTF-8: a word of one byte that has no number. */
const BYTES_OF_SPELT = 3;

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Room for one text, written anew for each: texts are packed and unpacked one at a time. */
let utf8 = new Uint8Array(LONGEST_WORD * 1_024);
let packed = new Uint8Array(LONGEST_WORD * 1_024);

const encoder = new TextEncoder();
/** A text may begin with U+FEFF, which is not a mark then. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** True for texts that come back as they were: UTF-8 has no lone surrogates. */
export function isPackable(text: string | undefined): text is string {
  return text !== undefined && text.length <= LONGEST_TEXT && !LONE_SURROGATE.test(text);
}

/**
 * Packs texts to about a third of their UTF-8 by the words that are common in such texts, each text by itself, so that any one
 * of them is read in microseconds. A general compressor needs the texts before it too to do as well.
 */
export class WordCode {
  private constructor(private readonly words: WordTable) {}

  /** The code of texts like these. */
  static learn(texts: Iterable<string>): WordCode {
    const all = new WordTable();
    const counts: number[] = [];
    for (const text of texts) {
      const length = toUtf8(text);
      for (let at = 0; at < length; ) {
        const end = endOfWord(utf8, at, length);
        const number = all.add(utf8, at, end);
        counts[number] = (counts[number] ?? 0) + 1;
        at = end;
      }
    }
    const common = counts.map((count, number) => ({ number, count })).filter(({ count }) => count > 1);
    common.sort((one, other) => other.count - one.count || one.number - other.number);
    const words = new WordTable();
    for (const { number } of common.slice(0, MOST_WORDS)) {
      const bytes = all.bytesOf(number);
      words.add(bytes, 0, bytes.length);
    }
    return new WordCode(words);
  }

  /** @returns the bytes of a packable text, until the next one is packed */
  pack(text: string): Uint8Array {
    const length = toUtf8(text);
    if (packed.length < BYTES_OF_SPELT * length) {
      packed = new Uint8Array(BYTES_OF_SPELT * length);
    }
    const into = packed;
    let place = 0;
    for (let from = 0; from < length; ) {
      const end = endOfWord(utf8, from, length);
      const number = this.words.numberOf(utf8, from, end);
      if (number < 0) {
        into[place++] = SPELT;
        into[place++] = end - from;
        into.set(utf8.subarray(from, end), place);
        place += end - from;
      } else if (number < PAIRS) {
        into[place++] = number;
      } else {
        into[place++] = PAIRS + ((number - PAIRS) >>> 8);
        into[place++] = number - PAIRS;
      }
      from = end;
    }
    return into.subarray(0, place);
  }

  unpack(bytes: Uint8Array, from: number, to: number): string {
    reserve((to - from) * LONGEST_WORD);
    let length = 0;
    for (let at = from; at < to; ) {
      const first = bytes[at++] ?? 0;
      if (first < PAIRS) {
        length = this.words.copy(first, utf8, length);
      } else if (first < SPELT) {
        length = this.words.copy(PAIRS + ((first - PAIRS) << 8) + (bytes[at++] ?? 0), utf8, length);
      } else {
        const end = at + 1 + (bytes[at] ?? 0);
        utf8.set(bytes.subarray(at + 1, end), length);
        length += end - at - 1;
        at = end;
      }
    }
    return decoder.decode(utf8.subarray(0, length));
  }
}

/** @returns how many bytes the text has in `utf8` */
function toUtf8(text: string): number {
  reserve(BYTES_OF_UNIT * text.length);
  return encoder.encodeInto(text, utf8).written;
}

function reserve(bytes: number): void {
  if (bytes > utf8.length) {
    utf8 = new Uint8Array(bytes);
  }
}
