import * as vscode from 'vscode';
import { ReaderError } from './errors';
import { readText } from './files';

/** What the build made of the bundled digest, or of the lexicon of topics, as JSON. */
export async function readBuilt(extensionUri: vscode.Uri, name: 'library.json' | 'topics.json'): Promise<unknown> {
  const uri = builtFile(extensionUri, name);
  const text = await readText(uri);
  if (text === undefined) {
    throw new ReaderError(vscode.l10n.t('A part of Lectern is missing: {0}. Install the extension again.', uri.path));
  }
  return JSON.parse(text) as unknown;
}

/** What the build made of the bundled digest, as bytes; rejects when it is not there. */
export async function readBuiltBytes(extensionUri: vscode.Uri, name: 'search.bin'): Promise<Uint8Array> {
  return vscode.workspace.fs.readFile(builtFile(extensionUri, name));
}

function builtFile(extensionUri: vscode.Uri, name: string): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', 'digest', name);
}
