import type { PaperKey } from '../../papers/paper';
import type { Annotation, AnnotationId } from '../annotation';
import { readMarkedConflict } from '../conflict-markers';
import { decodeAnnotation, type DecodedAnnotation } from '../decode-annotation';
import { encodeAnnotation } from '../encode-annotation';
import { annotationPath } from './annotation-paths';

/** What a file of annotations says. */
export type ReadFile =
  | { readonly path: string; readonly annotation: Annotation; readonly readOnly: boolean; readonly problem?: string }
  /** Git left its marks in it: both versions, as far as they can be read. */
  | { readonly path: string; readonly versions: readonly [Annotation, Annotation]; readonly problem: string }
  | { readonly path: string; readonly problem: string };

/** An annotation with the file that it is changed in. */
export interface StoredAnnotation {
  readonly path: string;
  readonly annotation: Annotation;
  readonly readOnly: boolean;
}

/** Two versions of an annotation that nobody has decided between. */
export interface StoredConflict {
  readonly here: Annotation;
  readonly other: Annotation;
}

/** The annotations of one paper's folder. */
export interface PaperFolder {
  readonly annotations: readonly StoredAnnotation[];
  readonly conflicts: readonly StoredConflict[];
  readonly problems: readonly { readonly path: string; readonly problem: string }[];
}

/** Reads the text of a file in a paper's folder. Never throws. */
export function readFile(path: string, paper: PaperKey, text: string): ReadFile {
  const marked = readMarkedConflict(text);
  if (marked === undefined) {
    const read = decodeAnnotation(text);
    return read.ok ? checkPlace(path, paper, read) : { path, problem: read.problem };
  }
  const [ours, theirs] = [decodeAnnotation(marked.ours), decodeAnnotation(marked.theirs)];
  if (ours.ok && theirs.ok) {
    return differInTimeAlone(ours.annotation, theirs.annotation)
      ? checkPlace(path, paper, ours.annotation.modified > theirs.annotation.modified ? ours : theirs)
      : { path, versions: [ours.annotation, theirs.annotation], problem: 'A merge of git left two versions of this annotation. Choose the one to keep.' };
  }
  const problem = 'A merge of git left its marks in this annotation. Resolve them in the file.';
  const whole = ours.ok ? ours : theirs;
  return whole.ok ? { path, annotation: whole.annotation, readOnly: true, problem } : { path, problem };
}

function checkPlace(path: string, paper: PaperKey, { annotation, readOnly }: DecodedAnnotation & { readonly ok: true }): ReadFile {
  return annotation.paper === paper
    ? { path, annotation, readOnly }
    : { path, problem: `This annotation is about the paper "${annotation.paper}". Move its file to the folder of that name.` };
}

/** Brings the files of a paper together: of several with one id, the file that bears its name is the annotation and others conflict with it. */
export function combineFiles(files: readonly ReadFile[]): PaperFolder {
  const versions = new Map<AnnotationId, StoredAnnotation[]>();
  const problems: { path: string; problem: string }[] = [];
  for (const file of [...files].sort(byPath)) {
    if ('versions' in file) {
      for (const annotation of file.versions) {
        addTo(versions, { path: file.path, annotation, readOnly: true });
      }
    } else if ('annotation' in file) {
      addTo(versions, file);
    }
    if (file.problem !== undefined) {
      problems.push({ path: file.path, problem: file.problem });
    }
  }
  const annotations: StoredAnnotation[] = [];
  const conflicts: StoredConflict[] = [];
  for (const [id, stored] of versions) {
    const named = stored.find(({ path, annotation }) => path === annotationPath(annotation.paper, id)) ?? stored[0];
    if (named !== undefined) {
      annotations.push(named);
      const others = stored.filter((one) => one !== named && !isSameAnnotation(one.annotation, named.annotation));
      conflicts.push(...others.map(({ annotation: other }) => ({ here: named.annotation, other })));
    }
  }
  return { annotations, conflicts, problems };
}

export function isSameAnnotation(one: Annotation, other: Annotation): boolean {
  return encodeAnnotation(one) === encodeAnnotation(other);
}

function differInTimeAlone(one: Annotation, other: Annotation): boolean {
  return isSameAnnotation({ ...one, modified: other.modified }, other);
}

function addTo(versions: Map<AnnotationId, StoredAnnotation[]>, { path, annotation, readOnly }: StoredAnnotation): void {
  const known = versions.get(annotation.id) ?? [];
  versions.set(annotation.id, [...known, { path, annotation, readOnly }]);
}

function byPath(one: ReadFile, other: ReadFile): number {
  return one.path < other.path ? -1 : one.path > other.path ? 1 : 0;
}
