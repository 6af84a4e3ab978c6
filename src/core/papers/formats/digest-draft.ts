import type { Digest, ImportProblem } from '../digest';
import type { PaperFields } from '../paper';

/** What a reader knows of a paper; a field that is `undefined` or an empty list is left out. */
export type PaperDraft = Pick<PaperFields, 'title' | 'abstract'> & {
  readonly [F in Exclude<keyof PaperFields, 'title' | 'abstract'>]?: PaperFields[F] | undefined;
};

/** More problems than this tell the reader nothing new; they are counted. */
const MOST_PROBLEMS = 5_000;

/** Gathers papers and problems while a text is read. */
export class DigestDraft {
  readonly papers: PaperFields[] = [];
  private readonly lines: number[] = [];
  private readonly problems: ImportProblem[] = [];
  private unlisted = 0;
  private unlistedRejected = 0;

  add(draft: PaperDraft, line: number): void {
    this.papers.push(paperFrom(draft));
    this.lines.push(line);
  }

  /** A record, or the whole text, that is left out. */
  reject(line: number, reason: string): void {
    this.report({ line, reason, severity: 'rejected' });
  }

  /** Something that was read with an assumption or a gap. */
  warn(line: number, reason: string): void {
    this.report({ line, reason, severity: 'warning' });
  }

  digest(head: Pick<Digest, 'id' | 'source' | 'format' | 'title' | 'date'>): Digest {
    const problems = [...this.problems].sort((one, other) => one.line - other.line);
    const last = problems.at(-1);
    if (this.unlisted > 0 && last !== undefined) {
      problems.push({
        line: last.line,
        reason: `${this.unlisted} more problems were found and are not listed; for ${this.unlistedRejected} of them something was left out.`,
        severity: this.unlistedRejected > 0 ? 'rejected' : 'warning',
      });
    }
    return { ...head, papers: this.papers, lines: this.lines, problems };
  }

  private report(problem: ImportProblem): void {
    if (this.problems.length < MOST_PROBLEMS) {
      this.problems.push(problem);
    } else {
      this.unlisted++;
      this.unlistedRejected += problem.severity === 'rejected' ? 1 : 0;
    }
  }
}

export function paperFrom(draft: PaperDraft): PaperFields;
export function paperFrom(draft: object): object {
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)));
}
