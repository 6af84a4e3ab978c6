import { mixFirst, mixSecond } from './checksum';
import { peopleOf, type SearchDocument } from './document';

/** Bits of a fingerprint above the low 32: a number holds 53 exactly. */
const HIGH_BITS = 21;

/**
 * Tells documents with another key or other searched text apart: 53 bits of two sums over their UTF-16 units. Not for
 * security: two documents made to agree are found by each other's words.
 */
export function fingerprintOf(document: SearchDocument): number {
  let first = 0;
  let second = 0;
  for (const text of [document.key, document.title, document.abstract, peopleOf(document)]) {
    // The length, so that moving a letter from one field to the next is a change.
    first = mixFirst(first, text.length);
    second = mixSecond(second, text.length);
    for (let index = 0; index < text.length; index += 2) {
      const two = text.charCodeAt(index) | (text.charCodeAt(index + 1) << 16);
      first = mixFirst(first, two);
      second = mixSecond(second, two);
    }
  }
  // The high bits of a product depend on the most bits.
  return (second >>> (32 - HIGH_BITS)) * 2 ** 32 + (first >>> 0);
}

/** The fingerprints of documents, in their order. */
export function fingerprintsOf(documents: readonly SearchDocument[]): Float64Array<ArrayBuffer> {
  return Float64Array.from(documents, fingerprintOf);
}
