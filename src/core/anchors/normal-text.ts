import type { TextRange } from './text-target';

/** A text in a form for comparison, with the way back. */
export interface NormalText {
  readonly text: string;
  /** The range of the original that a range of the form comes from. */
  readonly original: (range: TextRange) => TextRange;
}

/**
 * How much of a text's form is left out of account.
 *
 * - `same`: white space, composed or decomposed letters, characters that are not seen. Words that differ in these alone are the same words.
 * - `alike`: also capitals, the shapes of quotes and dashes, ligatures, full-width forms.
 */
export type Form = 'same' | 'alike';

/** White space; what is not seen; else a character with its combining marks, or a run of Hangul letters that compose. */
const PIECE = /(\s+)|([\u00AD\u200B-\u200D\u2060\uFEFF\uFE00-\uFE0F]+)|[\u1100-\u11FF\uA960-\uA97F\uD7B0-\uD7FF]+|\P{M}\p{M}*|\p{M}+/gu;

/** Most of a text: letters that have one form. */
const ASCII = /^[!-~]$/;

const PLAIN: Readonly<Record<string, string>> = {
  '‘': "'", '’': "'", '‚': "'", '‛': "'", '′': "'", '“': '"', '”': '"', '„': '"', '‟': '"', '«': '"', '»': '"',
  '‐': '-', '‑': '-', '‒': '-', '–': '-', '—': '-', '―': '-', '−': '-',
};

export function normalText(source: string, form: Form): NormalText {
  let text = '';
  // For each unit of the form, the piece of the original that it comes from.
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: piece, 1: space, 2: unseen, index } of source.matchAll(PIECE)) {
    const plain = space !== undefined ? ' ' : unseen !== undefined ? '' : form === 'alike' ? alike(piece) : ASCII.test(piece) ? piece : piece.normalize('NFC');
    text += plain;
    const known = starts.length;
    starts.length = ends.length = known + plain.length;
    starts.fill(index, known);
    ends.fill(index + piece.length, known);
  }
  return {
    text,
    original: ({ start, end }) => {
      const from = starts[start] ?? source.length;
      return { start: from, end: end > start ? (ends[end - 1] ?? source.length) : from };
    },
  };
}

function alike(piece: string): string {
  if (ASCII.test(piece)) {
    return piece.toLowerCase();
  }
  const plain = PLAIN[piece] ?? piece.normalize('NFKC');
  return Array.from(plain, (letter) => PLAIN[letter] ?? letter).join('').toLowerCase();
}
