import type { Digest, DigestFormat, ImportProblem } from '../digest';
import type { ImportText } from '../format-reader';
import type { PaperFields } from '../paper';
import type { Period } from './daily-papers-period';
import { fingerprint } from '../fingerprint';
import { lastDayOf, periodInWords } from './daily-papers-period';

/** What a reader of Daily Papers found. */
export interface Findings {
  readonly format: DigestFormat;
  /** What the digest is of; absent when the text does not say and it cannot be derived. */
  readonly period?: Period;
  /** The arXiv number when the text is the record of one paper, not a list. */
  readonly single?: string;
  readonly papers: readonly PaperFields[];
  readonly lines: readonly number[];
  readonly problems: readonly ImportProblem[];
}

/** Puts a digest of Daily Papers together. The same day has the same id whatever form it was read from. */
export function dailyPapersDigest({ name }: Pick<ImportText, 'name'>, { format, period, single, papers, lines, problems }: Findings): Digest {
  const suffix = single === undefined ? (period?.toLowerCase() ?? `undated-${fingerprint(papers.map((paper) => paper.title).join('\n'))}`) : `paper-${single}`;
  return {
    id: `daily-papers-${suffix}`,
    source: 'daily-papers',
    format,
    title: single === undefined ? titleOf(period, name) : `Daily Papers, ${single}`,
    ...(period === undefined ? {} : { date: lastDayOf(period) }),
    papers,
    lines,
    problems: [...problems].sort((one, other) => one.line - other.line),
  };
}

/** A digest without papers, for a text that is not read. */
export function refusedDigest(input: Pick<ImportText, 'name'>, format: DigestFormat, reason: string): Digest {
  return dailyPapersDigest(input, { format, papers: [], lines: [], problems: [{ line: 1, reason, severity: 'rejected' }] });
}

/** Enough of a text to recognise it in a message. */
export function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}

function titleOf(period: Period | undefined, name: string | undefined): string {
  if (period !== undefined) {
    return `Daily Papers, ${periodInWords(period)}`;
  }
  const stem = name?.replace(/\.[A-Za-z0-9]{1,8}$/u, '').trim();
  return stem === undefined || stem === '' ? 'Daily Papers, undated' : `Daily Papers, ${shorten(stem)}`;
}
