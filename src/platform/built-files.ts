import * as vscode from 'vscode';
import { ReaderError } from './errors';
import { readText } from './files';

/** What the build made of the bundled digest, as JSON. */
export async function readBuilt(extensionUri: vscode.Uri, name: 'library.json' | 'search.json'): Promise<unknown> {
  const uri = vscode.Uri.joinPath(extensionUri, 'dist', 'digest', name);
  const text = await readText(uri);
  if (text === undefined) {
    throw new ReaderError(vscode.l10n.t('A part of Lectern is missing: {0}. Install the extension again.', uri.path));
  }
  return JSON.parse(text) as unknown;
}
