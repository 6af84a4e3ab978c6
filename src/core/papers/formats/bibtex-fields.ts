import type { BibtexBlock } from './bibtex-blocks';

/** An entry with its fields as they stand in the file, `@string` names replaced. */
export interface BibtexEntry {
  /** In lower case, for example `article`. */
  readonly type: string;
  readonly key: string;
  /** By name in lower case, in order of appearance. Of a name given twice the first counts. */
  readonly fields: ReadonlyMap<string, string>;
  /** What could not be read as it should be. */
  readonly damage: readonly string[];
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A value of more characters is no bibliographic field. */
const LONGEST_VALUE = 1_000_000;

/** All that `@string` names may add to a file: they can be nested so that a few lines would fill the memory. */
const LONGEST_EXPANSION = 20_000_000;
const LONGEST_STRING = 100_000;
const LONGEST_KEY = 500;

/** Each value without an end costs a look at the whole rest of its entry. */
const MOST_UNCLOSED = 4;

/** The `@string` definitions of a file, in order of appearance. */
export class BibtexStrings {
  private readonly values = new Map<string, string>(MONTHS.map((month) => [month, month]));
  private expanded = 0;

  define(name: string, value: string): void {
    this.values.set(name.toLowerCase(), value.slice(0, LONGEST_STRING));
  }

  /** @returns `undefined` for a name that is not defined, or when too much was expanded */
  expand(name: string): string | undefined {
    const value = this.values.get(name.toLowerCase());
    this.expanded += value?.length ?? 0;
    return this.expanded > LONGEST_EXPANSION ? undefined : value;
  }
}

/** Reads the fields of a block. What is damaged costs as little as possible: reading goes on at the next line that begins a field. */
export function readBibtexEntry(text: string, block: BibtexBlock, strings: BibtexStrings): BibtexEntry {
  const body = text.slice(block.bodyStart, block.bodyEnd);
  const comma = body.indexOf(',');
  const first = body.slice(0, comma < 0 ? Math.min(body.length, LONGEST_KEY) : Math.min(comma, LONGEST_KEY)).trim();
  const named = !/[={}"\n\r]/u.test(first);
  const reader = new FieldReader(body, strings, block.closed);
  reader.readFields(!named ? 0 : comma < 0 ? body.length : comma + 1);
  if (!block.closed) {
    reader.damage.push('its closing brace is missing');
  }
  return { type: block.type, key: named ? first : '', fields: reader.fields, damage: reader.damage };
}

/** Reads the definitions of a `@string` block. */
export function readBibtexStrings(text: string, block: BibtexBlock, strings: BibtexStrings): void {
  const reader = new FieldReader(text.slice(block.bodyStart, block.bodyEnd), strings, block.closed);
  reader.readFields(0);
  reader.fields.forEach((value, name) => strings.define(name, value));
}

const NAME = /([^\s=,{}"#%()]{1,200})\s{0,1000}=\s{0,1000}/uy;
const BARE = /[^\s,#{}"=%]{1,10000}/uy;
const GLUE = /\s{0,1000}#\s{0,1000}/uy;
/** The start of a line that begins a field. */
const NEXT_FIELD = /[\n\r][ \t]{0,80}(?=[A-Za-z][\w:.+-]{0,60}[ \t]{0,20}=[ \t]{0,20}["{\w])/gu;

class FieldReader {
  readonly fields = new Map<string, string>();
  readonly damage: string[] = [];
  private position = 0;
  private unclosed = 0;

  /** @param balanced whether the braces of the whole balance; if not, a value that runs on into the next field lacks its own */
  constructor(private readonly body: string, private readonly strings: BibtexStrings, private readonly balanced: boolean) {}

  readFields(from: number): void {
    this.position = from;
    for (;;) {
      this.skipBlank();
      if (this.position >= this.body.length || this.unclosed >= MOST_UNCLOSED) {
        return;
      }
      const name = this.match(NAME)?.[1]?.toLowerCase();
      if (name === undefined) {
        this.report(`“${this.body.slice(this.position, this.position + 30).trim()}” is no field`);
        this.skip();
      } else {
        const value = this.readValue(name);
        if (!this.fields.has(name)) {
          this.fields.set(name, value);
        } else if (this.fields.get(name) !== value) {
          this.keepSecond(name, value);
        }
      }
    }
  }

  private keepSecond(name: string, value: string): void {
    let count = 2;
    while (this.fields.has(`${name}+${count}`) && count < 100) {
      count++;
    }
    this.fields.set(`${name}+${count}`, value);
    this.report(`the field “${name}” is given twice`);
  }

  private readValue(name: string): string {
    let value = '';
    do {
      value += this.readPart(name);
    } while (this.match(GLUE) !== null && value.length < LONGEST_VALUE);
    return value.slice(0, LONGEST_VALUE);
  }

  private readPart(name: string): string {
    const opening = this.body[this.position];
    if (opening === '{' || opening === '"') {
      return this.readDelimited(name, opening);
    }
    const bare = this.match(BARE)?.[0];
    if (bare === undefined) {
      this.report(`the field “${name}” has no value`);
      return '';
    }
    if (/^\d+$/u.test(bare)) {
      return bare;
    }
    const value = this.strings.expand(bare);
    if (value === undefined) {
      this.report(`“${bare}” is not defined by a @string; the name stands for it`);
    }
    return value ?? bare;
  }

  private readDelimited(name: string, opening: '{' | '"'): string {
    const start = this.position + 1;
    const marks = /[{}"]/gu;
    marks.lastIndex = start;
    let depth = 0;
    for (let match = marks.exec(this.body); match !== null; match = marks.exec(this.body)) {
      const { index, 0: mark } = match;
      if (depth === 0 && mark === (opening === '{' ? '}' : '"')) {
        const value = this.body.slice(start, index);
        if (!this.balanced && value.search(NEXT_FIELD) >= 0) {
          break;
        }
        this.position = index + 1;
        return value;
      }
      depth += mark === '{' ? 1 : mark === '}' && depth > 0 ? -1 : 0;
    }
    this.unclosed++;
    this.report(`the value of “${name}” is not closed`);
    this.position = start;
    this.skip();
    return this.body.slice(start, this.position).trim().replace(/\s?[,}"]{1,3}$/u, '');
  }

  /** Blanks, commas and comments to the end of the line. */
  private skipBlank(): void {
    for (; this.position < this.body.length; this.position++) {
      const character = this.body.charAt(this.position);
      if (character === '%') {
        const end = this.body.indexOf('\n', this.position);
        this.position = end < 0 ? this.body.length : end;
      } else if (character !== ',' && character.trim() !== '') {
        return;
      }
    }
  }

  private skip(): void {
    NEXT_FIELD.lastIndex = this.position;
    const match = NEXT_FIELD.exec(this.body);
    this.position = match === null ? this.body.length : match.index + match[0].length;
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.position;
    const match = pattern.exec(this.body);
    this.position = match === null ? this.position : pattern.lastIndex;
    return match;
  }

  private report(damage: string): void {
    if (this.damage.length < 5) {
      this.damage.push(damage);
    }
  }
}
