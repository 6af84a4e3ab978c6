/** Stands in for the native module `@vscode/fs-copyfile`: Node's own copying, without copy-on-write clones. */
import { copyFileSync, constants, promises } from 'node:fs';

export { copyFileSync, constants };
export const copyFile = promises.copyFile;
export const cp = promises.cp;
export const isMacOS = false;

export function isCloneSupported(): boolean {
  return false;
}
