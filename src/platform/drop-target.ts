import * as vscode from 'vscode';
import { Owned } from './owned';

const URI_LIST = 'text/uri-list';
const PLAIN = 'text/plain';
/** What VS Code calls files from outside it. */
const FILES = 'files';

const WEB = /^https?:/iu;

/** Something the user let go of over a tree. */
export type Dropped =
  /** Links are web addresses as they were written: a URI would not give them back to the letter. */
  | { readonly kind: 'uris'; readonly uris: readonly vscode.Uri[]; readonly links: readonly string[] }
  | { readonly kind: 'files'; readonly files: readonly vscode.DataTransferFile[] }
  | { readonly kind: 'text'; readonly text: string };

/** Makes any tree a place to drop files, links and text on, for a feature that does not know the tree. */
export class DropTarget implements vscode.TreeDragAndDropController<unknown>, vscode.Disposable {
  readonly dropMimeTypes = [URI_LIST, FILES, PLAIN];
  readonly dragMimeTypes = [];

  private readonly owned = new Owned();
  private readonly dropped = this.owned.add(new vscode.EventEmitter<Dropped>());
  readonly onDidDrop = this.dropped.event;

  dispose(): void {
    this.owned.dispose();
  }

  async handleDrop(_row: unknown, data: vscode.DataTransfer, token: vscode.CancellationToken): Promise<void> {
    const dropped = await readDrop(data);
    if (dropped !== undefined && !token.isCancellationRequested) {
      this.dropped.fire(dropped);
    }
  }
}

/** The same thing is often there in several forms: a file as its URI, its bytes and its path. The first that tells most counts. */
async function readDrop(data: vscode.DataTransfer): Promise<Dropped | undefined> {
  const listed = parseUriList((await data.get(URI_LIST)?.asString()) ?? '');
  const links = listed.filter((line) => WEB.test(line));
  const uris = listed.filter((line) => !WEB.test(line)).flatMap(parseUri);
  if (uris.length > 0 || links.length > 0) {
    return { kind: 'uris', uris, links };
  }
  const files: vscode.DataTransferFile[] = [];
  for (const [, item] of data) {
    const file = item.asFile();
    if (file !== undefined) {
      files.push(file);
    }
  }
  if (files.length > 0) {
    const known = files.flatMap(({ uri }) => uri ?? []);
    return known.length === files.length ? { kind: 'uris', uris: known, links: [] } : { kind: 'files', files };
  }
  const text = (await data.get(PLAIN)?.asString()) ?? '';
  return text.trim() === '' ? undefined : { kind: 'text', text };
}

/** Lines of a `text/uri-list` without its comments (RFC 2483, section 5). */
function parseUriList(list: string): readonly string[] {
  const lines = list.split(/\r?\n/u).map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('#'));
}

/** Nothing for a line that is no URI. */
function parseUri(line: string): readonly vscode.Uri[] {
  try {
    return [vscode.Uri.parse(line, true)];
  } catch {
    return []; // The parser has no other way to say so.
  }
}
