import type { Digest } from '../core/papers/digest';
import type { ImportText } from '../core/papers/format-reader';
import { parseDailyPapersText } from '../core/papers/formats/daily-papers-text';

/** Stands in for `core/papers/decode-text`. */
export function decodeText(bytes: Uint8Array): { readonly text: string } | { readonly problem: string } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { problem: 'The file is not UTF-8 text.' };
  }
}

/** Stands in for `core/papers/read-digest`: knows one form. */
export function readDigest({ text }: ImportText): Digest {
  return parseDailyPapersText(text);
}
