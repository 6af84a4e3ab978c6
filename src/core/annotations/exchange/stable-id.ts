import { longFingerprint } from '../../papers/fingerprint';
import type { AnnotationId } from '../annotation';

const UUID = /^(?:urn:uuid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/iu;

/**
 * The id under which a foreign annotation is kept: the same whenever it is imported, and nobody else's. A name that is a UUID is
 * that; of another one, a UUID of version 8, whose bits are a sum over the name.
 *
 * Source: RFC 9562, section 5.8.
 *
 * @param name of the annotation in the program that it comes from
 */
export function stableId(form: string, name: string): AnnotationId {
  const uuid = UUID.exec(name)?.[1]?.toLowerCase();
  if (uuid !== undefined) {
    return uuid;
  }
  const text = `${form}:${name}`;
  const digits = [text, `\u0000${text}`].flatMap((salted) => halves(longFingerprint(salted))).join('');
  const variant = (8 + (parseInt(digits.charAt(16), 16) & 3)).toString(16);
  return [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`, `${variant}${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-');
}

/** A fingerprint as two words of 32 bits. */
function halves(print: string): readonly string[] {
  return [print.slice(0, 7), print.slice(7)].map((half) => (parseInt(half, 36) >>> 0).toString(16).padStart(8, '0'));
}
