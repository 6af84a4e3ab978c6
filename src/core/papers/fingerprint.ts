/**
 * A short name for a text: 32-bit FNV-1a over its UTF-16 units, as seven characters of base 36. Tells texts apart
 * for naming, not for security.
 *
 * Source: Fowler, Noll, Vo, "The FNV Non-Cryptographic Hash Algorithm", IETF draft.
 */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return named(hash);
}

/**
 * A name of fourteen characters, for telling millions of texts apart: two such sums, the second over the units multiplied
 * by an odd number. Not for security either.
 */
export function longFingerprint(text: string): string {
  let first = 0x811c9dc5;
  let second = 0xc9dc5118;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ Math.imul(unit, 0x9e3779b1), 0x01000193);
  }
  return named(first >>> 0) + named(second >>> 0);
}

function named(hash: number): string {
  return hash.toString(36).padStart(7, '0');
}
