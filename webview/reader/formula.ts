import katex from 'katex';

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

/**
 * A formula as MathML, which browsers set without fonts or styles of ours.
 *
 * @returns `undefined` when KaTeX cannot read it; its own error markup would need an inline style
 */
export function formulaHtml({ tex, display }: Formula): string | undefined {
  try {
    const html = katex.renderToString(tex, {
      output: 'mathml',
      displayMode: display,
      trust: false,
      strict: 'ignore',
      throwOnError: true,
      errorColor: 'currentcolor',
      maxExpand: 500,
      maxSize: 20,
    });
    // KaTeX escapes every quote of the source, so these are its own. The page's policy refuses inline styles.
    return html.replaceAll(/ style="[^"]*"/gu, '');
  } catch {
    // Not our maths, or nested deeper than the stack: the source is shown as it stands.
    return undefined;
  }
}
