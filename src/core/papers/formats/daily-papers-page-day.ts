import type { ImportProblem } from '../digest';
import type { IsoDate } from '../paper';
import type { Entry } from './daily-papers-entry';
import type { PageContext } from './daily-papers-page';
import type { Period } from './daily-papers-period';
import type { ShownDate } from './daily-papers-years';
import { shorten } from './daily-papers-digest';
import { lastDayOf, readPeriodLine } from './daily-papers-period';
import { datePage, monthOfArxivId } from './daily-papers-years';

/** The day a page shows at its top. */
interface ShownDay {
  readonly day: ShownDate;
  readonly line: number;
  readonly text: string;
}

/** Gathers what a page says of its own day, and finds the day from it. */
export class PageDay {
  private period: Period | undefined;
  private shown: ShownDay | undefined;
  private neighbour: IsoDate | undefined;

  constructor(private readonly context: PageContext) {
    this.period = context.period;
  }

  /** @returns false when the page has shown a day before: another one begins */
  note(day: ShownDay): boolean {
    const first = this.shown === undefined;
    this.shown ??= day;
    return first;
  }

  /** @returns true when the text names a week or a month */
  notePeriod(text: string): boolean {
    const period = readPeriodLine(text);
    this.period ??= period;
    return period !== undefined;
  }

  /** The list that a link of the page leads to: the one of the day before or after. */
  noteNeighbour(period: Period | undefined): void {
    this.neighbour ??= period === undefined ? undefined : lastDayOf(period);
  }

  find(entries: readonly Entry[]): { readonly period?: Period; readonly problem?: ImportProblem } {
    const { period, shown, neighbour } = this;
    if (period !== undefined) {
      return { period };
    }
    if (shown === undefined) {
      return entries.length === 0 ? {} : problemAt(1, 'The text does not say which day the page is of. The digest has no date.');
    }
    if (typeof shown.day === 'string') {
      return { period: shown.day };
    }
    const { today } = this.context;
    const date = datePage(shown.day, {
      shown: entries.flatMap(({ published }) => published ?? []),
      known: entries.flatMap(({ id = '' }) => monthOfArxivId(id) ?? []),
      ...(neighbour === undefined ? {} : { neighbour }),
      ...(today === undefined ? {} : { today }),
    });
    return date === undefined ? problemAt(shown.line, `The day of the page, “${shorten(shown.text)}”, cannot be dated. The digest has no date.`) : { period: date };
  }
}

function problemAt(line: number, reason: string): { readonly problem: ImportProblem } {
  return { problem: { line, reason, severity: 'warning' } };
}
