import type { Digest } from '../digest';
import type { FormatReader, ImportText } from '../format-reader';
import { LONGEST_TEXT, pageTooLarge } from '../import-limits';
import { readBarePage } from './daily-papers-bare';
import { dailyPapersDigest, refusedDigest } from './daily-papers-digest';
import { readFrontMatter } from './daily-papers-front-matter';
import { classifyLine, isPageHeading, splitLines } from './daily-papers-lines';
import { readLinkedPage } from './daily-papers-linked';
import { periodOfAddress } from './daily-papers-period';
import { hasUrlLines, piecesOfUrlLines } from './daily-papers-urls';

/** This much of a text is looked at to recognise it, in UTF-16 units. */
const LOOKED_AT = 200_000;

/** The text of a Daily Papers page, as a browser copies it or with the address of each link on its own line. */
export const dailyPapersText: FormatReader = { format: 'daily-papers-text', description: 'the text of a Daily Papers page', recognise, read };

/** Reads the text of a Daily Papers page that nothing more is known of. */
export function parseDailyPapersText(text: string): Digest {
  return read({ text });
}

function read(input: ImportText): Digest {
  const tooLarge = pageTooLarge(input.text, LONGEST_TEXT);
  if (tooLarge !== undefined) {
    return refusedDigest(input, 'daily-papers-text', tooLarge);
  }
  const lines = splitLines(input.text);
  const { end, address = '' } = readFrontMatter(lines);
  const period = periodOfAddress(address);
  const context = { ...(period === undefined ? {} : { period }), ...(input.today === undefined ? {} : { today: input.today }) };
  const page = hasUrlLines(lines) ? readLinkedPage(piecesOfUrlLines(lines, end), context) : readBarePage(lines, end, context);
  const none = { line: 1, reason: 'No papers were found. This reads the text of a Daily Papers page, copied from a browser.', severity: 'rejected' } as const;
  return dailyPapersDigest(input, { ...page, format: 'daily-papers-text', problems: page.papers.length === 0 ? [none, ...page.problems] : page.problems });
}

function recognise(text: string): number {
  const lines = splitLines(text.slice(0, LOOKED_AT));
  if (/^\s*[<[{@]/u.test(text)) {
    return 0;
  }
  const heading = lines.some(isPageHeading);
  if (hasUrlLines(lines)) {
    return heading ? 0.95 : 0.88;
  }
  const kinds = lines.map(classifyLine).filter(({ kind }) => kind !== 'blank');
  const footer = kinds.some(({ kind }, index) => kind === 'separator' && ['date', 'day'].includes(kinds[index + 1]?.kind ?? ''));
  return footer ? (heading ? 0.9 : 0.8) : heading ? 0.5 : 0;
}
