import type { Annotation, AnnotationChange } from '../annotation';
import { encodeAnnotation } from '../encode-annotation';
import { changeAnnotation, changeBetween, mergeChange } from '../merge-changes';
import { RefusedChange, type AnnotationFiles } from './annotation-files';
import { annotationPath, conflictPath, isAnnotationFile } from './annotation-paths';
import { isSameAnnotation, readFile, type ReadFile, type StoredConflict } from './read-folder';

type FolderList = Awaited<ReturnType<AnnotationFiles['list']>>;

/** A file that was deleted, with what it said. */
export interface RemovedFile {
  readonly path: string;
  readonly text: string;
}

const NEWER = 'A newer Lectern wrote this annotation, and this one would lose what it does not know. Update Lectern to change it.';

/** Writes a new annotation. Resolves once it is on disk. */
export async function addFile(files: AnnotationFiles, annotation: Annotation): Promise<void> {
  if (!(await files.create(annotationPath(annotation.paper, annotation.id), encodeAnnotation(annotation)))) {
    throw new RefusedChange(`There is an annotation of the name ${annotation.id} already.`);
  }
}

/** What a change needs beside the change itself. */
export interface ChangeContext {
  readonly files: AnnotationFiles;
  /** ISO 8601 with time zone. */
  readonly modified: string;
  /** Eight letters and digits that nobody else has. */
  readonly uniqueSuffix: () => string;
}

/**
 * Changes an annotation's file as the user saw it. What the file says by now is merged; a file that is gone comes back; a version
 * that cannot be merged goes into a file beside it.
 *
 * @param path of the file, as it was read
 * @throws RefusedChange when it is of a newer Lectern, or holds the marks of a merge
 */
export function changeFile(context: ChangeContext, path: string, seen: Annotation, change: AnnotationChange): Promise<Annotation> {
  const { files, modified } = context;
  return files.locked(path, async () => {
    const current = await currentFile(files, path, seen);
    if (current === undefined) {
      const annotation = changeAnnotation(seen, change, modified);
      await files.replace(path, encodeAnnotation(annotation));
      return annotation;
    }
    if ('versions' in current) {
      throw new RefusedChange(current.problem);
    }
    if (!('annotation' in current) || current.annotation.id !== seen.id) {
      // Broken by hand meanwhile, or another one by now: it is left as it is.
      const annotation = changeAnnotation(seen, change, modified);
      await keepBeside(context, annotation);
      return annotation;
    }
    if (current.readOnly) {
      throw new RefusedChange(current.problem ?? NEWER);
    }
    const { annotation, conflict } = mergeChange(seen, change, current.annotation, modified);
    if (conflict !== undefined) {
      await keepBeside(context, conflict);
    }
    if (annotation !== current.annotation) {
      await files.replace(path, encodeAnnotation(annotation));
    }
    return conflict ?? annotation;
  });
}

/** Ends a conflict: the file says what was chosen, other versions that the user has seen go. */
export async function settleFile(context: ChangeContext, path: string, { here, other }: StoredConflict, kept: Annotation): Promise<void> {
  const { files, modified } = context;
  await files.locked(path, async () => {
    const current = await currentFile(files, path, here);
    if (current !== undefined && 'readOnly' in current && current.readOnly) {
      throw new RefusedChange(current.problem ?? NEWER);
    }
    const isUnread = current === undefined || 'versions' in current || !('annotation' in current);
    const { annotation, conflict } = isUnread ? { annotation: kept } : mergeChange(here, changeBetween(here, kept), current.annotation, modified);
    const besides = (await filesBeside(files, here)).flatMap((beside) => (beside.path !== path && 'annotation' in beside ? [beside] : []));
    const isSaidBy = (version: Annotation) => (beside: { readonly annotation: Annotation }) => isSameAnnotation(version, beside.annotation);
    if (conflict !== undefined && !besides.some(isSaidBy(conflict))) {
      await keepBeside(context, conflict);
    }
    await files.replace(path, encodeAnnotation(annotation));
    const seen = [here, other, annotation].filter((version) => conflict === undefined || !isSameAnnotation(version, conflict));
    for (const beside of besides.filter((one) => seen.some((version) => isSaidBy(version)(one)))) {
      await files.remove(beside.path);
    }
  });
}

/**
 * Deletes an annotation's file, with what conflicts with it.
 *
 * @param listed what is in the paper's folder, where that is known
 */
export function removeFile(files: AnnotationFiles, path: string, annotation: Annotation, listed?: FolderList): Promise<readonly RemovedFile[]> {
  return files.locked(path, async () => {
    const removed: RemovedFile[] = [];
    const others = (await filesBeside(files, annotation, listed)).map((beside) => beside.path);
    for (const one of new Set([path, ...others])) {
      const text = await files.read(one);
      if (text !== undefined) {
        removed.push({ path: one, text });
        await files.remove(one);
      }
    }
    return removed;
  });
}

/** Brings deleted files back. One whose name was taken meanwhile comes back beside it. */
export async function restoreFile({ files, uniqueSuffix }: Pick<ChangeContext, 'files' | 'uniqueSuffix'>, { path, text }: RemovedFile): Promise<void> {
  if (!(await files.create(path, text)) && (await files.read(path)) !== text) {
    await files.create(path.replace(/\.json$/u, `.conflict-${uniqueSuffix()}.json`), text);
  }
}

async function currentFile(files: AnnotationFiles, path: string, { paper }: Annotation): Promise<ReadFile | undefined> {
  const text = await files.read(path);
  return text === undefined ? undefined : readFile(path, paper, text);
}

/** The version that could not be merged. What is there already is not written again. */
async function keepBeside({ files, uniqueSuffix }: ChangeContext, annotation: Annotation): Promise<void> {
  while (!(await files.create(conflictPath(annotation.paper, annotation.id, uniqueSuffix()), encodeAnnotation(annotation)))) {
    // The name was taken: the next one is another.
  }
}

/** Files with the annotation's id in their name. */
async function filesBeside(files: AnnotationFiles, { paper, id }: Annotation, listed?: FolderList): Promise<readonly ReadFile[]> {
  const names = (listed ?? (await files.list(paper))).filter(({ name }) => isAnnotationFile(name) && name.startsWith(id));
  const read = await Promise.all(names.map(async ({ name }) => ({ path: `${paper}/${name}`, text: await files.read(`${paper}/${name}`) })));
  return read.flatMap(({ path, text }) => (text === undefined ? [] : [readFile(path, paper, text)])).filter((file) => !('annotation' in file) || file.annotation.id === id);
}
