import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { NoteStore } from '../../src/platform/note-store';
import type { NoteSummary } from '../../src/platform/stores';

/** The extension under test, activated. */
export async function startExtension(): Promise<vscode.Extension<unknown>> {
  const extension = vscode.extensions.getExtension<unknown>('lectern.lectern');
  assert.ok(extension, 'the extension is installed');
  await extension.activate();
  return extension;
}

export function workspaceFolder(): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a folder is open');
  return folder.uri;
}

export async function read(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

export async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** Makes a folder that has nothing in it. */
export async function emptyFolder(folder: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.createDirectory(folder);
  for (const [name] of await vscode.workspace.fs.readDirectory(folder)) {
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, name), { recursive: true });
  }
}

/** Resolves when an event fires. */
export function next(event: vscode.Event<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const listening = event(() => {
      listening.dispose();
      resolve();
    });
  });
}

/** Resolves when something is so, looking again whenever the event fires; the test's time limit ends a wait in vain. */
export async function until(event: vscode.Event<unknown>, isSo: () => Promise<boolean>): Promise<void> {
  let told = next(event);
  while (!(await isSo())) {
    await told;
    told = next(event);
  }
}

export async function existing(store: NoteStore, path: string): Promise<NoteSummary> {
  const note = (await store.list()).find((one) => one.path === path);
  assert.ok(note, `${path} is listed`);
  return note;
}
