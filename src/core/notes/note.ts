import type { PaperKey } from '../papers/paper';
import { parseFrontMatter } from './front-matter';

/** What a note says of itself. */
export interface NoteFacts {
  /** The paper it is about; none for a free note. */
  readonly paper?: PaperKey;
  /** From the front matter, else the first heading; none when it has neither. */
  readonly title?: string;
  readonly tags: readonly string[];
  /** As the note has it, usually `YYYY-MM-DD`. */
  readonly created?: string;
  /** What of its front matter could not be read, in words for the reader. */
  readonly problem?: string;
}

const KEY = /^[a-z0-9-]{1,64}$/u;
const LONGEST_TITLE = 300;

/** How far a heading is looked for, in lines. */
const HEADING_LINES = 200;

/** Reads what a note says of itself. Never throws: what cannot be read is left out and named in `problem`. */
export function readNote(text: string): NoteFacts {
  const { data, body, problem } = parseFrontMatter(text);
  const paper = own(data, 'paper');
  const title = words(own(data, 'title')) ?? firstHeading(body);
  const created = words(own(data, 'created'));
  const isKey = typeof paper === 'string' && KEY.test(paper);
  const wrong = problem ?? (isKey || paper === undefined || paper === null ? undefined : 'The field "paper" is not a key such as flashattention.');
  return {
    ...(isKey ? { paper } : {}),
    ...(title === undefined ? {} : { title }),
    tags: tagsOf(own(data, 'tags')),
    ...(created === undefined ? {} : { created }),
    ...(wrong === undefined ? {} : { problem: wrong }),
  };
}

function own(data: Readonly<Record<string, unknown>>, field: string): unknown {
  return Object.hasOwn(data, field) ? data[field] : undefined;
}

/** One line of plain words; a bare year or number is text too. */
function words(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') {
    return undefined;
  }
  const line = String(value).replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim().slice(0, LONGEST_TITLE);
  return line === '' ? undefined : line;
}

/** A list, or one text with commas. */
function tagsOf(value: unknown): readonly string[] {
  const list: readonly unknown[] = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [];
  return list.flatMap((tag) => words(tag) ?? []);
}

/** The text of the first `#` heading that is not inside a code fence. */
function firstHeading(body: string): string | undefined {
  let fence: string | undefined;
  for (const line of body.split(/\r?\n/u, HEADING_LINES)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1];
    if (fence !== undefined) {
      const closes = mark?.startsWith(fence) === true && /^\s*[`~]+\s*$/u.test(line);
      fence = closes ? undefined : fence;
    } else if (mark !== undefined) {
      fence = mark;
    } else {
      const heading = /^ {0,3}#{1,6}[ \t]+(.*)$/u.exec(line)?.[1];
      const title = words(heading?.replace(/[ \t]+#+[ \t]*$/u, '').replace(/\\([!-/:-@[-`{-~])/gu, '$1'));
      if (title !== undefined) {
        return title;
      }
    }
  }
  return undefined;
}
