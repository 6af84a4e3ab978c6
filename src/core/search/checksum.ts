/** Odd numbers without pattern: the fractions of the golden ratio and of the square root of two, in 32 bits. */
const FIRST = 0x9e37_79b1;
const SECOND = 0x6a09_e667;

/**
 * One step of a 32-bit sum: every later step moves every bit on, so that no two changes cancel each other by their place.
 *
 * Source: the hash of Firefox ("FxHash"): rotate, exclusive or, multiply.
 */
export function mixFirst(sum: number, word: number): number {
  return Math.imul(((sum << 5) | (sum >>> 27)) ^ word, FIRST);
}

/** The same with other numbers, for a second sum beside the first. */
export function mixSecond(sum: number, word: number): number {
  return Math.imul(((sum << 7) | (sum >>> 25)) ^ word, SECOND);
}

/** 32 bits that tell damaged words from sound ones. Not for security. */
export function checksumOf(words: Uint32Array): number {
  let even = words.length;
  let odd = SECOND;
  // Two sums side by side: neither waits for the other's product.
  for (let at = 0; at < words.length; at += 2) {
    even = mixFirst(even, words[at] ?? 0);
    odd = mixSecond(odd, words[at + 1] ?? 0);
  }
  return (mixFirst(even, odd) ^ (even >>> 15)) >>> 0;
}
