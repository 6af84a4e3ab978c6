import { readFileSync } from 'node:fs';
import { parseDailyPapersText } from '../../../src/core/papers/formats/daily-papers-text';
import type { Digest } from '../../../src/core/papers/digest';
import type { Paper, PaperFields } from '../../../src/core/papers/paper';

/** The text of a file, by its path from the root of the repository, where the tests run. */
export function readProjectFile(path: string): string {
  return readFileSync(path, 'utf8');
}

export const bundledPage = readProjectFile('media/digest/daily-papers-2026-01-09.txt');
export const bundledDigest = parseDailyPapersText(bundledPage);

/** Lays papers out as a Daily Papers page does. */
export function printPage(day: string, papers: readonly PaperFields[]): string {
  const header = ['new', '', 'Get trending papers in your email inbox!', '', 'Subscribe', '', 'Daily Papers', '', 'byAK and the research community', '', day];
  return [...header, ...papers.flatMap(printPaper)].join('\n');
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function printPaper({ title, abstract, authorCount, organisation, published = '', comments }: PaperFields): string[] {
  const [year, month, day] = published.split('-');
  const who = organisation === undefined ? `  • ${authorCount ?? 0} authors` : `${organisation.slug} ${organisation.name}`;
  const when = `${MONTHS[Number(month) - 1] ?? ''} ${Number(day)}, ${year ?? ''}${comments === undefined ? '' : ` ${comments}`}`;
  return ['', title, '', abstract, '', who, '·', when];
}

export function digestOf(date: string, papers: readonly PaperFields[]): Digest {
  return { id: `daily-papers-${date}`, source: 'daily-papers', format: 'daily-papers-text', title: `Daily Papers, ${date}`, date, papers, lines: papers.map((_, index) => index + 1), problems: [] };
}

export function aPaper(fields: Partial<Paper> = {}): Paper {
  return { key: 'hapo', title: 'HAPO: A Title', abstract: 'An abstract.', digests: ['daily-papers-2026-01-09'], sources: {}, ...fields };
}
