/**
 * The way from one file to another, with slashes.
 *
 * @param from absolute path of the file that will hold the link
 * @param to absolute path of the file it leads to
 */
export function relativePath(from: string, to: string): string {
  const start = from.split('/').slice(0, -1);
  const target = to.split('/');
  let shared = 0;
  while (shared < start.length && shared < target.length - 1 && start[shared] === target[shared]) {
    shared++;
  }
  return [...start.slice(shared).map(() => '..'), ...target.slice(shared)].join('/');
}
