import { constructFromEvents, CORE_SCHEMA, EVENT_ID, parseEvents, YAMLException } from 'js-yaml';
import { writeYaml } from './write-yaml';
import { tooIntricate } from './yaml-shape';

/** Longest front matter that is parsed, in UTF-16 units, without its fences. */
export const LONGEST_FRONT_MATTER = 64 * 1024;

/** Notes say a handful of fields; the parser's time grows with the square of the number of fields. */
const MOST_LINES = 2_000;

/** How deep lists and fields may be nested. */
const DEEPEST = 100;

export interface FrontMatter {
  /** Its fields; empty when there is none or it has a problem. Values are untrusted JSON-like data. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The text after it; the whole text when there is none. */
  readonly body: string;
  /** What is wrong and where, in words for the reader. */
  readonly problem?: string;
}

const OPENING = /^\uFEFF?---[ \t]*\r?\n/u;
const CLOSING = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/mu;
const FIRST_LINE_IS_FIELD = /^[A-Za-z_][\w-]*:(?:[ \t]|\r?\n|$)/u;

/**
 * Reads the YAML between two `---` lines at the start of a text. Never throws, and never runs away on a hostile text: size, lines and
 * nesting are bounded, aliases and tags are refused. A `---` that nothing closes is a Markdown rule unless a field follows it.
 *
 * Source: YAML 1.2.2, core schema (a date stays text).
 */
export function parseFrontMatter(text: string): FrontMatter {
  const opening = OPENING.exec(text);
  if (!opening) {
    return { data: {}, body: text };
  }
  const rest = text.slice(opening[0].length);
  const closing = CLOSING.exec(rest);
  if (!closing) {
    return FIRST_LINE_IS_FIELD.test(rest)
      ? { data: {}, body: text, problem: 'The front matter is not closed: a line with --- is missing after its fields.' }
      : { data: {}, body: text };
  }
  const body = rest.slice(closing.index + closing[0].length);
  const fields = parseFields(rest.slice(0, closing.index));
  return typeof fields === 'string' ? { data: {}, body, problem: fields } : { data: fields, body };
}

/** Front matter with these fields, then the body. Values are JSON-like; strings are quoted where YAML would read something else. */
export function serialiseFrontMatter(data: Readonly<Record<string, unknown>>, body: string): string {
  return `---\n${writeYaml(data)}---\n${body}`;
}

/** @returns the fields, or what is wrong */
function parseFields(yaml: string): Readonly<Record<string, unknown>> | string {
  if (yaml.length > LONGEST_FRONT_MATTER) {
    return `The front matter is longer than ${LONGEST_FRONT_MATTER / 1024} KiB and was not read.`;
  }
  if (yaml.split('\n').length > MOST_LINES) {
    return `The front matter has more than ${MOST_LINES} lines and was not read.`;
  }
  if (tooIntricate(yaml)) {
    return 'The front matter is nested too deeply and was not read.';
  }
  try {
    return readFields(yaml);
  } catch (error) {
    if (error instanceof YAMLException && error.mark) {
      return notValid(error.mark.line, error.reason);
    }
    return `The front matter could not be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function readFields(yaml: string): Readonly<Record<string, unknown>> | string {
  const events = parseEvents(yaml, { maxDepth: DEEPEST });
  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) {
      continue;
    }
    // Aliases make a small text a huge value, and a tag may stand for anything.
    const isTagged = event.type !== EVENT_ID.ALIAS && event.tagStart >= 0;
    if (isTagged || event.anchorStart >= 0) {
      const start = isTagged ? event.tagStart : event.anchorStart;
      return notValid(yaml.slice(0, start).split('\n').length - 1, isTagged ? 'a tag (!) is not understood here.' : 'anchors (&) and aliases (*) are not understood here.');
    }
  }
  const [fields, ...more] = constructFromEvents(events, { source: yaml, schema: CORE_SCHEMA, maxAliases: 0 });
  if (fields === undefined || (fields === null && more.length === 0)) {
    return {};
  }
  return isFields(fields) && more.length === 0 ? fields : 'The front matter is not a list of fields such as "title: …".';
}

/** @param line counted from 0 after the opening fence; an editor counts from 1, and the fence too */
function notValid(line: number, reason: string): string {
  return `The front matter is not valid at line ${line + 2}: ${reason.slice(0, 200)}`;
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
