import * as vscode from 'vscode';
import { ReaderError } from './errors';
import { readText } from './files';
import type { PageName, PageText } from './page';

/** What the build made of the bundled digest, of the lexicon of topics, of the categories of arXiv, or of the statements of demos, as JSON. */
export async function readBuilt(extensionUri: vscode.Uri, name: 'library.json' | 'topics.json' | 'arxiv-categories.json' | 'demo-statements.json'): Promise<unknown> {
  return JSON.parse(await readBuiltText(extensionUri, 'digest', name)) as unknown;
}

/** The code and the style of a page, which `pageHtml` can put into the HTML itself. */
export async function readPageText(extensionUri: vscode.Uri, page: PageName): Promise<PageText> {
  const [script, icons, style] = await Promise.all([
    readBuiltText(extensionUri, 'webview', `${page}.js`),
    readBuiltText(extensionUri, 'webview', 'codicon.css'),
    readBuiltText(extensionUri, 'webview', `${page}.css`),
  ]);
  return { script, style: icons + style };
}

/** What the build made of the bundled digest, as bytes; rejects when it is not there. */
export async function readBuiltBytes(extensionUri: vscode.Uri, name: 'search.bin'): Promise<Uint8Array> {
  return vscode.workspace.fs.readFile(builtFile(extensionUri, 'digest', name));
}

async function readBuiltText(extensionUri: vscode.Uri, folder: string, name: string): Promise<string> {
  const uri = builtFile(extensionUri, folder, name);
  const text = await readText(uri);
  if (text === undefined) {
    throw new ReaderError(vscode.l10n.t('A part of Lectern is missing: {0}. Install the extension again.', uri.path));
  }
  return text;
}

function builtFile(extensionUri: vscode.Uri, folder: string, name: string): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'dist', folder, name);
}
