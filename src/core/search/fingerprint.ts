import { mixFirst, mixSecond } from './checksum';
import { peopleOf, type SearchDocument } from './document';

/** Bits of a fingerprint above the low 32: a number holds 53 exactly. */
const HIGH_BITS = 21;

/**
 * Tells documents with another key or other searched text apart: 53 bits of two sums over their UTF-16 units, of which
 * each takes every other pair. Not for security: two documents made to agree are found by each other's words.
 */
export function fingerprintOf(document: SearchDocument): number {
  let first = 0;
  let second = 0;
  for (const text of [document.key, document.title, document.abstract, peopleOf(document)]) {
    const { length } = text;
    // The length, so that moving a letter from one field to the next is a change.
    first = mixFirst(first, length);
    second = mixSecond(second, length);
    let index = 0;
    // Two sums side by side: neither waits for the other's product.
    for (const last = length - 3; index < last; index += 4) {
      first = mixFirst(first, text.charCodeAt(index) | (text.charCodeAt(index + 1) << 16));
      second = mixSecond(second, text.charCodeAt(index + 2) | (text.charCodeAt(index + 3) << 16));
    }
    for (; index < length; index++) {
      first = mixFirst(first, text.charCodeAt(index));
    }
  }
  // Each sum into the other: a change of one changes all bits of both.
  const low = mixFirst(first, second);
  const high = mixSecond(second, low);
  // The high bits of a product depend on the most bits.
  return (high >>> (32 - HIGH_BITS)) * 2 ** 32 + (low >>> 0);
}

/** The fingerprints of documents, in their order. */
export function fingerprintsOf(documents: readonly SearchDocument[]): Float64Array<ArrayBuffer> {
  return Float64Array.from(documents, fingerprintOf);
}
