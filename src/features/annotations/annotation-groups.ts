import type { Thread } from '../../core/annotations/annotation';
import { annotationsIn } from '../../core/annotations/threads';

export const ANNOTATION_GROUPINGS = ['paper', 'kind', 'tag', 'state'] as const;
export type AnnotationGrouping = (typeof ANNOTATION_GROUPINGS)[number];

export interface ThreadGroup {
  /** Key of a paper, a kind, a tag, or `open` and `resolved`; none for what has none. */
  readonly name?: string;
  readonly threads: readonly Thread[];
}

/** Threads by what they are about, in the order given; one with several tags stands under each. What belongs nowhere comes last. */
export function groupThreads(threads: readonly Thread[], grouping: AnnotationGrouping): readonly ThreadGroup[] {
  const groups = new Map<string | undefined, Thread[]>();
  for (const thread of threads) {
    for (const name of namesOf(thread, grouping)) {
      groups.set(name, [...(groups.get(name) ?? []), thread]);
    }
  }
  return [...groups]
    .map(([name, members]): ThreadGroup => (name === undefined ? { threads: members } : { name, threads: members }))
    .sort((one, other) => Number(one.name === undefined) - Number(other.name === undefined) || (one.name ?? '').localeCompare(other.name ?? ''));
}

function namesOf(thread: Thread, grouping: AnnotationGrouping): readonly (string | undefined)[] {
  switch (grouping) {
    case 'paper':
      return [thread.first.paper];
    case 'kind':
      return [thread.first.kind];
    case 'tag': {
      const tags = new Set(annotationsIn(thread).flatMap((one) => one.tags));
      return tags.size === 0 ? [undefined] : [...tags];
    }
    case 'state':
      return [thread.first.resolved ? 'resolved' : 'open'];
  }
}
