/** A line of a RIS record: a tag and its value, continuation lines joined. */
export interface RisTag {
  readonly tag: string;
  readonly value: string;
}

/** One record of a RIS file. */
export interface RisRecord {
  /** One-based line of its `TY`. */
  readonly line: number;
  readonly type: string;
  /** In order, without `TY` and `ER`. */
  readonly tags: readonly RisTag[];
  /** False where the `ER` that ends it is missing. */
  readonly ended: boolean;
}

export interface RisFile {
  readonly records: readonly RisRecord[];
  /** One-based lines of what stands outside all records; of lines that follow each other the first. */
  readonly strays: readonly number[];
}

const TAG = /^([A-Z][A-Z0-9]) {2}-(?: (.*)|\s*)$/u;
/** Some programs write one blank or a tab; then a line that only looks like a tag cannot be told from one. */
const LOOSE_TAG = /^[ \t]{0,4}([A-Z][A-Z0-9])[ \t]{1,4}-(?:[ \t]?(.*))$/u;
/** An end is one whichever way it is written. */
const END = /^[ \t]{0,4}ER[ \t]{1,4}-[ \t]{0,10}$/u;
const START = /^[ \t]{0,4}TY[ \t]{1,4}-/u;

/** Longest continuation of one value. */
const LONGEST_VALUE = 1_000_000;

/**
 * Splits a RIS file into records. Lines without a tag continue the value before them; an empty line in a value begins a paragraph. A record
 * ends with `ER`, and where that is missing with the next `TY` or the end of the file.
 */
export function splitRis(text: string): RisFile {
  const records: RisRecord[] = [];
  const strays: number[] = [];
  let current: OpenRecord | undefined;
  let strayBefore = false;
  for (const [index, raw] of text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u).entries()) {
    const line = index + 1;
    const starts = START.test(raw);
    const tag = starts ? LOOSE_TAG.exec(raw) : current?.pattern.exec(raw);
    if (starts && tag !== null && tag !== undefined) {
      current?.finish(records, false);
      current = new OpenRecord(line, (tag[2] ?? '').trim(), TAG.test(raw) ? TAG : LOOSE_TAG);
      strayBefore = false;
    } else if (current === undefined) {
      if (raw.trim() !== '' && !strayBefore) {
        strays.push(line);
      }
      strayBefore = raw.trim() !== '';
    } else if (tag?.[1] === 'ER' || END.test(raw)) {
      current.finish(records, true);
      current = undefined;
    } else if (tag?.[1] !== undefined) {
      current.add(tag[1], tag[2] ?? '');
    } else {
      current.continue(raw);
    }
  }
  current?.finish(records, false);
  return { records, strays };
}

class OpenRecord {
  private readonly tags: { tag: string; lines: string[]; length: number }[] = [];

  constructor(private readonly line: number, private readonly type: string, readonly pattern: RegExp) {}

  add(tag: string, value: string): void {
    this.tags.push({ tag, lines: [value], length: value.length });
  }

  continue(raw: string): void {
    const last = this.tags.at(-1);
    if (last !== undefined && last.length < LONGEST_VALUE) {
      last.lines.push(raw);
      last.length += raw.length;
    }
  }

  finish(records: RisRecord[], ended: boolean): void {
    const tags = this.tags.map(({ tag, lines }) => ({ tag, value: joinLines(lines, tag === 'KW' ? '\n' : ' ') }));
    records.push({ line: this.line, type: this.type, tags, ended });
  }
}

/** Some programs list keywords on lines of their own under one tag; all else is wrapped text. */
function joinLines(lines: readonly string[], glue: ' ' | '\n'): string {
  const trimmed = lines.map((line) => line.trim());
  return trimmed.length === 1 ? trimmed[0] ?? '' : trimmed.map((line) => (line === '' ? '\n\n' : line)).join(glue).replace(/ ?\n\n ?(?:\n\n ?)*/gu, '\n\n').trim();
}
