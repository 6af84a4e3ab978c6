import type { PaperKey } from '../papers/paper';
import { isSameTag, type Tag } from '../papers/tags';
import type { AnnotationKind, Thread } from './annotation';
import { annotationsIn } from './threads';

export const THREAD_STATES = ['open', 'resolved', 'detached', 'machine'] as const;
/** `machine`: with something that no person wrote. */
export type ThreadState = (typeof THREAD_STATES)[number];

/** What a list of annotations is narrowed to: of each list any, of several lists all. An empty list leaves nothing out. */
export interface AnnotationFilter {
  readonly kinds: readonly AnnotationKind[];
  readonly tags: readonly Tag[];
  readonly papers: readonly PaperKey[];
  readonly states: readonly ThreadState[];
}

export const NO_FILTER: AnnotationFilter = { kinds: [], tags: [], papers: [], states: [] };

export function isFilter({ kinds, tags, papers, states }: AnnotationFilter): boolean {
  return kinds.length + tags.length + papers.length + states.length > 0;
}

export function passes(thread: Thread, { kinds, tags, papers, states }: AnnotationFilter): boolean {
  const all = annotationsIn(thread);
  return (
    (kinds.length === 0 || all.some(({ kind }) => kind !== undefined && kinds.includes(kind))) &&
    (tags.length === 0 || all.some((one) => one.tags.some((tag) => tags.some((wanted) => isSameTag(tag, wanted))))) &&
    (papers.length === 0 || papers.includes(thread.first.paper)) &&
    (states.length === 0 || states.some((state) => isIn(thread, state)))
  );
}

function isIn(thread: Thread, state: ThreadState): boolean {
  switch (state) {
    case 'open':
      return thread.first.resolved !== true;
    case 'resolved':
      return thread.first.resolved === true;
    case 'detached':
      return thread.first.detached === true;
    case 'machine':
      return annotationsIn(thread).some(({ generator }) => generator !== undefined);
  }
}
