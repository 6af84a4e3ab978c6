import type { TextRange } from './text-target';

// Offsets of files count Unicode code points, those of the editor and of JavaScript UTF-16 units. A lone surrogate is one of both.

/** The number of code points before an offset. Inside a surrogate pair it is that before the pair. */
export function codePointsBefore(text: string, offset: number): number {
  let count = 0;
  for (let index = 0; index < Math.min(offset, text.length); index += unitsAt(text, index)) {
    count += index + unitsAt(text, index) <= offset ? 1 : 0;
  }
  return count;
}

/** The offset in UTF-16 units of a code point; `undefined` past the end of the text. */
export function offsetOfCodePoint(text: string, codePoint: number): number | undefined {
  let offset = 0;
  for (let count = 0; count < codePoint; count++) {
    if (offset >= text.length) {
      return undefined;
    }
    offset += unitsAt(text, offset);
  }
  return offset;
}

export function toCodePoints(text: string, { start, end }: TextRange): TextRange {
  const first = codePointsBefore(text, start);
  return { start: first, end: first + codePointsBefore(text.slice(start), end - start) };
}

/** The range in UTF-16 units; `undefined` where the text has no such range. */
export function fromCodePoints(text: string, { start, end }: TextRange): TextRange | undefined {
  if (!Number.isSafeInteger(start) || !Number.isSafeInteger(end) || start < 0 || end < start || end > text.length) {
    return undefined;
  }
  const first = offsetOfCodePoint(text, start);
  const length = first === undefined ? undefined : offsetOfCodePoint(text.slice(first), end - start);
  return first === undefined || length === undefined ? undefined : { start: first, end: first + length };
}

/** Whether an offset stands between the two units of one character. */
export function cutsPair(text: string, offset: number): boolean {
  return offset > 0 && unitsAt(text, offset - 1) === 2 && isHigh(text.charCodeAt(offset - 1));
}

function unitsAt(text: string, offset: number): 1 | 2 {
  const next = text.charCodeAt(offset + 1);
  return isHigh(text.charCodeAt(offset)) && next >= 0xdc00 && next <= 0xdfff ? 2 : 1;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
