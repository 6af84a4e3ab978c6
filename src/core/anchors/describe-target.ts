import { cutsPair, toCodePoints } from './code-points';
import type { TextRange, TextTarget } from './text-target';

/** UTF-16 units kept of what stands before and after, as Hypothesis does: enough to tell equal words apart. */
export const CONTEXT_LENGTH = 32;

/** Says in all ways where in a text a range is. The range is first cut to the text and widened to whole characters. */
export function describeTarget(text: string, range: TextRange): TextTarget {
  const start = downTo(text, clamp(range.start, text.length));
  const end = upTo(text, Math.max(start, clamp(range.end, text.length)));
  return {
    exact: text.slice(start, end),
    prefix: text.slice(upTo(text, Math.max(0, start - CONTEXT_LENGTH)), start),
    suffix: text.slice(end, downTo(text, Math.min(text.length, end + CONTEXT_LENGTH))),
    position: toCodePoints(text, { start, end }),
  };
}

function clamp(offset: number, length: number): number {
  return Math.min(length, Math.max(0, Math.trunc(offset)));
}

function downTo(text: string, offset: number): number {
  return cutsPair(text, offset) ? offset - 1 : offset;
}

function upTo(text: string, offset: number): number {
  return cutsPair(text, offset) ? offset + 1 : offset;
}
