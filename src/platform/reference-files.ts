import * as vscode from 'vscode';
import { ignoreRules, type IgnoreRules } from '../core/references/ignore-rules';
import { isNotFound } from './files';

/** In bytes. Larger files are data. */
const LARGEST = 1024 * 1024;

/** A zero byte among so many first ones says that a file is no text; so Git decides. */
const TOLD_BY = 8000;

/** More `.gitignore` files than any tree that is worked on has. */
const MOST_GITIGNORES = 1000;

/** VS Code counts before `.gitignore` is applied. Where that leaves many out, so many times more are asked for, until there are so many to a file. */
const ASK_FOR_MORE = 4;
const MOST_LEFT_OUT = 16;

/** What Lectern keeps names papers and cites none. */
const OURS = '.lectern';

/** The files of a workspace folder that may cite papers: those that no setting and no `.gitignore` leaves out. */
export class ReferenceFiles {
  private constructor(
    readonly folder: vscode.WorkspaceFolder,
    private readonly globs: readonly string[],
    private readonly rules: IgnoreRules,
  ) {}

  static async of(folder: vscode.WorkspaceFolder, token: vscode.CancellationToken): Promise<ReferenceFiles> {
    const globs = [OURS, ...['files.exclude', 'search.exclude'].flatMap((setting) => globsOf(setting, folder))];
    const found = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, '**/.gitignore'), braced(globs), MOST_GITIGNORES, token);
    const texts = await Promise.all(
      found.map(async (uri): Promise<readonly [string, string]> => [pathIn(folder, uri).replace(/\/?\.gitignore$/u, ''), (await textOf(uri)) ?? '']),
    );
    return new ReferenceFiles(folder, globs, ignoreRules({ globs, gitignores: new Map(texts) }));
  }

  /** Up to `most` files, from `within` where it is given, and whether these are all. Those that are left out do not count. */
  async list(most: number, token: vscode.CancellationToken, within: vscode.Uri = this.folder.uri): Promise<{ readonly uris: readonly vscode.Uri[]; readonly isWhole: boolean }> {
    for (let asked = most + 1; ; asked *= ASK_FOR_MORE) {
      const found = await vscode.workspace.findFiles(new vscode.RelativePattern(within, '**/*'), braced(this.globs), asked, token);
      const uris = found.filter((uri) => this.includes(uri));
      const isAll = found.length < asked;
      if (isAll || uris.length > most || asked >= most * MOST_LEFT_OUT) {
        return { uris: uris.slice(0, most), isWhole: isAll && uris.length <= most };
      }
    }
  }

  /** Files of a name, wherever they are, up to `most`. */
  async named(name: string, most: number, token?: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
    const pattern = `**/${name.replace(/[[\]{}*?!,]/gu, '?')}`;
    const found = await vscode.workspace.findFiles(new vscode.RelativePattern(this.folder, pattern), braced(this.globs), most, token);
    return found.filter((uri) => this.includes(uri));
  }

  includes(uri: vscode.Uri): boolean {
    const path = pathIn(this.folder, uri);
    return path !== '' && !this.rules.ignores(path);
  }
}

/** The text of a file: as an editor has it where that is not saved, else from the disk. `undefined` where there is none to read. */
export async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const name = uri.toString();
  const open = vscode.workspace.textDocuments.find((document) => document.isDirty && document.uri.toString() === name);
  if (open) {
    return open.getText();
  }
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.File) === 0 || size > LARGEST) {
      return undefined;
    }
    const bytes = await vscode.workspace.fs.readFile(uri);
    return bytes.subarray(0, TOLD_BY).includes(0) ? undefined : new TextDecoder().decode(bytes);
  } catch (error) {
    if (isNotFound(error)) {
      return undefined;
    }
    throw error;
  }
}

/** Path relative to the folder, with slashes; `''` for what is not in it. */
export function pathIn({ uri: { path } }: vscode.WorkspaceFolder, uri: vscode.Uri): string {
  const base = path.endsWith('/') ? path : `${path}/`;
  return uri.path.startsWith(base) ? uri.path.slice(base.length) : '';
}

/** The globs that are set, without those that depend on a file beside. */
function globsOf(setting: string, folder: vscode.WorkspaceFolder): readonly string[] {
  const globs = vscode.workspace.getConfiguration(undefined, folder).get<Readonly<Record<string, unknown>>>(setting, {});
  return Object.entries(globs).flatMap(([glob, set]) => (set === true && glob !== '' ? [glob.replace(/\/$/u, '')] : []));
}

function braced(globs: readonly string[]): string {
  return `{${globs.flatMap((glob) => [glob, `${glob}/**`]).join(',')}}`;
}
