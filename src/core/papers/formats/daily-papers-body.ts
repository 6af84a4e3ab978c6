/** Title and abstract of one paper, with what had to be assumed to tell them apart. */
export interface Body {
  readonly title: string;
  readonly abstract: string;
  /** Index of the line the title stands on, or of the first line of the body. */
  readonly line: number;
  /** True when there was no title and the first words of the abstract stand in for it. */
  readonly titleInvented: boolean;
}

/** The longest of 10,000 real titles has 175 characters; their shortest abstract 165. */
export const LONGEST_TITLE = 300;
export const LONG_PARAGRAPH = 150;

const INVENTED_TITLE = 80;

/**
 * Splits lines `from` to `to` (exclusive) into papers. There is one, unless a footer was lost: then
 * the next paper's title stands alone between two long paragraphs, without the full stop
 * that a paragraph of an abstract would end with.
 *
 * @returns the papers in order; empty when all lines are blank
 */
export function splitBody(lines: readonly string[], from: number, to: number): readonly Body[] {
  const bodies: Body[] = [];
  let start = from;
  for (let index = from + 1; index < to - 1; index++) {
    if (isLostTitle(lines, index, start, to)) {
      pushBody(bodies, lines, start, index);
      start = index;
    }
  }
  pushBody(bodies, lines, start, to);
  return bodies;
}

function pushBody(bodies: Body[], lines: readonly string[], from: number, to: number): void {
  let [first, end] = [from, to];
  while (first < end && lines[first] === '') {
    first++;
  }
  while (end > first && lines[end - 1] === '') {
    end--;
  }
  const opening = lines[first];
  if (first === end || opening === undefined) {
    return;
  }
  if (opening.length > LONGEST_TITLE) {
    const abstract = joinParagraphs(lines, first, end);
    bodies.push({ title: firstWords(abstract), abstract, line: first, titleInvented: true });
  } else {
    bodies.push({ title: opening.trim(), abstract: joinParagraphs(lines, first + 1, end), line: first, titleInvented: false });
  }
}

/** The lines as they stand, blank lines inside them included, without what surrounds them. */
function joinParagraphs(lines: readonly string[], from: number, to: number): string {
  return lines.slice(from, to).join('\n').trim();
}

/** The first words of an abstract, to stand in for a title. */
export function firstWords(text: string): string {
  const cut = text.slice(0, INVENTED_TITLE);
  const space = cut.lastIndexOf(' ');
  return `${(space > 0 ? cut.slice(0, space) : cut).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

function isLostTitle(lines: readonly string[], index: number, from: number, to: number): boolean {
  const line = lines[index] ?? '';
  const alone = index - 2 > from && index + 2 < to && lines[index - 1] === '' && lines[index + 1] === '';
  return alone &&
    (lines[index - 2] ?? '').length >= LONG_PARAGRAPH && (lines[index + 2] ?? '').length >= LONG_PARAGRAPH &&
    looksLikeTitle(line);
}

function looksLikeTitle(line: string): boolean {
  return line.length >= 15 && line.length <= LONGEST_TITLE / 1.5 &&
    /^[\p{Lu}\p{N}]/u.test(line) && !/[.,;:…]$/u.test(line) && line.split(/\s+/u, 3).length === 3;
}
