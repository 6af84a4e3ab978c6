import { placeOfTarget } from '../../core/anchors/place-of-target';
import type { Annotation, Thread } from '../../core/annotations/annotation';
import { isStray } from '../../core/annotations/threads';
import type { Paper } from '../../core/papers/paper';
import type { Annotations, Draft, Drafts } from '../../platform/stores';
import type { AnnotationView, DraftView, ReaderAnnotations, ThreadPlace, ThreadView } from '../../protocol/reader-annotations';

/** What the Reader is told of the annotations of a paper. */
export async function annotationsView({ key, abstract }: Paper, annotations: Annotations, drafts: Drafts): Promise<ReaderAnnotations> {
  const [threads, kept] = await Promise.all([annotations.threadsOf(key), drafts.of(key)]);
  return { threads: threads.map((thread) => threadView(thread, abstract)), drafts: kept.map((draft) => draftView(draft, abstract)) };
}

function threadView(thread: Thread, abstract: string): ThreadView {
  return { first: annotationView(thread.first), replies: thread.replies.map(annotationView), place: placeOf(thread, abstract) };
}

function placeOf(thread: Thread, abstract: string): ThreadPlace {
  const { target, detached } = thread.first;
  if (isStray(thread)) {
    return { state: 'stray' };
  }
  if (target === undefined) {
    return { state: 'paper' };
  }
  return detached ? { state: 'detached' } : placeOfTarget(abstract, target);
}

function annotationView({ id, kind, colour, tags, comment, resolved, created, modified, creator, generator, target }: Annotation): AnnotationView {
  return {
    id, colour, tags, comment, created, modified,
    ...(kind === undefined ? {} : { kind }),
    ...(resolved === undefined ? {} : { resolved }),
    ...(creator === undefined ? {} : { creator }),
    ...(generator === undefined ? {} : { generator }),
    ...(target === undefined ? {} : { quote: target.exact }),
  };
}

/** A draft whose words are not found any more becomes one about the whole paper: its text is what counts. */
function draftView({ id, purpose, comment }: Draft, abstract: string): DraftView {
  if (purpose.kind !== 'add') {
    return { id, purpose, comment };
  }
  const anchor = purpose.target && placeOfTarget(abstract, purpose.target);
  return { id, comment, purpose: anchor !== undefined && 'range' in anchor ? { kind: 'add', range: anchor.range } : { kind: 'add' } };
}
