/**
 * The way from one file to another as a relative path with slashes, for a link in the first (`../.lectern/runs/…/run.json`).
 *
 * @param from absolute path of the file that links, with slashes
 * @param to absolute path of the linked file, with slashes
 */
export function relativePath(from: string, to: string): string {
  const start = from.split('/').slice(0, -1);
  const end = to.split('/');
  let shared = 0;
  while (shared < start.length && shared < end.length - 1 && start[shared] === end[shared]) {
    shared++;
  }
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared)].join('/');
}
