import * as vscode from 'vscode';
import { pause } from './pause';
import { ReferenceFiles } from './reference-files';

/** Files that are looked through, of all folders together: a page says so where there are more. */
export const MOST_FILES = 20_000;

/** Files that are read at a time. */
const AT_ONCE = 8;

export interface ListedFiles {
  readonly folders: readonly ReferenceFiles[];
  readonly uris: readonly vscode.Uri[];
  /** There are more than these. */
  readonly isCapped: boolean;
}

/** The files of the workspace that no setting and no `.gitignore` leaves out, up to `most`. */
export async function listFiles(most: number, token: vscode.CancellationToken): Promise<ListedFiles> {
  const folders = await Promise.all((vscode.workspace.workspaceFolders ?? []).map((folder) => ReferenceFiles.of(folder, token)));
  const lists = await Promise.all(folders.map((folder) => folder.list(most, token)));
  const all = [...new Map(lists.flatMap(({ uris }) => uris).map((uri) => [uri.toString(), uri])).values()];
  return { folders, uris: all.slice(0, most), isCapped: all.length > most || lists.some(({ isWhole }) => !isWhole) };
}

/**
 * Reads files, several at a time, and says how far it is.
 *
 * @throws vscode.CancellationError when the token was cancelled
 */
export async function scanFiles(
  uris: readonly vscode.Uri[],
  read: (uri: vscode.Uri) => Promise<unknown>,
  progress: vscode.Progress<{ readonly message: string }>,
  token: vscode.CancellationToken,
): Promise<void> {
  const waiting = uris.entries();
  const work = async () => {
    for (const [index, uri] of waiting) {
      if (index % 100 === 0) {
        progress.report({ message: vscode.l10n.t('{0} of {1} files', index, uris.length) });
        await pause();
      }
      if (token.isCancellationRequested) {
        throw new vscode.CancellationError();
      }
      await read(uri);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
