import ignore, { type Ignore } from 'ignore';

/** What a workspace folder leaves out. Paths are relative to it, with slashes. */
export interface IgnoreRules {
  readonly ignores: (path: string) => boolean;
}

export interface IgnoreSources {
  /** Globs of VS Code (`files.exclude`, `search.exclude`). */
  readonly globs: readonly string[];
  /** Each `.gitignore` by the folder it is in, `''` for the workspace folder itself. */
  readonly gitignores: ReadonlyMap<string, string>;
}

/** Reads globs and nested `.gitignore` files: one deeper down has the last word on what is below it. */
export function ignoreRules({ globs, gitignores }: IgnoreSources): IgnoreRules {
  const settings = rules(globs.flatMap(asGitignore));
  const byFolder = new Map<string, Ignore>([...gitignores].map(([folder, text]) => [folder, rules(text)]));
  const known = new Map<string, boolean>();

  // A file in an ignored folder is ignored, whatever a deeper file says: Git does not look there.
  const folderIgnored = (folder: string): boolean => {
    if (folder === '') {
      return false;
    }
    const before = known.get(folder);
    const ignored = before ?? (folderIgnored(parentOf(folder)) || entryIgnored(folder, '/'));
    known.set(folder, ignored);
    return ignored;
  };
  const entryIgnored = (path: string, mark: '' | '/'): boolean => {
    if (settings.ignores(path + mark)) {
      return true;
    }
    for (let folder = parentOf(path); ; folder = parentOf(folder)) {
      const verdict = byFolder.get(folder)?.test(folder === '' ? path + mark : path.slice(folder.length + 1) + mark);
      if (verdict?.ignored === true || verdict?.unignored === true) {
        return verdict.ignored;
      }
      if (folder === '') {
        return false;
      }
    }
  };
  return { ignores: (path) => folderIgnored(parentOf(path)) || entryIgnored(path, '') };
}

/** A folder may be named `...`, which is no way upwards. */
function rules(lines: string | readonly string[]): Ignore {
  return ignore({ allowRelativePaths: true }).add(lines);
}

/** The folder a path is in, `''` at the top. */
function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A glob of VS Code as lines of a `.gitignore`, which know no braces and match a bare name anywhere. */
function asGitignore(glob: string): readonly string[] {
  return expandBraces(glob).map((line) => (line.startsWith('**/') || line.startsWith('/') ? line : `/${line}`));
}

/** More alternatives than this are not written by hand. */
const MOST_ALTERNATIVES = 100;

function expandBraces(glob: string): readonly string[] {
  const done: string[] = [];
  const waiting = [glob];
  for (let next = waiting.pop(); next !== undefined && done.length + waiting.length < MOST_ALTERNATIVES; next = waiting.pop()) {
    const [whole, inner] = /\{([^{}]*)\}/u.exec(next) ?? [];
    if (whole === undefined || inner === undefined) {
      done.push(next);
    } else {
      const glued = next;
      waiting.push(...inner.split(',').map((part) => glued.replace(whole, () => part)));
    }
  }
  return done;
}
