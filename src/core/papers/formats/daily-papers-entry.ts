import type { ImportProblem } from '../digest';
import type { IsoDate, Organisation, PaperFields } from '../paper';
import type { ReadPage } from './daily-papers-page';
import type { ShownDate } from './daily-papers-years';
import { shorten } from './daily-papers-digest';
import { paperAddress } from './daily-papers-links';
import { datePaper, monthOfArxivId } from './daily-papers-years';
import { firstWords } from './daily-papers-body';

/** A paper of a page while the page is read. */
export interface Entry {
  /** One-based line at which it begins. */
  readonly line: number;
  id: string | undefined;
  /** True when the id comes from a link to the paper's page at Daily Papers. */
  hasPage: boolean;
  title: string;
  /** Its paragraphs. */
  readonly abstract: string[];
  authorCount: number | undefined;
  authors: readonly string[] | undefined;
  organisation: Organisation | undefined;
  published: ShownDate | undefined;
  comments: number | undefined;
  upvotes: number | undefined;
  repository: string | undefined;
  /** True after the mark between authors and date. */
  separated: boolean;
}

export function newEntry(line: number, id?: string): Entry {
  return {
    line, id, hasPage: false, title: '', abstract: [], authorCount: undefined, authors: undefined, organisation: undefined,
    published: undefined, comments: undefined, upvotes: undefined, repository: undefined, separated: false,
  };
}

/** True once the small print under the abstract has begun. */
export function hasFooter({ authorCount, organisation, published, separated, authors }: Entry): boolean {
  return separated || authorCount !== undefined || organisation !== undefined || published !== undefined || authors !== undefined;
}

/** Makes papers of entries. What most of the page's papers have and one has not is reported. */
export function finishEntries(entries: readonly Entry[], page: IsoDate | undefined): Omit<ReadPage, 'period'> {
  const papers: PaperFields[] = [];
  const lines: number[] = [];
  const problems: ImportProblem[] = [];
  const usual = usualParts(entries);
  for (const entry of entries) {
    const abstract = entry.abstract.join('\n\n');
    if (entry.title === '' && abstract === '') {
      if (entry.id !== undefined) {
        problems.push({ line: entry.line, reason: `The paper ${entry.id} has no title here. It was left out.`, severity: 'rejected' });
      }
      continue;
    }
    const paper = finish(entry, abstract, page);
    const name = `“${shorten(paper.title)}”`;
    const warn = (reason: string) => problems.push({ line: entry.line, reason, severity: 'warning' });
    papers.push(paper);
    lines.push(entry.line);
    if (entry.title === '') {
      warn(`A title is missing. The first words of the abstract stand in for it: ${name}.`);
    }
    if (abstract === '' && usual.abstract) {
      warn(`${name} has no abstract.`);
    }
    if (paper.published === undefined && (usual.date || entry.published !== undefined)) {
      warn(entry.published === undefined ? `${name} has no date.` : `The date of ${name} has no year, and the page does not tell it. It was left out.`);
    }
    if (usual.people && paper.authorCount === undefined && paper.organisation === undefined && paper.authors === undefined) {
      warn(`${name} has neither a number of authors nor an organisation.`);
    }
  }
  return { papers, lines, problems };
}

function usualParts(entries: readonly Entry[]): Record<'abstract' | 'date' | 'people', boolean> {
  const most = (has: (entry: Entry) => boolean) => entries.filter(has).length * 2 > entries.length;
  return {
    abstract: most(({ abstract }) => abstract.length > 0),
    date: most(({ published }) => published !== undefined),
    people: most(({ authorCount, organisation, authors }) => authorCount !== undefined || organisation !== undefined || authors !== undefined),
  };
}

function finish(entry: Entry, abstract: string, page: IsoDate | undefined): PaperFields {
  const { id, hasPage, title, authorCount, authors, organisation, comments, upvotes, repository } = entry;
  const month = id === undefined ? undefined : monthOfArxivId(id);
  const published = entry.published === undefined ? undefined : datePaper(entry.published, month, page);
  return {
    title: title === '' ? firstWords(abstract) : title,
    abstract,
    ...(authors === undefined ? {} : { authors }),
    ...(authorCount === undefined ? {} : { authorCount }),
    ...(organisation === undefined ? {} : { organisation }),
    ...(published === undefined ? {} : { published }),
    ...(comments === undefined ? {} : { comments }),
    ...(upvotes === undefined ? {} : { upvotes }),
    ...(id === undefined ? {} : { arxivId: id, url: hasPage ? paperAddress(id) : `https://arxiv.org/abs/${id}` }),
    ...(repository === undefined ? {} : { repository }),
  };
}
