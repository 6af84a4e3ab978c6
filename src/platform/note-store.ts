import * as vscode from 'vscode';
import { additionTo } from '../core/notes/addition';
import type { Paper } from '../core/papers/paper';
import { isoWithZone } from '../core/runs/run-id';
import { ReaderError } from './errors';
import { createWhole, displayPath, readText, withFileLock, writeWhole } from './files';
import { entriesOf, statOf } from './folders';
import { inTurn } from './in-turn';
import type { Log } from './log';
import { Owned } from './owned';
import { Queue } from './queue';
import { currentRecordFolders, type RecordFolders } from './record-folders';
import { MOST_RECORDS, RecordList } from './record-list';
import type { Notes, NoteSummary } from './stores';

/** Longest note that is looked into, in bytes. */
const LONGEST_NOTE = 1024 * 1024;

/** How deep the notes folder is looked through. */
const DEEPEST_FOLDER = 8;

/** How many names are tried for a new note before giving up. */
const MOST_ATTEMPTS = 100;

/** The user's notes: Markdown files in the notes folder of each workspace folder. */
export class NoteStore implements Notes, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly notes: RecordList<NoteSummary>;
  readonly onDidChange: vscode.Event<void>;

  private readonly creations = new Queue();

  constructor(
    private readonly storage: vscode.Uri,
    log: Log,
  ) {
    const kind = { watched: watchedPaths, find: ({ notes }: RecordFolders) => markdownFiles(notes), read: summaryOf };
    this.notes = this.owned.add(new RecordList(kind, storage, log));
    this.onDidChange = this.notes.onDidChange;
  }

  dispose(): void {
    this.owned.dispose();
  }

  list(): Promise<readonly NoteSummary[]> {
    return this.notes.list();
  }

  open(paper: Paper): Promise<NoteSummary> {
    // One after another, so that asking twice in a row makes one note.
    return this.creations.run(async () => {
      const notes = await this.list();
      return notes.find((note) => note.paper === paper.key) ?? (await this.namedOrNew(paper));
    });
  }

  append(note: NoteSummary, markdown: string): Promise<void> {
    const key = note.uri.toString();
    return inTurn(`append to ${key}`, async () => {
      // An editor without unsaved words shows what is on disk, where another window may be adding something too.
      const unsaved = vscode.workspace.textDocuments.find((document) => document.isDirty && !document.isClosed && document.uri.toString() === key);
      await (unsaved ? appendInEditor(unsaved, markdown) : appendInFile(note.uri, markdown));
      this.notes.touch(note.uri);
    });
  }

  /** The file that has the paper's name and is about no other paper, or a new one under the first free name. */
  private async namedOrNew(paper: Paper): Promise<NoteSummary> {
    const { noteFileName, paperNote } = await import('../core/notes/template');
    const folders = currentRecordFolders(this.storage);
    const text = paperNote(paper, { created: isoWithZone(new Date()).slice(0, 10) });
    await vscode.workspace.fs.createDirectory(folders.notes);
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      const uri = vscode.Uri.joinPath(folders.notes, noteFileName(paper.key, attempt));
      if ((await statOf(uri)) === undefined && (await createWhole(uri, text))) {
        this.notes.touch(uri);
      }
      const note = await summaryOf(uri, folders);
      if (note.paper === paper.key || (note.paper === undefined && attempt === 1)) {
        return note;
      }
    }
    throw new ReaderError(vscode.l10n.t('No free name was found for a note in {0}.', displayPath(folders.notes)));
  }
}

/** The notes folder itself too: when it goes, only that is told. A character that means something in a glob becomes "any". */
function watchedPaths({ notesPath }: RecordFolders): readonly string[] {
  const path = notesPath.replace(/[[\]{}*?!,]/gu, '?');
  return [path, `${path}/**`];
}

async function markdownFiles(folder: vscode.Uri, depth = 0): Promise<readonly vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  for (const { uri, name, isFolder, isLink } of await entriesOf(folder)) {
    if (found.length >= MOST_RECORDS) {
      break;
    }
    if (!isFolder && /\.(?:md|markdown)$/iu.test(name)) {
      found.push(uri);
    } else if (isFolder && !isLink && depth < DEEPEST_FOLDER && !name.startsWith('.') && name !== 'node_modules') {
      found.push(...(await markdownFiles(uri, depth + 1)));
    }
  }
  return found.slice(0, MOST_RECORDS);
}

async function summaryOf(uri: vscode.Uri, { base }: RecordFolders): Promise<NoteSummary> {
  const path = uri.path.slice(base.path.replace(/\/$/u, '').length + 1);
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/u, '');
  try {
    const { readNote } = await import('../core/notes/note'); // With it comes a YAML parser, which activation does not wait for.
    const { title = name, paper, problem } = readNote(await noteText(uri));
    return { uri, path, title, ...(paper === undefined ? {} : { paper }), ...(problem === undefined ? {} : { problem }) };
  } catch (error) {
    return { uri, path, title: name, problem: error instanceof Error ? error.message : String(error) };
  }
}

/** @throws ReaderError when it is too long to be looked into, or no text */
export async function noteText(uri: vscode.Uri): Promise<string> {
  const size = (await statOf(uri))?.size ?? 0;
  if (size > LONGEST_NOTE) {
    throw new ReaderError(vscode.l10n.t('{0} is longer than 1 MiB. Its front matter was not read.', displayPath(uri)));
  }
  return (await readText(uri)) ?? '';
}

/** Not saved: unsaved words are the user's to save or to throw away. */
async function appendInEditor(document: vscode.TextDocument, markdown: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const end = document.lineAt(document.lineCount - 1).range.end;
  edit.insert(document.uri, end, additionTo(document.getText(), markdown));
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new ReaderError(vscode.l10n.t('Nothing could be added to {0}: its editor refused the change.', displayPath(document.uri)));
  }
}

async function appendInFile(uri: vscode.Uri, markdown: string): Promise<void> {
  await withFileLock(uri, async () => {
    const text = await readText(uri);
    if (text === undefined) {
      throw gone(uri);
    }
    await writeWhole(uri, text + additionTo(text, markdown));
  });
}

function gone(uri: vscode.Uri): ReaderError {
  return new ReaderError(vscode.l10n.t('{0} is not there any more. Open the note again and repeat.', displayPath(uri)));
}
