export const DEFAULT_NOTES_FOLDER = 'notes';

const LONGEST_PATH = 200;

/**
 * The notes folder of the setting as a path with slashes, relative to its workspace folder; `undefined` when it is not a folder
 * inside it. A workspace brings its own settings, so this is checked here and not only by the settings editor.
 */
export function notesFolderPath(setting: unknown): string | undefined {
  if (typeof setting !== 'string' || setting.length > LONGEST_PATH || /^[\\/]|[\p{Cc}:*?"<>|]/u.test(setting)) {
    return undefined;
  }
  const segments = setting.trim().split(/[\\/]+/u).filter((segment) => segment !== '' && segment !== '.');
  const isInside = segments.length > 0 && segments.every((segment) => !/^\.+$|^\.git$|^\.lectern$|[. ]$/iu.test(segment));
  return isInside ? segments.join('/') : undefined;
}
