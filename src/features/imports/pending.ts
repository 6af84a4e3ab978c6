import type { Digest, ImportProblem } from '../../core/papers/digest';
import type { ChangedElsewhere, ChangedRecord, DuplicateRecord, FieldChange, ImportPreview, NewRecord } from '../../core/papers/import-preview';

/** Where a text came from. */
export interface Origin {
  /** For the reader: a file's name, `Clipboard`, or an address. */
  readonly name: string;
  /** Of the document that its lines are lines of, if there is one. */
  readonly uri?: string;
}

/** A text that was read, with what importing it would do. */
export interface ReadText {
  readonly origin: Origin;
  readonly preview: ImportPreview;
}

/** A text that cannot be imported, and why. */
export interface FailedText {
  readonly origin: Origin;
  readonly problem: string;
}

/** Texts that wait for the user to import them or not. */
export interface PendingImport {
  readonly read: readonly ReadText[];
  readonly failed: readonly FailedText[];
}

/** Groups of the preview, in the order shown. */
export const GROUPS = ['added', 'changed', 'duplicates', 'rejected', 'warnings'] as const;
export type Group = (typeof GROUPS)[number];

/** What a row tells of a text. `line` is one-based; absent for the text as a whole. */
export type Entry = { readonly origin: Origin; readonly line?: number } & (
  | { readonly kind: 'added'; readonly record: NewRecord }
  | { readonly kind: 'changed'; readonly record: ChangedRecord }
  | { readonly kind: 'elsewhere'; readonly paper: ChangedElsewhere }
  | { readonly kind: 'duplicate'; readonly record: DuplicateRecord }
  | { readonly kind: 'problem'; readonly reason: string; readonly severity: ImportProblem['severity'] }
);

export interface EntryRow {
  readonly kind: 'entry';
  readonly id: string;
  readonly entry: Entry;
}

export type Row =
  | { readonly kind: 'group'; readonly id: string; readonly group: Group; readonly count: number }
  /** Rows after the first page, from number `first` to `last`, counted from one. */
  | { readonly kind: 'page'; readonly id: string; readonly group: Group; readonly first: number; readonly last: number }
  | EntryRow
  | { readonly kind: 'field'; readonly id: string; readonly change: FieldChange };

/** Rows that are shown at once. */
export const PAGE = 200;

/**
 * The rows of a preview. A group shows its first page; every further page is one row that opens to its own, so that ten
 * thousand records are as quick to show as two hundred, and the last is two steps away.
 */
export class PreviewRows {
  private readonly entries = new Map<Group, readonly Entry[]>();

  constructor(readonly pending: PendingImport) {}

  count(group: Group): number {
    return this.entriesOf(group).length;
  }

  /** The groups that are not empty. */
  groups(): readonly Row[] {
    return GROUPS.filter((group) => this.count(group) > 0).map((group) => ({ kind: 'group', id: group, group, count: this.count(group) }));
  }

  children(row: Row): readonly Row[] {
    switch (row.kind) {
      case 'group':
        return [...this.page(row.group, 0), ...this.laterPages(row.group)];
      case 'page':
        return this.page(row.group, row.first - 1);
      case 'entry':
        return fieldRows(row);
      case 'field':
        return [];
    }
  }

  private page(group: Group, start: number): readonly Row[] {
    return this.entriesOf(group)
      .slice(start, start + PAGE)
      .map((entry, index) => ({ kind: 'entry', id: `${group}/${start + index}`, entry }));
  }

  private laterPages(group: Group): readonly Row[] {
    const count = this.count(group);
    const pages = Math.max(0, Math.ceil(count / PAGE) - 1);
    return Array.from({ length: pages }, (_, index) => {
      const first = (index + 1) * PAGE + 1;
      return { kind: 'page', id: `${group}/page/${first}`, group, first, last: Math.min(first + PAGE - 1, count) };
    });
  }

  private entriesOf(group: Group): readonly Entry[] {
    const entries = this.entries.get(group) ?? entriesOf(this.pending, group);
    this.entries.set(group, entries);
    return entries;
  }
}

/** The digests that the import would add, in order. */
export function digestsOf({ read }: PendingImport): readonly Digest[] {
  return read.map(({ preview }) => preview.digest);
}

/** Whether the library would stay as it is. */
export function changesNothing({ read }: PendingImport): boolean {
  return read.every(({ preview: { added, changed, elsewhere = [] } }) => added.length + changed.length + elsewhere.length === 0);
}

function entriesOf({ read, failed }: PendingImport, group: Group): readonly Entry[] {
  const entries = read.flatMap(({ origin, preview }) => readEntries(origin, preview, group));
  const failures = failed.map(({ origin, problem }): Entry => ({ kind: 'problem', origin, reason: problem, severity: 'rejected' }));
  return group === 'rejected' ? [...entries, ...failures] : entries;
}

function readEntries(origin: Origin, { digest, added, changed, duplicates, elsewhere = [] }: ImportPreview, group: Group): readonly Entry[] {
  switch (group) {
    case 'added':
      return added.map((record) => ({ kind: 'added', origin, line: record.line, record }));
    case 'changed':
      return [
        ...changed.map((record): Entry => ({ kind: 'changed', origin, line: record.line, record })),
        ...elsewhere.map((paper): Entry => ({ kind: 'elsewhere', origin, paper })),
      ];
    case 'duplicates':
      return duplicates.map((record) => ({ kind: 'duplicate', origin, line: record.line, record }));
    case 'rejected':
    case 'warnings': {
      const severity = group === 'rejected' ? 'rejected' : 'warning';
      const problems = digest.problems.filter((problem) => problem.severity === severity);
      return problems.map(({ line, reason }) => ({ kind: 'problem', origin, line, reason, severity }));
    }
  }
}

function fieldRows({ id, entry }: EntryRow): readonly Row[] {
  return changesOf(entry).map((change) => ({ kind: 'field', id: `${id}/${change.field}`, change }));
}

function changesOf(entry: Entry): readonly FieldChange[] {
  switch (entry.kind) {
    case 'changed':
      return entry.record.changes;
    case 'elsewhere':
      return entry.paper.changes;
    case 'added':
    case 'duplicate':
    case 'problem':
      return [];
  }
}
