/**
 * 32-bit MurmurHash3 over whole words: tells damaged bytes from sound ones. Not for security.
 *
 * Source: Austin Appleby, MurmurHash3_x86_32, in SMHasher (public domain).
 */
export function checksumOf(words: Uint32Array): number {
  let hash = 0;
  for (const word of words) {
    const mixed = Math.imul(word, 0xcc9e2d51);
    hash ^= Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
  }
  hash ^= words.length * Uint32Array.BYTES_PER_ELEMENT;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
