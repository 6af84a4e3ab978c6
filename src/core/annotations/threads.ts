import type { Annotation, AnnotationId, Thread } from './annotation';

/**
 * Annotations as threads, each in the order in which they were begun. Replies to replies stand in the thread of the first. Replies
 * to an annotation that is not there are a thread of their own, which `isStray` tells.
 */
export function threadsOf(annotations: readonly Annotation[]): readonly Thread[] {
  const inOrder = [...annotations].sort(byTime);
  const byId = new Map(inOrder.map((annotation) => [annotation.id, annotation]));
  const threads = new Map<AnnotationId, Annotation[]>();
  for (const annotation of inOrder) {
    const id = beginningOf(annotation, byId);
    const thread = threads.get(id) ?? [];
    threads.set(id, thread);
    thread.push(annotation);
  }
  return [...threads].flatMap(([id, members]) => {
    const first = members.find((one) => one.id === id) ?? members[0];
    return first === undefined ? [] : [{ first, replies: members.filter((one) => one !== first) }];
  });
}

/** Whether a thread is of replies to an annotation that is not there any more. */
export function isStray({ first }: Thread): boolean {
  return first.replyTo !== undefined;
}

/** All annotations of a thread. */
export function annotationsIn({ first, replies }: Thread): readonly Annotation[] {
  return [first, ...replies];
}

/** By when they were made, then by id. */
export function byTime(one: Annotation, other: Annotation): number {
  return Date.parse(one.created) - Date.parse(other.created) || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

/** Follows replies to where they began, which may be missing. Those that reply in a circle begin at the first in order of their ids. */
function beginningOf(annotation: Annotation, byId: ReadonlyMap<AnnotationId, Annotation>): AnnotationId {
  const seen = new Set<AnnotationId>();
  let id = annotation.id;
  let replyTo = annotation.replyTo;
  while (replyTo !== undefined && !seen.has(id)) {
    seen.add(id);
    id = replyTo;
    replyTo = byId.get(id)?.replyTo;
  }
  return replyTo === undefined ? id : ([...seen].sort()[0] ?? id);
}
