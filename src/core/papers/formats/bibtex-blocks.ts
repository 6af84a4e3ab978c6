/** One `@…` of a BibTeX file. Offsets are UTF-16 units. */
export interface BibtexBlock {
  /** What follows the `@`, in lower case: `article`, `string`, `preamble`, `comment`. */
  readonly type: string;
  readonly start: number;
  /** Behind the opening brace or bracket. */
  readonly bodyStart: number;
  /** In front of the closing brace or bracket; where that is missing, in front of the next block. */
  readonly bodyEnd: number;
  readonly end: number;
  readonly closed: boolean;
}

interface Opening {
  readonly type: string;
  readonly start: number;
  readonly bodyStart: number;
  readonly bracket: boolean;
  /** Braces open around it. */
  readonly depth: number;
  /** True for a key and a comma with nothing before them on the line: that begins a block even inside braces, for some were not closed. */
  readonly alone: boolean;
  bodyEnd: number | undefined;
}

const MARK = /[{}@)]/gu;
/** A bracket in a value is followed by more of it; the one that ends a block is the last on its line. */
const BRACKET_END = /^\s*(?:$|[@\n\r%])/u;

const OPENING = /@[ \t]{0,20}([A-Za-z][\w.:+-]{0,63})\s{0,200}([{(])/uy;

const NO_ENTRY: ReadonlySet<string> = new Set(['string', 'preamble', 'comment']);
const KEY = /^\s*[^\s,{}()"=]*\s*,/u;

/**
 * Splits a BibTeX file into its blocks. Braces are counted wherever they stand, as BibTeX does. A block whose braces do not balance ends where the
 * next begins at the start of a line, so that it costs no other block. What stands between blocks is comment.
 * Takes time linear in the text, whatever it holds.
 */
export function splitBibtex(text: string): readonly BibtexBlock[] {
  return select(text, findOpenings(text));
}

/** All that looks like the start of a block, with the end its braces give it. */
function findOpenings(text: string): readonly Opening[] {
  const openings: Opening[] = [];
  const open: Opening[] = [];
  let depth = 0;
  const mark = new RegExp(MARK.source, MARK.flags);
  for (let match = mark.exec(text); match !== null; match = mark.exec(text)) {
    const { index, 0: character } = match;
    if (character === '@') {
      const opening = openingAt(text, index, depth);
      if (opening !== undefined) {
        openings.push(opening);
        open.push(opening);
        depth += opening.bracket ? 0 : 1;
        mark.lastIndex = opening.bodyStart;
      }
    } else if (character === '{') {
      depth++;
    } else if (character === '}') {
      depth = Math.max(0, depth - 1);
      closeBraces(open, depth, index);
    } else if (open.at(-1)?.bracket === true && open.at(-1)?.depth === depth && BRACKET_END.test(text.slice(index + 1, index + 40))) {
      end(open, index);
    }
  }
  return openings;
}

/** Ends what a closing brace closes, and without an end what it leaves behind unclosed. */
function closeBraces(open: Opening[], depth: number, index: number): void {
  for (let top = open.at(-1); top !== undefined && top.depth + (top.bracket ? 0 : 1) > depth; top = open.at(-1)) {
    end(open, top.depth === depth ? index : undefined);
  }
}

function end(open: Opening[], bodyEnd: number | undefined): void {
  const opening = open.pop();
  if (opening !== undefined) {
    opening.bodyEnd = bodyEnd;
  }
}

function openingAt(text: string, start: number, depth: number): Opening | undefined {
  OPENING.lastIndex = start;
  const match = OPENING.exec(text);
  if (match?.[1] === undefined) {
    return undefined;
  }
  const before = text.slice(Math.max(0, start - 80), start);
  const after = text.slice(OPENING.lastIndex, OPENING.lastIndex + 300);
  return {
    type: match[1].toLowerCase(), start, bodyStart: OPENING.lastIndex, bracket: match[2] === '(', depth,
    alone: /(?:^|[\n\r])[ \t\uFEFF]*$/u.test(before) && (NO_ENTRY.has(match[1].toLowerCase()) || KEY.test(after)), bodyEnd: undefined,
  };
}

/** The openings that begin a block, in order, with the ends of their blocks. */
function select(text: string, openings: readonly Opening[]): readonly BibtexBlock[] {
  const blocks: BibtexBlock[] = [];
  let position = 0;
  let nextAlone = 0;
  for (const [index, opening] of openings.entries()) {
    const { type, start, bodyStart, bodyEnd } = opening;
    if (start < position) {
      continue;
    }
    nextAlone = Math.max(nextAlone, index + 1);
    while (nextAlone < openings.length && openings[nextAlone]?.alone === false) {
      nextAlone++;
    }
    const cut = (openings[nextAlone] ?? { start: text.length }).start;
    const closed = bodyEnd !== undefined && (bodyEnd < cut || type === 'comment');
    const inner = openings[index + 1]?.start ?? text.length;
    const unclosedEnd = type === 'comment' ? endOfLine(text, start) : opening.alone ? cut : inner;
    const end = closed ? bodyEnd + 1 : Math.max(unclosedEnd, bodyStart);
    blocks.push({ type, start, bodyStart, bodyEnd: closed ? bodyEnd : end, end, closed });
    position = end;
  }
  return blocks;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
