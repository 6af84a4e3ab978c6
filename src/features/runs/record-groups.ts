import { demoBySlug, type DemoSlug } from '../../core/catalog/catalog';
import type { PaperKey } from '../../core/papers/paper';
import { demoOfRunId } from '../../core/runs/run-id';
import type { NoteSummary, RunSummary } from '../../platform/stores';

export interface NoteGroup {
  /** None: notes about no paper. */
  readonly paper?: PaperKey;
  /** Title of the paper; its key when the library does not have it; none for notes about no paper. */
  readonly title?: string;
  readonly notes: readonly NoteSummary[];
}

/** Notes by paper, papers by title; notes about no paper last. Within a group by path. */
export function groupNotes(notes: readonly NoteSummary[], titleOf: (paper: PaperKey) => string | undefined): readonly NoteGroup[] {
  const groups = [...grouped(notes, ({ paper }) => paper)].map(([paper, members]): NoteGroup => {
    const sorted = [...members].sort((one, other) => compare(one.path, other.path));
    return paper === undefined ? { notes: sorted } : { paper, title: titleOf(paper) ?? paper, notes: sorted };
  });
  return groups.sort(byTitle);
}

export interface RunGroup {
  /** None: folders of which not even the name tells a demo. */
  readonly demo?: DemoSlug;
  /** Title of the demo; its short name when the catalogue does not have it. */
  readonly title?: string;
  /** In the order given. */
  readonly runs: readonly RunSummary[];
}

/** Runs by demo, demos by title; what belongs to none last. */
export function groupRuns(runs: readonly RunSummary[]): readonly RunGroup[] {
  const demoOf = (run: RunSummary) => ('record' in run ? run.record.demo : demoOfRunId(run.id));
  const groups = [...grouped(runs, demoOf)].map(
    ([demo, members]): RunGroup => (demo === undefined ? { runs: members } : { demo, title: demoBySlug(demo)?.title ?? demo, runs: members }),
  );
  return groups.sort(byTitle);
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) {
      group.push(item);
    } else {
      groups.set(key, [item]);
    }
  }
  return groups;
}

function byTitle(one: { readonly title?: string }, other: { readonly title?: string }): number {
  if (one.title === undefined || other.title === undefined) {
    return Number(one.title === undefined) - Number(other.title === undefined);
  }
  return compare(one.title, other.title);
}

function compare(one: string, other: string): number {
  return one.localeCompare(other, undefined, { numeric: true });
}
