import type { Arrangement, Grouping, PaperGroup } from './arrangement';
import type { Paper, PaperKey } from './paper';
import { groupRangeLabel, paperRangeLabel, rangesIn, type RangeLabel, type Span } from './ranges';
import type { Sort } from './sort';

/** A row of the Papers tree. It stays the same object while its id is shown, so that a view can be told that it changed. */
export type Row = GroupRow | RangeRow | PaperRow;

interface AnyRow {
  /** Stable across arrangements. */
  readonly id: string;
  readonly parent: Row | undefined;
}

export interface GroupRow extends AnyRow {
  readonly kind: 'group';
  readonly group: PaperGroup;
}

/** Part of a long list of papers, or of groups. */
export interface RangeRow extends AnyRow {
  readonly kind: 'range';
  readonly label: RangeLabel;
  readonly list: RowList;
  readonly span: Span;
}

export interface PaperRow extends AnyRow {
  readonly kind: 'paper';
  readonly paper: Paper;
}

/** What rows are made of: papers of a group, or groups. */
export type RowList =
  | { readonly id: string; readonly papers: readonly Paper[] }
  | { readonly id: string; readonly groups: readonly PaperGroup[] };

/** Groups are open at first while they show no more papers than this in all. */
export const MOST_OPEN = 200;

/** The rows of an arrangement, made when they are asked for: what is not expanded costs nothing. */
export class Rows {
  private arrangement: Arrangement = { groups: [], order: [] };
  private grouping: Grouping = 'none';
  private sort: Sort = 'digest';
  private readonly made = new Map<string, Row>();
  private readonly papers = new Map<PaperKey, Set<PaperRow>>();

  /** Number of rows that exist. */
  get count(): number {
    return this.made.size;
  }

  /**
   * Takes up another arrangement.
   *
   * @returns the groups whose rows are no longer right, or `undefined` when all rows are to be made anew
   */
  show(arrangement: Arrangement, grouping: Grouping, sort: Sort): readonly GroupRow[] | undefined {
    const before = this.arrangement;
    const wereOpen = this.opensGroups;
    const sameOrder = grouping === this.grouping && grouping !== 'none' && sort === this.sort;
    this.arrangement = arrangement;
    this.grouping = grouping;
    this.sort = sort;
    if (!sameOrder || wereOpen !== this.opensGroups || !hasSameGroups(before.groups, arrangement.groups)) {
      this.made.clear();
      this.papers.clear();
      return undefined;
    }
    const changed = arrangement.groups.flatMap((group, index) => {
      const row = this.made.get(group.id);
      const former = before.groups[index];
      return row?.kind === 'group' && !isSameGroup(group, former) ? [this.keep<GroupRow>({ ...row, group })] : [];
    });
    this.dropBelow(new Set(changed));
    return changed;
  }

  /** Whether a group is open before anyone has touched it. */
  get opensGroups(): boolean {
    return this.arrangement.order.length <= MOST_OPEN;
  }

  /** The rows inside a row, or the outermost ones. */
  children(row?: Row): readonly Row[] {
    if (row === undefined) {
      const [first] = this.arrangement.groups;
      return this.grouping === 'none' && first !== undefined ? this.rowsOf(papersOf(first)) : this.rowsOf({ id: '', groups: this.arrangement.groups });
    }
    switch (row.kind) {
      case 'group':
        return [...this.rowsOf(groupsOf(row.group), row), ...this.rowsOf(papersOf(row.group), row)];
      case 'range':
        return this.rowsOf(row.list, row, row.span);
      case 'paper':
        return [];
    }
  }

  /** The rows that a paper has at the moment. */
  rowsOfPaper(key: PaperKey): readonly PaperRow[] {
    return [...(this.papers.get(key) ?? [])];
  }

  /** The first row of a paper, made with all rows above it where it is not there yet; `undefined` for a paper that is not shown. */
  find(paper: Paper): PaperRow | undefined {
    const [first] = this.arrangement.groups;
    if (this.grouping === 'none') {
      return first === undefined ? undefined : this.findIn(papersOf(first), first.papers.indexOf(paper));
    }
    return this.findInGroups({ id: '', groups: this.arrangement.groups }, paper);
  }

  private findInGroups(list: { readonly id: string; readonly groups: readonly PaperGroup[] }, paper: Paper, parent?: Row): PaperRow | undefined {
    const index = list.groups.findIndex((group) => holds(group, paper));
    const row = this.descend(list, index, parent);
    if (row?.kind !== 'group') {
      return undefined;
    }
    return this.findInGroups(groupsOf(row.group), paper, row) ?? this.findIn(papersOf(row.group), row.group.papers.indexOf(paper), row);
  }

  private findIn(list: RowList, index: number, parent?: Row): PaperRow | undefined {
    const row = this.descend(list, index, parent);
    return row?.kind === 'paper' ? row : undefined;
  }

  /** The row of a place of a list, through the ranges above it. */
  private descend(list: RowList, index: number, parent?: Row, span: Span = wholeOf(list)): Row | undefined {
    if (index < span.start || index >= span.end) {
      return undefined;
    }
    const rows = this.rowsOf(list, parent, span);
    const range = rows.find((row) => row.kind === 'range' && row.list.id === list.id && index >= row.span.start && index < row.span.end);
    return range?.kind === 'range' ? this.descend(list, index, range, range.span) : rows[index - span.start];
  }

  private rowsOf(list: RowList, parent?: Row, span: Span = wholeOf(list)): readonly Row[] {
    const ranges = rangesIn(span);
    if (ranges.length > 0) {
      // By its number among the ranges beside it: papers that come in later shift what it holds, not which one it is.
      const path = parent?.kind === 'range' ? parent.id : `${list.id}#${'groups' in list ? 'groups' : 'papers'}`;
      return ranges.map((part, index) => this.keep<RangeRow>({ kind: 'range', id: `${path}.${index}`, parent, list, span: part, label: this.labelOf(list, part) }));
    }
    if ('groups' in list) {
      return list.groups.slice(span.start, span.end).map((group) => this.keep<GroupRow>({ kind: 'group', id: group.id, parent, group }));
    }
    return list.papers.slice(span.start, span.end).map((paper) => this.keepPaper({ kind: 'paper', id: `${list.id}/${paper.key}`, parent, paper }));
  }

  private labelOf(list: RowList, span: Span): RangeLabel {
    return 'groups' in list ? groupRangeLabel(list.groups, span) : paperRangeLabel(list.papers, span, this.sort);
  }

  private dropBelow(groups: ReadonlySet<Row>): void {
    for (const row of this.made.values()) {
      if (groupsAbove(row).some((group) => groups.has(group))) {
        this.made.delete(row.id);
        if (row.kind === 'paper') {
          this.papers.get(row.paper.key)?.delete(row);
        }
      }
    }
  }

  private keepPaper(fresh: PaperRow): PaperRow {
    const row = this.keep(fresh);
    const rows = this.papers.get(row.paper.key) ?? new Set();
    this.papers.set(row.paper.key, rows.add(row));
    return row;
  }

  /** The row of an id, as it is now. */
  private keep<R extends Row>(fresh: R): R {
    const row = this.made.get(fresh.id);
    if (row === undefined) {
      this.made.set(fresh.id, fresh);
      return fresh;
    }
    return Object.assign(row, fresh);
  }
}

/** The groups above a row, innermost first. */
export function groupsAbove({ parent }: Row): readonly GroupRow[] {
  if (parent === undefined) {
    return [];
  }
  return parent.kind === 'group' ? [parent, ...groupsAbove(parent)] : groupsAbove(parent);
}

function papersOf({ id, papers }: PaperGroup): RowList {
  return { id, papers };
}

function groupsOf({ id, groups }: PaperGroup): { readonly id: string; readonly groups: readonly PaperGroup[] } {
  return { id, groups };
}

function wholeOf(list: RowList): Span {
  return { start: 0, end: 'groups' in list ? list.groups.length : list.papers.length };
}

function holds({ groups, papers }: PaperGroup, paper: Paper): boolean {
  return papers.includes(paper) || groups.some((group) => holds(group, paper));
}

function hasSameGroups(one: readonly PaperGroup[], other: readonly PaperGroup[]): boolean {
  return one.length === other.length && one.every(({ id }, index) => id === other[index]?.id);
}

function isSameGroup(one: PaperGroup, other: PaperGroup | undefined): boolean {
  return (
    one.id === other?.id &&
    one.papers.length === other.papers.length &&
    one.papers.every((paper, index) => paper === other.papers[index]) &&
    one.groups.length === other.groups.length &&
    one.groups.every((group, index) => isSameGroup(group, other.groups[index]))
  );
}
