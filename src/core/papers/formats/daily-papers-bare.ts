import type { ImportProblem } from '../digest';
import type { IsoDate, Organisation, PaperFields } from '../paper';
import type { MonthDay } from '../dates';
import type { Body } from './daily-papers-body';
import type { Footer } from './daily-papers-footer';
import type { PageLine } from './daily-papers-lines';
import type { PageContext, ReadPage } from './daily-papers-page';
import type { Period } from './daily-papers-period';
import { LONG_PARAGRAPH, splitBody } from './daily-papers-body';
import { shorten } from './daily-papers-digest';
import { readFooter, readOrganisation, slugFitsName } from './daily-papers-footer';
import { classifyLine, isFurniture } from './daily-papers-lines';
import { readMark } from './daily-papers-marks';
import { lastDayOf, readPeriodLine } from './daily-papers-period';
import { datePage, datePaper } from './daily-papers-years';

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
 *
 * @param from index of the first line of the page
 */
export function readBarePage(lines: readonly string[], from: number, context: PageContext): ReadPage {
  return new PageReader(lines, from, context).read();
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
  private start: number;
  private furnitureSeen = false;
  private textSeen = false;
  private longSeen = false;

  /** Dates without a year, by the paper's place in the list. */
  private readonly yearless = new Map<number, { readonly day: MonthDay; readonly line: number }>();
  private period: Period | undefined;
  /** True when a number without a name stands before the first paper: then such numbers are upvotes. */
  private numbersComeFirst = false;

  constructor(private readonly lines: readonly string[], from: number, private readonly context: PageContext) {
    this.kinds = lines.map(classifyLine);
    this.start = from;
    this.period = context.period;
  }

  read(): ReadPage {
    for (let index = this.start; index < this.lines.length; index++) {
      const line = this.kinds[index];
      if (line === undefined || line.kind === 'blank') {
        continue;
      }
      if (line.kind === 'text') {
        this.noteText(this.lines[index] ?? '', index);
      } else if ((line.kind === 'day' && line.comments === undefined) || (line.kind === 'date' && line.comments === undefined)) {
        index = this.readDay(index, line);
      } else if (line.kind === 'day') {
        this.noteText(this.lines[index] ?? '', index);
      } else {
        index = this.readPaper(index);
      }
    }
    this.readRemains();
    return this.page();
  }

  private noteText(text: string, index: number): void {
    const period = this.papers.length === 0 && !this.textSeen ? readPeriodLine(text) : undefined;
    if (period !== undefined) {
      this.period ??= period;
      this.startAt(index + 1);
    } else if (!this.textSeen && (isFurniture(text) || countOf(text) !== undefined)) {
      this.furnitureSeen ||= isFurniture(text);
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
      this.noteText(this.lines[index] ?? '', index);
      return index;
    }
    return this.readPaper(index);
  }

  /** @returns index of the last line read */
  private readPaper(index: number): number {
    const footer = readFooter(this.lines, this.kinds, index);
    const { from, upvotes } = this.readBefore(index);
    const organisationLine = this.findOrganisation(from, index, footer.authorCount !== undefined);
    const organisation = organisationLine === undefined ? undefined : readOrganisation(this.lines[organisationLine] ?? '');
    const bodies = splitBody(this.lines, from, organisationLine ?? index);
    if (bodies.length === 0) {
      this.report(index, 'These lines belong to no paper: there is no title above them. They were left out.', 'rejected');
    }
    bodies.forEach((body, position) => {
      if (position < bodies.length - 1) {
        this.add(body, body.line, undefined);
      } else {
        this.add(body, index, footer, organisation, upvotes);
      }
    });
    this.startAt(footer.end);
    return footer.end - 1;
  }

  /** What follows the last footer: a paper cut off, or furniture. */
  private readRemains(): void {
    const end = this.lines.length;
    const isPage = this.pageDay !== undefined || this.papers.length > 0;
    const { from, upvotes } = this.readBefore(end);
    const bodies = isPage ? splitBody(this.lines, from, end) : [];
    for (const body of bodies) {
      if (body.abstract.length >= SHORTEST_REMAINS) {
        this.add(body, body.line, undefined, undefined, body === bodies[0] ? upvotes : undefined);
      } else {
        this.report(body.line, `The text ends after “${shorten(body.title)}”, too early to read a paper. These lines were left out.`, 'rejected');
      }
    }
  }

  private add(body: Body, line: number, footer: Footer | undefined, organisation?: Organisation, upvotes?: number): void {
    const { authorCount, published, comments } = footer ?? {};
    if (footer?.day !== undefined) {
      this.yearless.set(this.papers.length, { day: footer.day, line: footer.end - 1 });
    }
    this.paperLines.push(body.line + 1);
    this.papers.push({
      title: body.title,
      abstract: body.abstract,
      ...(authorCount === undefined ? {} : { authorCount }),
      ...(organisation === undefined ? {} : { organisation }),
      ...(published === undefined ? {} : { published }),
      ...(comments === undefined ? {} : { comments }),
      ...(upvotes === undefined ? {} : { upvotes }),
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
    } else if (published === undefined && footer.day === undefined) {
      this.report(footer.end - 1, `${name} has no date.`);
    }
    if (footer.contradiction !== undefined) {
      this.report(footer.contradiction, `${name} has this line twice, not the same. The first one counts.`);
    }
  }

  /**
   * Line of the organisation of the paper whose text stands in `from` to `to`, if it has one.
   *
   * @param hasAuthors who the paper is by is said without it: then the only paragraph under the title is the abstract
   */
  private findOrganisation(from: number, to: number, hasAuthors: boolean): number | undefined {
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
    return (apart && underAbstract) || (slugFitsName(organisation) && (underAbstract || !hasAuthors)) ? last : undefined;
  }

  /** What stands before a paper: furniture, who suggested it, and its upvotes after the comments on the paper before. */
  private readBefore(to: number): { readonly from: number; readonly upvotes?: number } {
    const counts: { readonly count: number; readonly named: boolean }[] = [];
    let index = this.start;
    for (let text = this.lines[index]; index < to && text !== undefined; text = this.lines[++index]) {
      const count = countOf(text);
      if (count !== undefined) {
        counts.push(count);
      } else if (/^submitted\s*by:?$/iu.test(text.trim().slice(0, 20))) {
        index = this.nextText(index + 1, to);
      } else if (text !== '' && !isFurniture(text)) {
        break;
      }
    }
    const last = counts.at(-1);
    this.numbersComeFirst ||= this.papers.length === 0 && last?.named === false;
    const ahead = last !== undefined && (last.named || counts.length > 1 || this.numbersComeFirst) ? last : undefined;
    const behind = counts[0] === ahead ? undefined : counts[0];
    const previous = this.papers.at(-1);
    if (behind !== undefined && previous !== undefined && previous.comments === undefined) {
      this.papers[this.papers.length - 1] = { ...previous, comments: behind.count };
    }
    return { from: index, ...(ahead === undefined ? {} : { upvotes: ahead.count }) };
  }

  private nextText(from: number, to: number): number {
    let index = from;
    while (index < to && this.lines[index] === '') {
      index++;
    }
    return index;
  }

  private startAt(index: number): void {
    this.start = index;
    this.furnitureSeen = this.textSeen = this.longSeen = false;
  }

  private page(): ReadPage {
    const date = this.dayOfPage();
    for (const [index, { day, line }] of this.yearless) {
      const paper = this.papers[index];
      const published = datePaper(day, undefined, date ?? this.context.today);
      if (paper !== undefined && published !== undefined) {
        this.papers[index] = { ...paper, published };
      } else if (paper !== undefined) {
        this.report(line, `The date of “${shorten(paper.title)}” has no year, and the page does not tell it. It was left out.`);
      }
    }
    const period = this.period ?? date;
    return { papers: this.papers, lines: this.paperLines, problems: this.problems, ...(period === undefined ? {} : { period }) };
  }

  private dayOfPage(): IsoDate | undefined {
    if (this.period !== undefined) {
      return lastDayOf(this.period);
    }
    const page = this.pageDay;
    if (page === undefined) {
      if (this.papers.length > 0) {
        this.report(0, 'The text does not say which day the page is of. The digest has no date.');
      }
      return undefined;
    }
    const shown = [...this.papers.flatMap(({ published }) => published ?? []), ...[...this.yearless.values()].map(({ day }) => day)];
    const { today } = this.context;
    const date = 'day' in page ? datePage(page.day, { shown, known: [], ...(today === undefined ? {} : { today }) }) : page.date;
    if (date === undefined) {
      this.report(page.line, `The day of the page, “${this.lines[page.line] ?? ''}”, cannot be dated. The digest has no date.`);
    }
    return date;
  }

  private report(index: number, reason: string, severity: ImportProblem['severity'] = 'warning'): void {
    this.problems.push({ line: index + 1, reason, severity });
  }
}

/** The count of a line that is nothing else, and whether it says that it is of upvotes. */
function countOf(line: string): { readonly count: number; readonly named: boolean } | undefined {
  const mark = line.length > 32 ? undefined : readMark(line);
  return mark?.kind === 'number' || mark?.kind === 'upvotes' ? { count: mark.count, named: mark.kind === 'upvotes' } : undefined;
}
