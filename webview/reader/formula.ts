/** TeX maths at the start of a text. */
export interface Formula {
  /** As it stands in the text, delimiters included. */
  readonly raw: string;
  readonly tex: string;
  /** On a line of its own. */
  readonly display: boolean;
}

/**
 * `$…$` as Pandoc takes it: no blank inside either dollar and no digit after the closing one, so that
 * two prices in a sentence are prices. A formula longer than this is no formula of an abstract.
 *
 * Source: Pandoc manual, extension `tex_math_dollars`.
 */
const INLINE = /^\$(?![\s$])((?:\\.|[^\\$\n]){1,2000}?)(?<!\s)\$(?![\d$])/su;
const DISPLAY = /^\$\$((?:\\.|[^\\$]){1,4000}?)\$\$/su;
const PARENTHESES = /^\\\(((?:(?!\\[()]).){1,2000}?)\\\)/su;

/** Words side by side, or a number and a word: `$5 per paper, or 4$`. Formulas have their words behind backslashes. */
const PROSE = /\p{L}{2,}\P{L}*\s\P{L}*\p{L}{2,}|^\d[\d.,]*[kKMB]?\s+\p{L}{2,}/u;

/** No formula, delimiters included, is longer. UTF-16 units. */
const LONGEST = 4100;

/** The formula that a text starts with, or `undefined`. */
export function formulaAt(text: string): Formula | undefined {
  const display = DISPLAY.exec(text);
  if (display !== null) {
    return { raw: display[0], tex: (display[1] ?? '').trim(), display: true };
  }
  const inline = INLINE.exec(text) ?? PARENTHESES.exec(text);
  const tex = inline?.[1]?.trim() ?? '';
  return inline === null || tex === '' || (!tex.includes('\\') && PROSE.test(tex)) ? undefined : { raw: inline[0], tex, display: false };
}

/** Whether a text has a formula in it. */
export function hasFormula(text: string): boolean {
  return Array.from(text.matchAll(/\$|\\\(/gu)).some(({ index }) => formulaAt(text.slice(index, index + LONGEST)) !== undefined);
}
