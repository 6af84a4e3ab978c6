import katex from 'katex';
import type { Formula } from './formula';

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
