const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '%': '\\%',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  $: '\\$',
};

/** What a text may already hold in TeX's own spelling: an escaped character, or an accent (`\"U`, `\'{e}`). */
const TEX = /\\(?:[%&#_$]|["'`^~=.](?:\{[A-Za-z]\}|[A-Za-z]))/gu;

/**
 * `$…$` under Pandoc's rule, by which `$5 and $10` is no formula: no blank inside either dollar sign, no digit after.
 * Source: Pandoc User's Guide, extension `tex_math_dollars`.
 */
const FORMULA = /(?<!\\)\$(?=\S)((?:[^$\\]|\\.){1,200}?)(?<=\S)\$(?!\d)/gu;

/** A stretch of a text: a formula, which LaTeX reads as it stands, or words. */
export interface Stretch {
  readonly formula: boolean;
  readonly text: string;
}

/** Splits a text into formulas and what is between them. A formula whose braces do not balance is words. */
export function splitFormulas(text: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let end = 0;
  for (const match of text.matchAll(FORMULA)) {
    if (bracesBalance(match[0])) {
      stretches.push({ formula: false, text: text.slice(end, match.index) }, { formula: true, text: match[0] });
      end = match.index + match[0].length;
    }
  }
  stretches.push({ formula: false, text: text.slice(end) });
  return stretches.filter((stretch) => stretch.text !== '');
}

/**
 * Words as LaTeX text that prints them. What is spelt in TeX already (`77\%`, `\"U`) stays. The result's braces balance even
 * for BibTeX, which counts escaped ones too: a brace of the text becomes a command.
 */
export function escapeLatex(words: string): string {
  let escaped = '';
  let end = 0;
  for (const match of words.matchAll(TEX)) {
    const accent = /^\\[%&#_$]/u.test(match[0]) ? match[0] : `{${match[0]}}`;
    escaped += escapeAll(words.slice(end, match.index)) + accent;
    end = match.index + match[0].length;
  }
  return escaped + escapeAll(words.slice(end));
}

function escapeAll(words: string): string {
  return words.replace(/[\\{}^~%&#_$]/gu, (character) => ESCAPES[character] ?? character);
}

/** Whether every brace that opens is closed, and none before. */
export function bracesBalance(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    depth += character === '{' ? 1 : character === '}' ? -1 : 0;
    if (depth < 0) {
      return false;
    }
  }
  return depth === 0;
}
