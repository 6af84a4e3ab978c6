import type { Digest } from '../digest';
import type { FormatReader, ImportText } from '../format-reader';
import { LONGEST_PAGE, pageTooLarge } from '../import-limits';
import { dailyPapersDigest, refusedDigest } from './daily-papers-digest';
import { readFrontMatter } from './daily-papers-front-matter';
import { isPageHeading, splitLines } from './daily-papers-lines';
import { readLinkedPage } from './daily-papers-linked';
import { readMarkdown } from './markdown-pieces';
import { periodOfAddress } from './daily-papers-period';

/** This much of a text is looked at to recognise it, in UTF-16 units. */
const LOOKED_AT = 200_000;

const PAPER_LINK = /\[[^\]\n]{3,400}\]\((?:https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co))?\/papers\/\d{4}\.\d{4,5}/u;
const ARXIV_LINK = /^\s{0,8}(?:[-*+]|\d{1,4}[.)]|#{1,6}|\|)?\s*[*_]{0,2}\[[^\]\n]{8,400}\]\(https?:\/\/(?:www\.)?arxiv\.org\/(?:abs|pdf)\/\d{4}\.\d{4,5}/mu;

/** A Daily Papers page as Markdown, or a list of papers with links to Daily Papers or arXiv. */
export const dailyPapersMarkdown: FormatReader = { format: 'daily-papers-markdown', description: 'a Daily Papers page or list of papers in Markdown', recognise, read };

function read(input: ImportText): Digest {
  const tooLarge = pageTooLarge(input.text, LONGEST_PAGE);
  if (tooLarge !== undefined) {
    return refusedDigest(input, 'daily-papers-markdown', tooLarge);
  }
  const lines = splitLines(input.text);
  const { end, address = '' } = readFrontMatter(lines);
  const period = periodOfAddress(address);
  const page = readLinkedPage(readMarkdown(lines, end), { ...(period === undefined ? {} : { period }), ...(input.today === undefined ? {} : { today: input.today }) });
  const none = { line: 1, reason: 'No papers were found. This reads a list of papers in Markdown whose titles are links.', severity: 'rejected' } as const;
  return dailyPapersDigest(input, { ...page, format: 'daily-papers-markdown', problems: page.papers.length === 0 ? [none, ...page.problems] : page.problems });
}

function recognise(text: string): number {
  const start = text.slice(0, LOOKED_AT);
  if (/^[\s\uFEFF]*(?:[<{@]|\[\s*[{\]"])/u.test(start)) {
    return 0;
  }
  if (start.includes('/papers/') && PAPER_LINK.test(start)) {
    return splitLines(start).some(isPageHeading) ? 0.92 : 0.86;
  }
  return start.includes('](http') && ARXIV_LINK.test(start) ? 0.7 : 0;
}
