import type { AnnotationFiles } from './annotation-files';
import { isPaperFolder, isUnfinished } from './annotation-paths';

/** What is older than this, in milliseconds, is nobody's work in progress. */
const ABANDONED_MS = 60 * 60 * 1000;

/** Removes what stopped writes left. Best effort: it does no harm where it stays. */
export async function clearLeftovers(files: AnnotationFiles, now: number): Promise<void> {
  for (const { name: folder, isFolder } of await files.list('')) {
    if (isFolder && isPaperFolder(folder)) {
      for (const { name } of await files.list(folder)) {
        const path = `${folder}/${name}`;
        if (isUnfinished(name) && isAbandoned(await files.modified(path), now)) {
          await files.remove(path);
        }
      }
    }
  }
}

function isAbandoned(modified: number | undefined, now: number): boolean {
  return modified !== undefined && now - modified > ABANDONED_MS;
}
