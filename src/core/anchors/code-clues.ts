import { nameOf } from './code-symbols';
import type { CodeTarget } from './code-target';
import { linesOf } from './code-text';

/** Lines by which a file is told to be worth a closer look: the longest are rarest. */
const MOST_LINES = 8;

/** A shorter line stands in many files. In UTF-16 units. */
const SHORTEST_LINE = 12;

/** Counts what a text has of a target and of what stood around it, by which to tell that it may hold it: no proof, and quickly told. */
export function clueCounter({ exact, before, after, symbols = [] }: Pick<CodeTarget, 'exact' | 'before' | 'after' | 'symbols'>): (text: string) => number {
  const lines = [...new Set([exact, before, after].flatMap(linesOf).map((line) => line.trim()))].sort((one, other) => other.length - one.length);
  const telling = lines.filter((line, index) => index === 0 || line.length >= SHORTEST_LINE).slice(0, MOST_LINES);
  const name = nameOf(symbols.at(-1) ?? '');
  return (text) => telling.filter((line) => text.includes(line)).length + (name !== undefined && text.includes(name) ? 1 : 0);
}
