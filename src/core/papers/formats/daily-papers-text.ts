import type { Digest, ImportProblem } from '../digest';
import type { IsoDate, Organisation, PaperFields } from '../paper';
import type { MonthDay } from '../dates';
import type { Body } from './daily-papers-body';
import type { Footer } from './daily-papers-footer';
import type { PageLine } from './daily-papers-lines';
import { fingerprint } from '../fingerprint';
import { firstDateFrom, longDate } from '../dates';
import { LONG_PARAGRAPH, splitBody } from './daily-papers-body';
import { readFooter, readOrganisation, slugFitsName } from './daily-papers-footer';
import { classifyLine, isFurniture, splitLines } from './daily-papers-lines';

/** A last paragraph without a footer is a paper cut off, not page furniture, from this length on. */
const SHORTEST_REMAINS = 80;

/**
 * Reads the text of a Daily Papers page as a browser copies it: furniture, the day (`Jan 9`), then for each
 * paper a title, an abstract of one or more paragraphs, `• N authors` or `slug Name`, `·`, and a date
 * with the number of comments. Title and abstract are kept to the letter.
 *
 * The page's day has no year: it is the first such day that is not before the newest paper. Papers
 * are recognised by what is left of them after lines were lost, and what is missing is reported.
 * Takes time linear in the text and never throws.
 */
export function parseDailyPapersText(text: string): Digest {
  return new PageReader(splitLines(text)).read();
}

/** What the page says of its own day. */
type PageDay = { readonly line: number } & ({ readonly date?: IsoDate } | { readonly day: MonthDay });

class PageReader {
  private readonly kinds: readonly PageLine[];
  private readonly papers: PaperFields[] = [];
  private readonly paperLines: number[] = [];
  private readonly problems: ImportProblem[] = [];
  private pageDay: PageDay | undefined;

  /** First line that belongs to no paper yet, and what was seen since. */
  private start = 0;
  private furnitureSeen = false;
  private textSeen = false;
  private longSeen = false;

  constructor(private readonly lines: readonly string[]) {
    this.kinds = lines.map(classifyLine);
  }

  read(): Digest {
    for (let index = 0; index < this.lines.length; index++) {
      const line = this.kinds[index];
      if (line === undefined || line.kind === 'blank') {
        continue;
      }
      if (line.kind === 'text') {
        this.noteText(this.lines[index] ?? '');
      } else if (line.kind === 'day' || (line.kind === 'date' && line.comments === undefined)) {
        index = this.readDay(index, line);
      } else {
        index = this.readPaper(index);
      }
    }
    this.readRemains();
    return this.digest();
  }

  private noteText(text: string): void {
    if (!this.textSeen && isFurniture(text)) {
      this.furnitureSeen = true;
    } else {
      this.textSeen = true;
      this.longSeen ||= text.length >= LONG_PARAGRAPH;
    }
  }

  /** @returns index of the last line read */
  private readDay(index: number, line: Extract<PageLine, { kind: 'day' | 'date' }>): number {
    const opensPage = this.pageDay === undefined && this.papers.length === 0 && !this.longSeen;
    const opensNextPage = !this.textSeen && (this.furnitureSeen || this.papers.length === 0);
    if (opensPage || opensNextPage) {
      this.pageDay ??= { ...line, line: index };
      if (!opensPage && this.papers.length > 0) {
        this.report(index, 'A second page begins here. Its papers were added to this digest.');
      }
      this.startAt(index + 1);
      return index;
    }
    if (line.kind === 'day') {
      this.noteText(this.lines[index] ?? '');
      return index;
    }
    return this.readPaper(index);
  }

  /** @returns index of the last line read */
  private readPaper(index: number): number {
    const footer = readFooter(this.lines, this.kinds, index);
    const from = this.skipFurniture(index);
    const organisationLine = this.findOrganisation(from, index);
    const organisation = organisationLine === undefined ? undefined : readOrganisation(this.lines[organisationLine] ?? '');
    const bodies = splitBody(this.lines, from, organisationLine ?? index);
    if (bodies.length === 0) {
      this.report(index, 'These lines belong to no paper: there is no title above them. They were left out.', 'rejected');
    }
    bodies.forEach((body, position) => {
      if (position < bodies.length - 1) {
        this.add(body, body.line, undefined);
      } else {
        this.add(body, index, footer, organisation);
      }
    });
    this.startAt(footer.end);
    return footer.end - 1;
  }

  /** What follows the last footer: a paper cut off, or furniture. */
  private readRemains(): void {
    const end = this.lines.length;
    const isPage = this.pageDay !== undefined || this.papers.length > 0;
    const bodies = isPage ? splitBody(this.lines, this.skipFurniture(end), end) : [];
    for (const body of bodies) {
      if (body.abstract.length >= SHORTEST_REMAINS) {
        this.add(body, body.line, undefined);
      } else {
        this.report(body.line, `The text ends after “${shorten(body.title)}”, too early to read a paper. These lines were left out.`, 'rejected');
      }
    }
  }

  private add(body: Body, line: number, footer: Footer | undefined, organisation?: Organisation): void {
    const { authorCount, published, comments } = footer ?? {};
    this.paperLines.push(body.line + 1);
    this.papers.push({
      title: body.title,
      abstract: body.abstract,
      ...(authorCount === undefined ? {} : { authorCount }),
      ...(organisation === undefined ? {} : { organisation }),
      ...(published === undefined ? {} : { published }),
      ...(comments === undefined ? {} : { comments }),
    });
    const name = `“${shorten(body.title)}”`;
    if (body.titleInvented) {
      this.report(body.line, `A title is missing. The first words of the abstract stand in for it: ${name}.`);
    }
    if (body.abstract === '') {
      this.report(body.line, `${name} has no abstract.`);
    }
    if (footer === undefined) {
      this.report(line, `${name} has no authors and no date: the lines that end a paper are missing.`);
      return;
    }
    if (authorCount === undefined && organisation === undefined) {
      this.report(line, `${name} has neither a number of authors nor an organisation.`);
    }
    if (footer.brokenDate !== undefined) {
      this.report(footer.brokenDate, `“${shorten(this.lines[footer.brokenDate] ?? '')}” is not a date. ${name} was read without one.`);
    } else if (published === undefined) {
      this.report(footer.end - 1, `${name} has no date.`);
    }
    if (footer.contradiction !== undefined) {
      this.report(footer.contradiction, `${name} has this line twice, not the same. The first one counts.`);
    }
  }

  /** Line of the organisation of the paper whose text stands in `from` to `to`, if it has one. */
  private findOrganisation(from: number, to: number): number | undefined {
    let last = to - 1;
    while (last > from && this.lines[last] === '') {
      last--;
    }
    const organisation = last > from ? readOrganisation(this.lines[last] ?? '') : undefined;
    if (organisation === undefined) {
      return undefined;
    }
    // A name set apart under the abstract needs no further proof; the only paragraph under a title could be the abstract.
    const apart = last === to - 1 && this.lines[last - 1] === '';
    const underAbstract = this.lines.slice(from + 1, last).some((line) => line !== '');
    return (apart && underAbstract) || slugFitsName(organisation) ? last : undefined;
  }

  private skipFurniture(to: number): number {
    let index = this.start;
    while (index < to && (this.lines[index] === '' || isFurniture(this.lines[index] ?? ''))) {
      index++;
    }
    return index;
  }

  private startAt(index: number): void {
    this.start = index;
    this.furnitureSeen = this.textSeen = this.longSeen = false;
  }

  private digest(): Digest {
    const date = this.digestDate();
    if (this.papers.length === 0) {
      this.report(0, 'No papers were found. This reads the text of a Daily Papers page, copied from a browser.', 'rejected');
    }
    const suffix = date ?? `undated-${fingerprint(this.papers.map((paper) => paper.title).join('\n'))}`;
    return {
      id: `daily-papers-${suffix}`,
      source: 'daily-papers',
      format: 'daily-papers-text',
      title: `Daily Papers, ${date === undefined ? 'undated' : longDate(date)}`,
      ...(date === undefined ? {} : { date }),
      papers: this.papers,
      lines: this.paperLines,
      problems: this.problems.sort((one, other) => one.line - other.line),
    };
  }

  private digestDate(): IsoDate | undefined {
    const page = this.pageDay;
    if (page === undefined) {
      if (this.papers.length > 0) {
        this.report(0, 'The text does not say which day the page is of. The digest has no date.');
      }
      return undefined;
    }
    const newest = this.papers.reduce((latest, { published = '' }) => (published > latest ? published : latest), '');
    const date = 'day' in page ? (newest === '' ? undefined : firstDateFrom(newest, page.day)) : page.date;
    if (date === undefined) {
      this.report(page.line, `The day of the page, “${this.lines[page.line] ?? ''}”, cannot be dated. The digest has no date.`);
    }
    return date;
  }

  private report(index: number, reason: string, severity: ImportProblem['severity'] = 'warning'): void {
    this.problems.push({ line: index + 1, reason, severity });
  }
}

/** Enough of a text to recognise it in a message. */
function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
