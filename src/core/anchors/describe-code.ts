import { symbolPath, type CodeSymbol } from './code-symbols';
import type { CodeFile, CodeTarget, LineRange } from './code-target';
import { linesOf } from './code-text';

/** Lines kept of what stands before and after. */
const CONTEXT_LINES = 3;

/** What is known of a place in code besides its text. */
export interface CodeFacts {
  /** Those of the whole file; none where its language tells none. */
  readonly symbols?: readonly CodeSymbol[];
  readonly commit?: string;
}

/** Says in all ways where in a file some lines are. They are cut to the file, and blank ones at their ends left out: `undefined` where none remain. */
export function describeCode({ path, text }: CodeFile, range: LineRange, { symbols = [], commit }: CodeFacts = {}): CodeTarget | undefined {
  const all = linesOf(text);
  const isBlank = (line: number) => (all[line - 1] ?? '').trim() === '';
  let [first, last] = [Math.max(1, range.first), Math.min(all.length, range.last)];
  while (first <= last && isBlank(first)) {
    first++;
  }
  while (last > first && isBlank(last)) {
    last--;
  }
  if (first > last) {
    return undefined;
  }
  const around = symbolPath(symbols, { first, last });
  return {
    path,
    lines: { first, last },
    exact: all.slice(first - 1, last).join('\n'),
    before: all.slice(Math.max(0, first - 1 - CONTEXT_LINES), first - 1).join('\n'),
    after: all.slice(last, last + CONTEXT_LINES).join('\n'),
    ...(around.length === 0 ? {} : { symbols: around }),
    ...(commit === undefined ? {} : { commit }),
  };
}
