import type { GroupLabel, PaperGroup } from './arrangement';
import type { Paper } from './paper';

/** Papers by a property, in their order. */
export class GroupMaker {
  private readonly members = new Map<string, Paper[]>();

  /** @param without key of the papers that have no other */
  constructor(papers: readonly Paper[], keysOf: (paper: Paper) => readonly string[], without?: string) {
    for (const paper of papers) {
      const keys = keysOf(paper);
      for (const key of keys) {
        this.put(key, paper);
      }
      if (keys.length === 0 && without !== undefined) {
        this.put(without, paper);
      }
    }
  }

  keys(): string[] {
    return [...this.members.keys()];
  }

  size(key: string): number {
    return this.members.get(key)?.length ?? 0;
  }

  /** The group of a key, or none when it has no papers. */
  take(key: string, id: string, label: GroupLabel): readonly PaperGroup[] {
    const papers = this.members.get(key);
    return papers === undefined ? [] : [{ id, label, papers, groups: [], size: papers.length }];
  }

  /** The group of a key with groups in it; it may have no papers of its own. */
  nest(key: string, id: string, label: GroupLabel, groups: readonly PaperGroup[]): PaperGroup {
    const papers = this.members.get(key) ?? [];
    return { id, label, papers, groups, size: groups.length === 0 ? papers.length : new Set([...papersIn(groups), ...papers]).size };
  }

  private put(key: string, paper: Paper): void {
    const group = this.members.get(key);
    if (group === undefined) {
      this.members.set(key, [paper]);
    } else {
      group.push(paper);
    }
  }
}

function papersIn(groups: readonly PaperGroup[]): Paper[] {
  return groups.flatMap((group) => [...papersIn(group.groups), ...group.papers]);
}
