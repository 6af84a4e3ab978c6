import type { LineRange } from './code-target';
import { wordsOf } from './code-text';

/** A symbol as a language tells it: its name, its lines, what is in it. */
export interface CodeSymbol {
  readonly name: string;
  readonly lines: LineRange;
  readonly children: readonly CodeSymbol[];
}

/** Names of the symbols that hold some lines, outermost first: `Attention`, `forward`. */
export function symbolPath(symbols: readonly CodeSymbol[], { first, last }: LineRange): readonly string[] {
  const around = symbols.find(({ lines }) => lines.first <= first && last <= lines.last);
  return around === undefined ? [] : [around.name, ...symbolPath(around.children, { first, last })];
}

/** The word that a symbol is known by in the text: some languages add its parameters or its type to the name. */
export function nameOf(symbol: string): string | undefined {
  return wordsOf(symbol.replace(/(?<=[\p{L}\p{N}_])\s*[(<:].*$/su, '')).at(-1);
}

const CLOSING = /^\s*[)\]}]/u;

/**
 * The lines that a line is in by its indentation, innermost first: those of its function, its class. It needs no language, and is right
 * wherever code is indented by what it belongs to.
 */
export function enclosingLines(lines: readonly string[], line: number): readonly string[] {
  const found: string[] = [];
  let inside = indentOf(lines[line - 1] ?? '');
  // The line that ends the parameters of a function stands as deep as the one that has its name.
  let isOpen = false;
  for (let index = line - 2; index >= 0 && (inside > 0 || isOpen); index--) {
    const text = lines[index] ?? '';
    const indent = indentOf(text);
    if (text.trim() !== '' && (indent < inside || (isOpen && indent === inside))) {
      found.push(text);
      inside = indent;
      isOpen = CLOSING.test(text);
    }
  }
  return found;
}

/** Blanks before the text of a line; a tab counts as four. */
function indentOf(line: string): number {
  return (/^\s*/u.exec(line)?.[0] ?? '').replaceAll('\t', '    ').length;
}
