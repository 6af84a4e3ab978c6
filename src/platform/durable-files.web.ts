export { createInWorkspace as createFile, readInWorkspace as readFile, replaceInWorkspace as replaceFile } from './workspace-files';

/** A browser has no lock across windows: there is only this window's queue. */
export function lockFile(): Promise<() => Promise<void>> {
  return Promise.resolve(() => Promise.resolve());
}
