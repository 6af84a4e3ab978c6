import type { TextTarget } from '../../anchors/text-target';
import type { PaperKey } from '../../papers/paper';
import type { Annotation, AnnotationChange, AnnotationId } from '../annotation';
import { changeAnnotation, changeBetween } from '../merge-changes';
import type { ForeignDocument, ReadAnnotation, ReadAnnotations } from './foreign-annotation';
import { asImported } from './imported-record';

/** A record of one of the files that are imported together. */
export interface FiledAnnotation extends ReadAnnotation {
  /** Number of the file, from 0. */
  readonly file: number;
}

export interface PlannedAnnotation {
  readonly from: FiledAnnotation;
  readonly annotation: Annotation;
  /** Its words were looked for in the abstract and not found for certain: the user is to look at its place. */
  readonly needsAttention: boolean;
}

export interface PlannedChange {
  readonly from: FiledAnnotation;
  /** As it is here. */
  readonly current: Annotation;
  /** What the program it came from said of it when it was imported last: who changed what is seen by it. */
  readonly seen: Annotation;
  readonly change: AnnotationChange;
}

/** Annotations on a document that is no paper of the library, or not surely one. */
export interface UnmatchedDocument {
  readonly document: ForeignDocument;
  readonly annotations: readonly FiledAnnotation[];
}

/** What an import would do. */
export interface ImportPlan {
  readonly added: readonly PlannedAnnotation[];
  readonly changed: readonly PlannedChange[];
  /** Here already, and not older than in the file. */
  readonly same: readonly FiledAnnotation[];
  readonly unmatched: readonly UnmatchedDocument[];
  /** For which the paper's folder has no room. */
  readonly crowded: readonly FiledAnnotation[];
}

export interface PlanContext {
  readonly existing: ReadonlyMap<AnnotationId, Annotation>;
  /** Papers of documents, by the id of the document. */
  readonly papers: ReadonlyMap<string, PaperKey>;
  /** Where words were found, by `placeId`; `null` where they were not. */
  readonly placed: ReadonlyMap<string, TextTarget | null>;
  /** Most annotations of one paper. */
  readonly room: number;
}

/** Names an annotation's place in a paper. */
export function placeId(paper: PaperKey, id: AnnotationId): string {
  return `${paper}/${id}`;
}

/** The records of all files, of several with one id the newest. */
export function filedAnnotations(files: readonly ReadAnnotations[]): readonly FiledAnnotation[] {
  const byId = new Map<AnnotationId, FiledAnnotation>();
  files.forEach(({ annotations }, file) => {
    for (const one of annotations) {
      const known = byId.get(one.annotation.id);
      if (known === undefined || isNewer(one.annotation, known.annotation)) {
        byId.set(one.annotation.id, { ...one, file });
      }
    }
  });
  return [...byId.values()];
}

/** The papers of documents of which annotations are here already: the user has said once which they are. */
export function rememberedPapers(annotations: readonly FiledAnnotation[], existing: ReadonlyMap<AnnotationId, Annotation>): ReadonlyMap<string, PaperKey> {
  const papers = new Map<string, Set<PaperKey>>();
  for (const { document, annotation } of annotations) {
    const paper = existing.get(annotation.id)?.paper;
    if (paper !== undefined) {
      papers.set(document, (papers.get(document) ?? new Set()).add(paper));
    }
  }
  return new Map([...papers].flatMap(([document, [paper, ...others]]) => (paper === undefined || others.length > 0 ? [] : [[document, paper] as const])));
}

/** The paper that a record would belong to; a reply belongs where its thread is. */
export function paperOfRecord({ document, annotation: { replyTo } }: ReadAnnotation, { existing, papers }: Pick<PlanContext, 'existing' | 'papers'>): PaperKey | undefined {
  return (replyTo === undefined ? undefined : existing.get(replyTo)?.paper) ?? papers.get(document);
}

/** Whether a record's words are to be looked for in the abstract: those of Lectern's own have been. */
export function isToBePlaced({ form, annotation }: ReadAnnotation): boolean {
  return form !== 'lectern' && annotation.target !== undefined;
}

export function planImport(annotations: readonly FiledAnnotation[], documents: ReadonlyMap<string, ForeignDocument>, context: PlanContext): ImportPlan {
  const { existing, placed, room } = context;
  const added: PlannedAnnotation[] = [];
  const changed: PlannedChange[] = [];
  const same: FiledAnnotation[] = [];
  const crowded: FiledAnnotation[] = [];
  const unmatched = new Map<string, FiledAnnotation[]>();
  const counts = new Map<PaperKey, number>();
  for (const { paper } of existing.values()) {
    counts.set(paper, (counts.get(paper) ?? 0) + 1);
  }
  for (const from of annotations) {
    const { annotation, document } = from;
    const current = existing.get(annotation.id);
    const paper = paperOfRecord(from, context);
    const count = paper === undefined ? 0 : (counts.get(paper) ?? 0);
    if (current !== undefined) {
      const change = changeOf(current, from);
      if (change === undefined) {
        same.push(from);
      } else {
        changed.push({ from, current, ...change });
      }
    } else if (paper === undefined) {
      unmatched.set(document, [...(unmatched.get(document) ?? []), from]);
    } else if (count >= room) {
      crowded.push(from);
    } else {
      counts.set(paper, count + 1);
      const place = isToBePlaced(from) ? placed.get(placeId(paper, annotation.id)) : undefined;
      added.push({ from, annotation: { ...annotation, paper, ...(place ? { target: place } : {}) }, needsAttention: place === null });
    }
  }
  return {
    added,
    changed,
    same,
    crowded,
    unmatched: [...unmatched].map(([id, members]) => ({ document: documents.get(id) ?? { id, name: id, urls: [] }, annotations: members })),
  };
}

/** What is newer in the file, in those fields that its form has; `undefined` for nothing. */
function changeOf(current: Annotation, { annotation, said }: FiledAnnotation): Pick<PlannedChange, 'seen' | 'change'> | undefined {
  const seen = said === undefined ? current : asImported(current);
  if (!isNewer(annotation, seen)) {
    return undefined;
  }
  const other = said === undefined ? { ...annotation, paper: current.paper } : changeAnnotation(seen, said, seen.modified);
  const change = changeBetween(seen, other);
  return Object.keys(change).length === 0 ? undefined : { seen, change: { ...change, extra: annotation.extra } };
}

function isNewer(one: Pick<Annotation, 'modified'>, other: Pick<Annotation, 'modified'>): boolean {
  return Date.parse(one.modified) > Date.parse(other.modified);
}
