import { wordsOf } from '../../../src/core/anchors/code-text';
import type { CodeFile, LineRange } from '../../../src/core/anchors/code-target';

/** A line of a file that is edited, with which line of the target it was, from 0, if it was one of it. */
export interface TracedLine {
  readonly text: string;
  readonly origin?: number;
  readonly isCopy?: true;
}

/** Files by path. */
export type TracedFiles = ReadonlyMap<string, readonly TracedLine[]>;

/** Where the lines of a target are after edits. */
export interface CodeFate {
  readonly path: string;
  readonly lines: LineRange;
  /** Share of its words that are there still. */
  readonly kept: number;
  /** How much longer the place is than the target was. */
  readonly stretch: number;
}

export function untraced(files: TracedFiles): readonly CodeFile[] {
  return [...files].map(([path, lines]) => ({ path, text: lines.map(({ text }) => text).join('\n') }));
}

/** The file that holds most of what is left of a target; `undefined` when nothing is left. With `copies`, where they are instead. */
export function codeFate(files: TracedFiles, target: readonly string[], copies = false): CodeFate | undefined {
  const fates = [...files].flatMap(([path, lines]): readonly CodeFate[] => {
    // Brackets alone are where the words beside them are.
    const places = lines.flatMap(({ text, origin, isCopy }, index) => (origin !== undefined && (isCopy === true) === copies && shared(target[origin] ?? '', text) > 0 ? [index] : []));
    const [first, last] = [places[0], places.at(-1)];
    if (first === undefined || last === undefined) return [];
    const kept = target.reduce((sum, line, origin) => sum + shared(line, lines.filter((one) => one.origin === origin && (one.isCopy === true) === copies).map(({ text }) => text).join(' ')), 0);
    const length = target.reduce((sum, line) => sum + wordsOf(line).length, 0);
    return [{ path, lines: { first: first + 1, last: last + 1 }, kept: kept / Math.max(1, length), stretch: (last - first + 1) / target.length }];
  });
  return fates.sort((one, other) => other.kept - one.kept)[0];
}

/** How many words of a line another one has. */
function shared(line: string, other: string): number {
  const left = [...wordsOf(other)];
  return wordsOf(line).filter((word) => {
    const index = left.indexOf(word);
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  }).length;
}
