import * as vscode from 'vscode';
import { Owned } from './owned';

const URI_LIST = 'text/uri-list';
const PLAIN = 'text/plain';
/** What VS Code calls files from outside it. */
const FILES = 'files';

/** Something the user let go of over a tree. */
export type Dropped =
  | { readonly kind: 'uris'; readonly uris: readonly vscode.Uri[] }
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
  const uris = parseUriList((await data.get(URI_LIST)?.asString()) ?? '');
  if (uris.length > 0) {
    return { kind: 'uris', uris };
  }
  const files: vscode.DataTransferFile[] = [];
  for (const [, item] of data) {
    files.push(...[item.asFile()].flatMap((file) => file ?? []));
  }
  if (files.length > 0) {
    const known = files.flatMap(({ uri }) => uri ?? []);
    return known.length === files.length ? { kind: 'uris', uris: known } : { kind: 'files', files };
  }
  const text = (await data.get(PLAIN)?.asString()) ?? '';
  return text.trim() === '' ? undefined : { kind: 'text', text };
}

/** Lines of a `text/uri-list` (RFC 2483, section 5); those that are no URI are left out. */
function parseUriList(list: string): readonly vscode.Uri[] {
  const lines = list.split(/\r?\n/u).map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('#')).flatMap((line) => {
    try {
      return [vscode.Uri.parse(line, true)];
    } catch {
      return []; // The parser has no other way to say that this is no URI.
    }
  });
}
