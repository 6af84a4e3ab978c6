import type { Json } from '../paper';
import { DEEPEST_NESTING, MOST_DAMAGED, MOST_RECORDS } from '../import-limits';
import { readLenientJson } from './lenient-json';
import { LineCounter } from './line-counter';

export type JsonObject = Readonly<Record<string, Json>>;

/** What an object holds under a name of its own. */
export function member(value: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A record of a JSON text, or a place where there is none that can be read. */
export type JsonRecord =
  | {
      readonly kind: 'record';
      readonly value: JsonObject;
      readonly line: number;
      /** What was wrong with its text and did not keep it from being read. */
      readonly fault?: string;
    }
  | { readonly kind: 'broken'; readonly line: number; readonly reason: string };

export interface RecordOptions {
  /** Whether an object is a record and not the cover around a list of them, or a part of one that is broken. */
  readonly isRecord: (value: JsonObject) => boolean;
  /** Names of members of a cover that hold the list of records. */
  readonly lists: readonly string[];
  /** Told of each cover, for what it says beside the list. */
  readonly onCover?: (cover: JsonObject) => void;
}

/** Reading that came to nothing is bounded by this many UTF-16 units and half the text, however it is broken. */
const MOST_WASTE = 8_000_000;
/** The search for the end of a value takes this many times less time than reading it leniently. */
const SEARCH_SPEED = 8;

/** Deepest covers around a list. */
const DEEPEST_COVER = 4;

/**
 * The records of a JSON text in its order: of one array, of JSON Lines, of arrays or objects one after another, of
 * an object that covers an array. Where the text is broken, reading goes on at the next beginning of
 * a record. Strings that hold records as text are read too. Linear; never throws.
 */
export function* readJsonRecords(text: string, options: RecordOptions): Generator<JsonRecord> {
  yield* new RecordReader(text, options).read(0, text.length, 0);
}

class RecordReader {
  private readonly lines: LineCounter;
  private waste = 0;
  private readonly mostWaste: number;
  private records = 0;
  private damaged = 0;
  private full = false;
  /** How far the newest search for the end of a value went. */
  private seen = 0;

  constructor(private readonly text: string, private readonly options: RecordOptions) {
    this.lines = new LineCounter(text);
    this.mostWaste = MOST_WASTE + text.length / 2;
  }

  *read(from: number, to: number, cover: number): Generator<JsonRecord> {
    let at = from;
    while (at < to && !this.full) {
      const start = this.nextValue(at, to);
      if (start >= to) {
        return;
      }
      const line = this.lines.lineAt(start);
      const end = this.endOfValue(start);
      this.waste += end === undefined ? (this.seen - start) / SEARCH_SPEED : 0;
      const value = end === undefined ? undefined : parse(this.text.slice(start, end));
      if (value !== undefined && end !== undefined) {
        const sound = yield* this.readValue(value, start, end, line, cover);
        at = sound ? end : this.nextBeginning(end, to);
      } else {
        at = yield* this.readBroken(start, to, line);
      }
      if ((this.waste >= this.mostWaste && at >= to) || this.damaged >= MOST_DAMAGED) {
        this.full = true;
        yield { kind: 'broken', line, reason: 'the text is too damaged to look for more records in it' };
      }
    }
  }

  /** @returns false when the value is none that a list of records has */
  private *readValue(value: Json, start: number, end: number, line: number, cover: number): Generator<JsonRecord, boolean> {
    const list = isJsonObject(value) && cover < DEEPEST_COVER ? this.options.lists.find((name) => Array.isArray(member(value, name))) : undefined;
    if (isJsonObject(value) && list !== undefined) {
      this.options.onCover?.(value);
      const inside = this.placeOfList(list, start, end);
      yield* this.read(inside.start, inside.end, cover + 1);
      return true;
    }
    const record = recordOf(value, line, this.options);
    yield this.count(record);
    return record.kind === 'record';
  }

  /** A record that is no valid JSON: read leniently, or passed over up to where the next one begins. */
  private *readBroken(start: number, to: number, line: number): Generator<JsonRecord, number> {
    const { value, end, fault = 'it is not JSON', cut } = readLenientJson(this.text, start);
    this.damaged++;
    if (isJsonObject(value) && this.options.isRecord(value)) {
      yield this.count({ kind: 'record', value, line, fault });
      return cut ? this.nextBeginning(Math.max(end, start + 1), to) : end;
    }
    this.waste += end - start;
    yield this.count({ kind: 'broken', line, reason: fault });
    return this.nextBeginning(start + 1, to);
  }

  /** Where the next record begins that can be read. Objects that are parts of a broken one are passed over. */
  private nextBeginning(from: number, to: number): number {
    BEGINNING.lastIndex = from;
    for (let found = BEGINNING.exec(this.text); found !== null && found.index < to && this.waste < this.mostWaste; found = BEGINNING.exec(this.text)) {
      const next = BEGINNING.lastIndex;
      const { value, end } = readLenientJson(this.text, found.index);
      if (typeof value === 'string' || (isJsonObject(value) && this.options.isRecord(value))) {
        return found.index;
      }
      this.waste += end - found.index;
      BEGINNING.lastIndex = next;
    }
    return to;
  }

  private count(record: JsonRecord): JsonRecord {
    this.records++;
    if (this.records <= MOST_RECORDS) {
      return record;
    }
    this.full = true;
    return { kind: 'broken', line: record.line, reason: `there are more than ${MOST_RECORDS} records; the rest was left out. split the file` };
  }

  private nextValue(from: number, to: number): number {
    BETWEEN.lastIndex = from;
    return Math.min(from + (BETWEEN.exec(this.text)?.[0].length ?? 0), to);
  }

  /** Offset after the value that starts here, or `undefined` where that cannot be JSON; then `seen` tells how far it went. */
  private endOfValue(start: number): number | undefined {
    const first = this.text[start];
    if (first === '"') {
      return this.endOfString(start);
    }
    if (first !== '{') {
      SCALAR.lastIndex = start;
      const length = SCALAR.exec(this.text)?.[0].length ?? 0;
      this.seen = start + length;
      return length === 0 ? undefined : start + length;
    }
    const open: string[] = [];
    for (let at = start; ; ) {
      MARK.lastIndex = at;
      const found = MARK.exec(this.text);
      this.seen = found?.index ?? this.text.length;
      if (found === null) {
        return undefined;
      }
      at = found.index + 1;
      const mark = found[0];
      if (mark === '"') {
        const end = this.endOfString(found.index);
        if (end === undefined) {
          return undefined;
        }
        at = end;
      } else if (mark === '{' || mark === '[') {
        if (open.length >= DEEPEST_NESTING || (open.at(-1) === '{' && this.characterBefore(found.index) !== ':')) {
          return undefined;
        }
        open.push(mark);
      } else if (open.pop() !== (mark === '}' ? '{' : mark === ']' ? '[' : '')) {
        return undefined;
      } else if (open.length === 0) {
        return at;
      }
    }
  }

  private characterBefore(index: number): string | undefined {
    let before = index - 1;
    while (before >= 0 && ' \t\r\n'.includes(this.text[before] ?? '')) {
      before--;
    }
    return this.text[before];
  }

  private endOfString(start: number): number | undefined {
    for (let at = start + 1; ; ) {
      RUN.lastIndex = at;
      at += RUN.exec(this.text)?.[0].length ?? 0;
      this.seen = at;
      const next = this.text[at];
      if (next === '"') {
        return at + 1;
      }
      if (next !== '\\') {
        return undefined;
      }
      at += 2;
    }
  }

  /** Where the list of a cover stands in the text; nowhere if its name is written with escapes. */
  private placeOfList(name: string, start: number, end: number): { readonly start: number; readonly end: number } {
    const found = this.text.slice(start, end).search(new RegExp(`"${name}"\\s*:\\s*\\[`, 'u'));
    return { start: found < 0 ? end : this.text.indexOf('[', start + found), end: end - 1 };
  }
}

/** What stands between records: blanks, commas, the brackets of the array, the separator of JSON text sequences. */
const BETWEEN = /[\s,[\]\u001E\uFEFF]*/uy;
const SCALAR = /[^\s,[\]{}"]+/uy;
/** A bracket, the beginning of a string, or what may not stand outside of strings. */
const MARK = /["{}[\]]|[^\s:,\-+.\dEaeflnrstu]/gu;
/** A run of a string without its end, escapes and line ends. */
const RUN = /[^"\\\r\n]*/uy;
/** What may be the beginning of a record: an object with a member, or a string that holds one. */
const BEGINNING = /\{\s*["'][A-Za-z_]|"\{\s*\\?["'][A-Za-z_]/gu;

/** The object that a value is, or that a string holds as text. */
function recordOf(value: Json, line: number, { isRecord }: RecordOptions): JsonRecord {
  if (isJsonObject(value)) {
    return { kind: 'record', value, line };
  }
  if (typeof value === 'string' && /^\s*\{/u.test(value)) {
    const inside = readLenientJson(value, 0);
    if (isJsonObject(inside.value) && (isRecord(inside.value) || !inside.cut)) {
      const fault = inside.cut ? (inside.fault ?? 'it is cut off') : 'it is text in quotes';
      return { kind: 'record', value: inside.value, line, fault };
    }
    return { kind: 'broken', line, reason: inside.fault ?? 'it is no record' };
  }
  const kind = value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
  return { kind: 'broken', line, reason: `a record was expected here, not ${kind}` };
}

function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined; // the caller reads it leniently
  }
}
