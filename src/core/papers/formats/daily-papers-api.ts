import type { Digest, DigestFormat, ImportProblem } from '../digest';
import type { FormatReader, ImportText } from '../format-reader';
import type { IsoDate, Json, PaperFields } from '../paper';
import type { JsonObject } from './json-records';
import type { Period } from './daily-papers-period';
import { dailyPapersDigest, shorten } from './daily-papers-digest';
import { isItem, readItem } from './daily-papers-item';
import { periodOfDays } from './daily-papers-listed';
import { readPeriod } from './daily-papers-period';
import { isJsonObject, member, readJsonRecords } from './json-records';

/** This much of a text is looked at to recognise it, in UTF-16 units. */
const LOOKED_AT = 50_000;

/** Names under which answers and saved lists hold their records. */
const LISTS = ['dailyPapers', 'papers', 'results', 'items', 'records', 'data'];

/** Answers of the Daily Papers API: a list, one paper, or JSON Lines of either. */
export const dailyPapersApi: FormatReader = {
  format: 'daily-papers-api',
  description: 'JSON of the Daily Papers API',
  recognise,
  read: (input) => readDailyPapersJson(input, 'daily-papers-api'),
};

/**
 * Reads the JSON of the API, or of a page that carries it.
 *
 * @param page what the page that carries it says: the line of all records, and its period
 */
export function readDailyPapersJson(input: ImportText, format: DigestFormat, page?: { readonly line: number; readonly period?: Period }): Digest {
  return new ApiReader(input, format, page).read();
}

class ApiReader {
  private readonly papers: PaperFields[] = [];
  private readonly lines: number[] = [];
  private readonly problems: ImportProblem[] = [];
  private readonly listed: IsoDate[] = [];
  private readonly faults = new Map<string, { readonly line: number; count: number }>();
  private period: Period | undefined;
  private nested = false;
  private covered = false;
  private refusal: string | undefined;

  constructor(
    private readonly input: ImportText,
    private readonly format: DigestFormat,
    private readonly page: { readonly line: number; readonly period?: Period } | undefined,
  ) {}

  read(): Digest {
    const records = readJsonRecords(this.input.text, { isRecord: isItem, lists: LISTS, onCover: (cover) => this.readCover(cover) });
    for (const record of records) {
      const line = this.page?.line ?? record.line;
      if (record.kind === 'broken') {
        this.report(line, `A record could not be read: ${record.reason}. It was left out.`, 'rejected');
      } else {
        this.add(record.value, line, record.fault);
      }
    }
    for (const [fault, { line, count }] of this.faults) {
      this.report(line, `${count === 1 ? 'A record is' : `${count} records are`} not as the API gives them: ${fault}. What could be read of ${count === 1 ? 'it' : 'them'} was kept.`);
    }
    this.reportMissing();
    const single = this.singleId();
    const period = this.period ?? this.page?.period ?? periodOfDays(this.listed);
    return dailyPapersDigest(this.input, {
      format: this.format,
      ...(period === undefined ? {} : { period }),
      ...(single === undefined ? {} : { single }),
      papers: this.papers,
      lines: this.lines,
      problems: this.problems,
    });
  }

  private add(value: JsonObject, line: number, fault: string | undefined): void {
    const item = readItem(value);
    if (item === undefined) {
      this.refuse(value, line);
      return;
    }
    this.nested ||= isJsonObject(member(value, 'paper'));
    this.papers.push(item.paper);
    this.lines.push(line);
    if (item.listed !== undefined) {
      this.listed.push(item.listed);
    }
    if (fault !== undefined) {
      const known = this.faults.get(fault);
      this.faults.set(fault, { line: known?.line ?? line, count: (known?.count ?? 0) + 1 });
    }
    for (const reason of item.faults) {
      this.report(line, `${reason} “${shorten(item.paper.title)}” was read without it.`);
    }
  }

  private refuse(value: JsonObject, line: number): void {
    const answer = member(value, 'error') ?? member(value, 'message');
    if (typeof answer === 'string' && this.papers.length === 0) {
      this.refusal = shorten(answer);
      return;
    }
    const inner = member(value, 'paper');
    const id = member(isJsonObject(inner) ? inner : value, 'id');
    this.report(line, `A record${typeof id === 'string' ? ` (${shorten(id)})` : ''} has no title. It was left out.`, 'rejected');
  }

  private readCover(cover: JsonObject): void {
    this.covered = true;
    const said = [member(cover, 'dateString'), member(cover, 'date')].find((value) => typeof value === 'string');
    this.period ??= said === undefined ? undefined : periodOfCover(said, member(cover, 'periodType'));
  }

  private reportMissing(): void {
    if (this.refusal !== undefined && this.papers.length === 0) {
      this.report(1, `This is an answer of the API that holds no papers: “${this.refusal}”.`, 'rejected');
    } else if (this.papers.length === 0 && this.problems.length === 0) {
      this.report(1, 'The list is empty: it holds no papers.');
    }
    const without = this.papers.flatMap((paper, index) => (paper.abstract === '' ? index : []));
    if (without.length * 2 <= this.papers.length) {
      for (const index of without) {
        this.report(this.lines[index] ?? 1, `“${shorten(this.papers[index]?.title ?? '')}” has no abstract.`);
      }
    }
  }

  /** The number of the paper when the text is its record alone. */
  private singleId(): string | undefined {
    const alone = this.papers.length === 1 && !this.nested && !this.covered && /^\s*\{/u.test(this.input.text.slice(0, 1000).replace(/^\uFEFF/u, ''));
    return alone ? this.papers[0]?.arxivId : undefined;
  }

  private report(line: number, reason: string, severity: ImportProblem['severity'] = 'warning'): void {
    this.problems.push({ line, reason, severity });
  }
}

function periodOfCover(said: string, type: Json | undefined): Period | undefined {
  const period = readPeriod(said);
  return type === 'month' && period?.length === 10 ? period.slice(0, 7) : period;
}

function recognise(text: string): number {
  const start = text.slice(0, LOOKED_AT).replace(/^[\s\uFEFF]+/u, '');
  if (!/^[[{]/u.test(start)) {
    return 0;
  }
  if (/^\[\s*\]\s*$/u.test(start) || /^\{\s*"error"\s*:\s*"/u.test(start)) {
    return 0.3;
  }
  const has = (name: string) => new RegExp(`["']${name}["']\\s*:`, 'u').test(start);
  if (/["']paper["']\s*:\s*\{/u.test(start) && (has('authors') || has('id') || has('title'))) {
    return 0.95;
  }
  if (!has('title')) {
    return 0;
  }
  if ((has('upvotes') && (has('summary') || has('abstract'))) || has('submittedOnDailyAt') || has('discussionId')) {
    return 0.9;
  }
  const others = ['issued', 'container-title', 'citation-key', 'type', 'format', 'lectern'].some(has);
  return (has('summary') || has('abstract')) && !others ? 0.6 : 0;
}
