import * as vscode from 'vscode';
import type { Annotation, AnnotationKind, Thread } from '../../core/annotations/annotation';
import { isFilter, NO_FILTER, passes, type AnnotationFilter } from '../../core/annotations/annotation-filter';
import { Owned } from '../../platform/owned';
import type { AnnotationConflict, AnnotationProblem } from '../../platform/stores';
import { groupThreads, type AnnotationGrouping, type ThreadGroup } from './annotation-groups';
import { attentionItem, conflictItem, groupItem, problemItem, replyItem, threadItem, uncertainItem } from './annotation-items';
import type { AnnotationsContext } from './annotations-context';
import { AnchorWatch } from './anchor-watch';
import type { UncertainThread } from './attention';
import { kindWord, stateWord } from './words';

export interface ThreadNode {
  readonly thread: Thread;
}

export interface ConflictNode {
  readonly conflict: AnnotationConflict;
}

/** A thread that stands under those that need attention. */
export interface UncertainNode extends ThreadNode {
  readonly place: UncertainThread;
}

export type AnnotationNode =
  | { readonly group: ThreadGroup; readonly label: string }
  | ThreadNode
  | { readonly reply: Annotation }
  | ConflictNode
  | UncertainNode
  | { readonly uncertain: readonly UncertainThread[] }
  | { readonly problem: AnnotationProblem };

/** All annotations in groups; before them what needs the user's eye. Nothing at all when there are none, so that the view's welcome is seen. */
export class AnnotationsTree implements vscode.TreeDataProvider<AnnotationNode>, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<void>());
  readonly onDidChangeTreeData = this.changed.event;

  private readonly anchors = new AnchorWatch();
  private by: AnnotationGrouping = 'paper';
  private only: AnnotationFilter = NO_FILTER;

  constructor(private readonly context: AnnotationsContext) {
    const refresh = () => this.changed.fire();
    this.owned.add(context.annotations.onDidChange(refresh));
    this.owned.add(context.papers.onDidChange(refresh));
  }

  dispose(): void {
    this.owned.dispose();
  }

  get grouping(): AnnotationGrouping {
    return this.by;
  }

  set grouping(grouping: AnnotationGrouping) {
    this.by = grouping;
    this.changed.fire();
  }

  get filter(): AnnotationFilter {
    return this.only;
  }

  set filter(filter: AnnotationFilter) {
    this.only = filter;
    this.changed.fire();
  }

  async getChildren(node?: AnnotationNode): Promise<AnnotationNode[]> {
    if (node === undefined) {
      return this.top();
    }
    if ('group' in node) {
      return node.group.threads.map((thread) => ({ thread }));
    }
    if ('uncertain' in node) {
      return node.uncertain.map((place) => ({ thread: place.thread, place }));
    }
    return 'thread' in node && !('place' in node) ? node.thread.replies.map((reply) => ({ reply })) : [];
  }

  getTreeItem(node: AnnotationNode): vscode.TreeItem {
    if ('group' in node) {
      return groupItem(node.label, node.group.threads.length, `${this.by}:${node.group.name ?? ''}`);
    }
    if ('uncertain' in node) {
      return attentionItem(node.uncertain.length);
    }
    if ('place' in node) {
      return uncertainItem(node.place);
    }
    if ('thread' in node) {
      return threadItem(node.thread, this.by);
    }
    if ('reply' in node) {
      return replyItem(node.reply);
    }
    return 'conflict' in node ? conflictItem(node.conflict) : problemItem(node.problem);
  }

  private async top(): Promise<AnnotationNode[]> {
    const { annotations, papers } = this.context;
    const [all, conflicts, problems, library] = await Promise.all([annotations.all(), annotations.conflicts(), annotations.problems(), papers.library()]);
    const threads = [...all.values()].flat().filter((thread) => passes(thread, this.only));
    const groups = groupThreads(threads, this.by).map((group) => ({ group, label: this.labelOf(group, (key) => library.paper(key)?.title) }));
    const uncertain = await this.anchors.uncertain(threads, library, () => this.changed.fire());
    const urgent = isFilter(this.only) ? [] : [...conflicts.map((conflict) => ({ conflict })), ...problems.map((problem) => ({ problem }))];
    return [...urgent, ...(uncertain.length === 0 ? [] : [{ uncertain }]), ...groups];
  }

  private labelOf({ name }: ThreadGroup, titleOf: (key: string) => string | undefined): string {
    switch (this.by) {
      case 'paper':
        return (name === undefined ? undefined : titleOf(name)) ?? name ?? '';
      case 'kind':
        return name === undefined ? vscode.l10n.t('No kind') : kindWord(name as AnnotationKind);
      case 'tag':
        return name ?? vscode.l10n.t('No tag');
      case 'state':
        return stateWord(name === 'resolved' ? 'resolved' : 'open');
    }
  }
}
