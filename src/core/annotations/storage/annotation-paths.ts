import type { PaperKey } from '../../papers/paper';
import type { AnnotationId } from '../annotation';

/** What is being written or locked. Nobody works as long as an hour on it. */
const UNFINISHED = /\.json(?:\.[0-9a-f]{8}\.tmp|\.lock(?:\.(?:[0-9a-f]{8}|breaking))?)$/u;

const PAPER = /^[a-z0-9-]{1,64}$/u;

export function annotationPath(paper: PaperKey, id: AnnotationId): string {
  return `${paper}/${id}.json`;
}

/** Where the version goes that could not be merged. */
export function conflictPath(paper: PaperKey, id: AnnotationId, suffix: string): string {
  return `${paper}/${id}.conflict-${suffix}.json`;
}

/** The paper whose folder a path leads into, or is; `undefined` for a folder that is no paper's. */
export function paperOfPath(path: string): PaperKey | undefined {
  const [folder = ''] = path.split('/', 1);
  return isPaperFolder(folder) ? folder : undefined;
}

export function isPaperFolder(name: string): boolean {
  return PAPER.test(name);
}

export function isAnnotationFile(name: string): boolean {
  return name.endsWith('.json') && !name.startsWith('.');
}

/** Whether a file is what a write that was stopped may leave. */
export function isUnfinished(name: string): boolean {
  return UNFINISHED.test(name);
}
