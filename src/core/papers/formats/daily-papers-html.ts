import type { Digest, ImportProblem } from '../digest';
import type { FormatReader, ImportText } from '../format-reader';
import type { HtmlPage } from './html-pieces';
import type { Period } from './daily-papers-period';
import { LONGEST_PAGE, pageTooLarge } from '../import-limits';
import { readDailyPapersJson } from './daily-papers-api';
import { dailyPapersDigest, refusedDigest } from './daily-papers-digest';
import { readHtml } from './html-pieces';
import { readLinkedPage } from './daily-papers-linked';
import { periodOfAddress } from './daily-papers-period';

/** This much of a text is looked at to recognise it, in UTF-16 units. */
const LOOKED_AT = 500_000;

/** A Daily Papers page saved as HTML. */
export const dailyPapersHtml: FormatReader = { format: 'daily-papers-html', description: 'a Daily Papers page saved as HTML', recognise, read };

/** The page carries its list as data for its scripts, with more than it shows: that is read, or else what it shows. */
function read(input: ImportText): Digest {
  const tooLarge = pageTooLarge(input.text, LONGEST_PAGE);
  if (tooLarge !== undefined) {
    return refusedDigest(input, 'daily-papers-html', tooLarge);
  }
  const page = readHtml(input.text);
  const period = periodOfPage(page);
  const carried = page.data
    .filter(({ target, text }) => target === 'DailyPapers' || /"dailyPapers"\s*:/u.test(text.slice(0, 100_000)))
    .map(({ text, line }) => readDailyPapersJson({ ...input, text }, 'daily-papers-html', { line, ...(period === undefined ? {} : { period }) }))
    .find(({ papers }) => papers.length > 0);
  return carried ?? readShown(input, page, period);
}

function readShown(input: ImportText, page: HtmlPage, period: Period | undefined): Digest {
  const shown = readLinkedPage(page.pieces, { ...(period === undefined ? {} : { period }), ...(input.today === undefined ? {} : { today: input.today }) });
  const none: ImportProblem = { line: 1, reason: 'No papers were found. This reads a Daily Papers page saved as HTML.', severity: 'rejected' };
  return dailyPapersDigest(input, { ...shown, format: 'daily-papers-html', problems: shown.papers.length === 0 ? [none, ...shown.problems] : shown.problems });
}

function periodOfPage({ addresses }: HtmlPage): Period | undefined {
  return addresses.map(periodOfAddress).find((period) => period !== undefined);
}

function recognise(text: string): number {
  const start = text.slice(0, LOOKED_AT);
  if (!/^[\s\uFEFF]*</u.test(start) || /^[\s\uFEFF]*<\?xml[^>]*>\s*<(?:rss|feed|rdf)/iu.test(start) || /<(?:rss|feed)[\s>]/u.test(start.slice(0, 1000))) {
    return 0;
  }
  if (/data-target=["']DailyPapers["']|&quot;dailyPapers&quot;/u.test(start)) {
    return 0.97;
  }
  const links = /href=["']?(?:https?:\/\/(?:huggingface\.co|hf\.co))?\/papers\/\d{4}\.\d{4,5}/u.test(start);
  const html = /<(?:!doctype\s+html|html|article|body|div|h3|main|section)[\s>]/iu.test(start);
  return links ? 0.9 : html ? (/<title[^>]*>[^<]{0,40}Daily Papers/iu.test(start) ? 0.7 : 0.2) : 0;
}
