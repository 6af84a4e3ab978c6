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
/** Each broken item costs a look at the text behind it. */
const MOST_BROKEN = 200;

/**
 * Reads the items of a list one by one, so that a broken one costs no other: of a top-level array, or of the member `list` of a top-level object. After a broken item
 * reading goes on at the next that begins as the first one does. Nesting and the length of an item are bounded.
 */
export function readJsonItems(text: string, list: string): JsonItems {
  const start = skipBlank(text, text.startsWith('\uFEFF') ? 1 : 0);
  if (text[start] === '[') {
    return { header: {}, ...readList(text, start + 1) };
  }
  const member = text[start] === '{' ? findMember(text, start, list) : undefined;
  if (member === undefined || text[member] !== '[') {
    const { value } = readValue(text, start);
    return { items: [{ start, value }], header: isJsonObject(value) ? value : {}, complete: true };
  }
  const read = readList(text, member + 1);
  const before = `${text.slice(start, member)}null`;
  const around = readValue(`${before}${text.slice(read.end)}`, 0).value ?? readValue(`${before}}`, 0).value;
  return { ...read, header: isJsonObject(around) ? around : {} };
}


function readList(text: string, from: number): { readonly items: readonly JsonItem[]; readonly complete: boolean; readonly end: number } {
  const items: JsonItem[] = [];
  let position = skipBlank(text, from);
  const mark = openingOf(text, position);
  let broken = 0;
  while (position < text.length && text[position] !== ']') {
    const { value, end = text.length } = readValue(text, position);
    items.push({ start: position, value });
    let next = end;
    if (value === undefined) {
      broken++;
      const marked = mark === '' || broken > MOST_BROKEN ? -1 : text.indexOf(mark, position + 1);
      next = broken > MOST_BROKEN ? text.length : marked < 0 ? end : Math.min(marked, end);
    }
    position = skipBlank(text, Math.max(next, position + 1), ',');
  }
  return { items, complete: position < text.length, end: position + 1 };
}

/** What the first item begins with, up to the name of its first member: programs write all items alike. */
function openingOf(text: string, start: number): string {
  return /^\{\s{0,40}"(?:[^"\\]|\\.){1,60}"\s{0,10}:/u.exec(text.slice(start, start + 200))?.[0] ?? '';
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
