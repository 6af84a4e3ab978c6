import type { Json } from '../paper';
import { isJsonObject } from '../json';

/** An item of a JSON list, read alone. */
export interface JsonItem {
  readonly start: number;
  /** `undefined` for one that is no JSON, or nested too deeply. */
  readonly value: Json | undefined;
}

/** The items of a list, and what stands beside it. */
export interface JsonItems {
  readonly items: readonly JsonItem[];
  /** The members of the object that holds the list; of an object without a list, those of that object, which is the only item. */
  readonly header: Readonly<Record<string, Json>>;
  /** False where the text ends before the list does. */
  readonly complete: boolean;
}

const DEEPEST = 64;
const LONGEST_ITEM = 4_000_000;
/** Characters that are looked at in search of where to go on after broken items. */
const LONGEST_SEARCH = 50_000_000;

/**
 * Reads the items of a list one by one, so that a broken one costs no other: of a top-level array, or of the member `list` of a top-level object. After a broken item
 * reading goes on at the next that is whole. Nesting and the length of an item are bounded.
 *
 * @param isItem tells an item from an object inside one
 */
export function readJsonItems(text: string, list: string, isItem: (value: Json) => boolean): JsonItems {
  const start = skipBlank(text, text.startsWith('\uFEFF') ? 1 : 0);
  if (text[start] === '[') {
    return { header: {}, ...readList(text, start + 1, isItem) };
  }
  const member = text[start] === '{' ? findMember(text, start, list) : undefined;
  if (member === undefined || text[member] !== '[') {
    const { value } = readValue(text, start);
    return { items: [{ start, value }], header: isJsonObject(value) ? value : {}, complete: true };
  }
  const read = readList(text, member + 1, isItem);
  const before = `${text.slice(start, member)}null`;
  const around = readValue(`${before}${text.slice(read.end)}`, 0).value ?? readValue(`${before}}`, 0).value;
  return { ...read, header: isJsonObject(around) ? around : {} };
}

interface List {
  readonly items: readonly JsonItem[];
  readonly complete: boolean;
  readonly end: number;
}

function readList(text: string, from: number, isItem: (value: Json) => boolean): List {
  const items: JsonItem[] = [];
  let position = skipBlank(text, from);
  let left = LONGEST_SEARCH;
  let damaged = false;
  const resume = (start: number, end: number) => {
    const found = findItem(text, start, end, left, isItem);
    left = found.left;
    return found.start;
  };
  for (;;) {
    if (position >= text.length || text[position] === ']') {
      // The end that a damaged item leaves behind may be that of a list inside it.
      const next = damaged ? resume(position, text.length) : undefined;
      if (next === undefined) {
        return { items, complete: position < text.length, end: position + 1 };
      }
      position = next;
    }
    const { value, end = text.length } = readValue(text, position);
    const follows = text[skipBlank(text, end)];
    // What lacks its own end has that of the list, and the items behind it inside.
    const inside = value === undefined || (follows !== ',' && follows !== ']') ? resume(position + 1, end) : undefined;
    const broken = value === undefined || inside !== undefined;
    if (broken || !damaged || isItem(value)) {
      items.push({ start: position, value: broken ? undefined : value });
    }
    damaged ||= broken;
    position = skipBlank(text, Math.max(inside ?? end, position + 1), ',');
  }
}

/** The first whole item that begins between two offsets. */
function findItem(text: string, from: number, to: number, budget: number, isItem: (value: Json) => boolean): { readonly start?: number; readonly left: number } {
  const opening = /,\s{0,200}\{/gu;
  opening.lastIndex = from;
  let left = budget;
  for (let match = opening.exec(text); match !== null && match.index < to && left > 0; match = opening.exec(text)) {
    const start = opening.lastIndex - 1;
    const { value, end } = readValue(text, start);
    if (value !== undefined && isItem(value)) {
      return { start, left };
    }
    left -= (end ?? Math.min(start + LONGEST_ITEM, text.length)) - start;
    opening.lastIndex = start + 1;
  }
  return { left };
}

/** End of the value that begins at `start`, or `undefined` where its brackets do not balance or it is too long or too deep. */
function endOfValue(text: string, start: number): number | undefined {
  const marks = /["{}[\],]/gu;
  marks.lastIndex = start;
  let depth = 0;
  for (let match = marks.exec(text); match !== null && match.index - start <= LONGEST_ITEM; match = marks.exec(text)) {
    const { index, 0: mark } = match;
    if (mark === '"') {
      const end = endOfString(text, index + 1);
      if (end === undefined) {
        return undefined;
      }
      marks.lastIndex = end;
    } else if (mark === '{' || mark === '[') {
      depth++;
    } else if (mark === ',' || depth === 0) {
      if (depth === 0) {
        return index;
      }
    } else if (--depth === 0) {
      return index + 1;
    }
    if (depth > DEEPEST) {
      return undefined;
    }
  }
  return undefined;
}

function endOfString(text: string, from: number): number | undefined {
  const marks = /["\\]/gu;
  marks.lastIndex = from;
  for (let match = marks.exec(text); match !== null && match.index - from <= LONGEST_ITEM; match = marks.exec(text)) {
    if (match[0] === '"') {
      return match.index + 1;
    }
    marks.lastIndex = match.index + 2;
  }
  return undefined;
}

/** Where the value of a member of the object at `start` begins. */
function findMember(text: string, start: number, name: string): number | undefined {
  let position = skipBlank(text, start + 1);
  while (text[position] === '"') {
    const end = endOfString(text, position + 1);
    const colon = end === undefined ? -1 : skipBlank(text, end);
    if (end === undefined || text[colon] !== ':') {
      return undefined;
    }
    const value = skipBlank(text, colon + 1);
    if (text.slice(position + 1, end - 1) === name) {
      return value;
    }
    const valueEnd = endOfValue(text, value);
    if (valueEnd === undefined) {
      return undefined;
    }
    position = skipBlank(text, valueEnd, ',');
  }
  return undefined;
}

/** @returns no value for what is no JSON, and no end where its brackets do not balance */
function readValue(text: string, start: number): { readonly value: Json | undefined; readonly end: number | undefined } {
  const end = endOfValue(text, start);
  if (end === undefined) {
    return { value: undefined, end };
  }
  try {
    return { value: JSON.parse(text.slice(start, end)) as Json, end };
  } catch {
    return { value: undefined, end };
  }
}

function skipBlank(text: string, from: number, also = ''): number {
  let position = from;
  while (position < text.length && (' \t\r\n'.includes(text.charAt(position)) || (also !== '' && text[position] === also))) {
    position++;
  }
  return position;
}
