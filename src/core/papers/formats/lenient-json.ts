import type { Json } from '../paper';
import { DEEPEST_NESTING } from '../import-limits';

/** What could be read of a value. */
export interface LenientValue {
  readonly value: Json;
  /** Offset after the value, or of the place where reading stopped. */
  readonly end: number;
  /** What is wrong with the text, for the reader. Absent when nothing is. */
  readonly fault?: string;
  /** True when the fault ended the reading: members after it are not in the value. */
  readonly cut: boolean;
}

const NUMBER = /-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/uy;
const WORD = /[A-Za-z_$][\w$]*/uy;
const BLANK = /[\s\uFEFF]*/uy;
/** A run of a string without quotes, backslashes and line ends. */
const RUN = /[^"'\\\r\n]*/uy;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', a: '\u0007', 0: '\0', '\n': '' };
const WORDS: ReadonlyMap<string, Json> = new Map<string, Json>([
  ['true', true], ['false', false], ['null', null], ['True', true], ['False', false], ['None', null],
  ['undefined', null], ['NaN', null], ['nan', null], ['Infinity', null], ['inf', null],
]);

/**
 * Reads a JSON value, or what programs write in its place: Python's text of a dictionary (single quotes, `None`, `True`),
 * bare names, commas too many or too few. Where the text ends or cannot be read on, what was read so far is the
 * value. Linear in what it reads; nesting is bounded; never throws.
 */
export function readLenientJson(text: string, start: number): LenientValue {
  const reader = new LenientReader(text, start);
  const value = reader.readValue(0);
  return { value, end: reader.at, cut: reader.cut, ...(reader.fault === undefined ? {} : { fault: reader.fault }) };
}

class LenientReader {
  fault: string | undefined;
  cut = false;

  constructor(private readonly text: string, public at: number) {}

  readValue(depth: number): Json {
    this.skipBlank();
    const first = this.text[this.at];
    if (first === '{' || first === '[') {
      if (depth >= DEEPEST_NESTING) {
        this.stop(`it is nested deeper than ${DEEPEST_NESTING} levels`);
        return null;
      }
      return first === '{' ? this.readObject(depth + 1) : this.readArray(depth + 1);
    }
    if (first === '"' || first === "'") {
      return this.readString(first);
    }
    const number = this.match(NUMBER);
    if (number !== undefined) {
      return Number(number);
    }
    const word = this.match(WORD);
    const value = word === undefined ? undefined : WORDS.get(word);
    if (value === undefined) {
      this.stop(first === undefined ? 'it is cut off' : `a value is missing or cannot be read at “${this.text.slice(this.at, this.at + 12)}”`);
      return null;
    }
    return value;
  }

  private readObject(depth: number): Json {
    const members = new Map<string, Json>();
    this.at++;
    while (!this.closes('}')) {
      const quote = this.text[this.at];
      const name = quote === '"' || quote === "'" ? this.readString(quote) : this.match(WORD);
      this.skipBlank();
      if (this.cut || name === undefined || this.text[this.at] !== ':') {
        this.stop(this.at >= this.text.length ? 'it is cut off' : 'a name or a colon is missing');
        break;
      }
      this.at++;
      const value = this.readValue(depth);
      if (this.isUsable(value) && !members.has(name)) {
        members.set(name, value);
      }
    }
    return Object.fromEntries(members);
  }

  private readArray(depth: number): Json {
    const items: Json[] = [];
    this.at++;
    while (!this.closes(']')) {
      const value = this.readValue(depth);
      if (this.isUsable(value)) {
        items.push(value);
      }
    }
    return items;
  }

  /** Half a string or number is none; half an object has its first members. */
  private isUsable(value: Json): boolean {
    return !this.cut || (typeof value === 'object' && value !== null);
  }

  /** Passes blanks and a comma; true at the end of the object or array, which it passes too. */
  private closes(bracket: '}' | ']'): boolean {
    if (this.cut) {
      return true;
    }
    this.skipBlank();
    if (this.text[this.at] === ',') {
      this.at++;
      this.skipBlank();
    }
    if (this.text[this.at] === bracket) {
      this.at++;
      return true;
    }
    if (this.at >= this.text.length) {
      this.stop('it is cut off');
    } else if (this.text[this.at] === '}' || this.text[this.at] === ']') {
      this.stop('a bracket is missing');
    }
    return this.cut;
  }

  /** A string that reaches over a line end has lost its quote: it ends there. */
  private readString(quote: '"' | "'"): string {
    const parts: string[] = [];
    this.at++;
    for (;;) {
      RUN.lastIndex = this.at;
      const run = RUN.exec(this.text)?.[0] ?? '';
      parts.push(run);
      this.at += run.length;
      const next = this.text[this.at];
      if (next === undefined || next === '\n' || next === '\r') {
        this.stop(next === undefined ? 'it is cut off' : 'a quote is missing');
        return parts.join('');
      }
      this.at++;
      if (next === quote) {
        return parts.join('');
      }
      parts.push(next === '\\' ? this.readEscape() : next);
    }
  }

  private readEscape(): string {
    const letter = this.text[this.at] ?? '';
    this.at++;
    const digits = letter === 'u' ? 4 : letter === 'x' ? 2 : letter === 'U' ? 8 : 0;
    if (digits > 0) {
      const code = this.text.slice(this.at, this.at + digits);
      const point = /^[0-9a-f]+$/iu.test(code) && code.length === digits ? parseInt(code, 16) : undefined;
      if (point === undefined || point > 0x10ffff) {
        return `\\${letter}`;
      }
      this.at += digits;
      return digits === 8 ? String.fromCodePoint(point) : String.fromCharCode(point);
    }
    return Object.hasOwn(ESCAPES, letter) ? (ESCAPES[letter] ?? '') : letter;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    this.at += found?.length ?? 0;
    return found;
  }

  private skipBlank(): void {
    this.match(BLANK);
  }

  private stop(fault: string): void {
    this.fault ??= fault;
    this.cut = true;
  }
}
