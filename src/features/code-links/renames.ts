import * as vscode from 'vscode';
import type { CodeTarget } from '../../core/anchors/code-target';
import { annotationsIn } from '../../core/annotations/threads';
import { statOf } from '../../platform/folders';
import { pathIn } from '../../platform/reference-files';
import type { Annotations } from '../../platform/stores';

/** Where a file or a folder was and is, relative to their workspace folders. */
interface Rename {
  readonly from: string;
  readonly to: string;
}

/** A rename in VS Code is the user's own: links follow it. Of one made elsewhere the link says that its code moved. */
export async function followRenames(annotations: Annotations, { files }: vscode.FileRenameEvent): Promise<void> {
  const renames = (await Promise.all(files.map(renameOf))).flat();
  const threads = renames.length === 0 ? [] : [...(await annotations.all()).values()].flat();
  for (const annotation of threads.flatMap(annotationsIn)) {
    const code = annotation.code?.map((target) => renamed(target, renames));
    if (code?.some((target, index) => target !== annotation.code?.[index])) {
      await annotations.change(annotation, { code });
    }
  }
}

async function renameOf({ oldUri, newUri }: { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }): Promise<readonly Rename[]> {
  const [before, after] = [oldUri, newUri].map((uri) => vscode.workspace.getWorkspaceFolder(uri));
  if (before === undefined || after === undefined) {
    return [];
  }
  const from = pathIn(before, oldUri);
  // A link names no folder: where another one has the same path, the link may mean that.
  const others = (vscode.workspace.workspaceFolders ?? []).filter((folder) => folder !== before);
  const same = await Promise.all(others.map((folder) => statOf(vscode.Uri.joinPath(folder.uri, from))));
  return same.some((stat) => stat !== undefined) ? [] : [{ from, to: pathIn(after, newUri) }];
}

function renamed(target: CodeTarget, renames: readonly Rename[]): CodeTarget {
  const rename = renames.find(({ from }) => target.path === from || target.path.startsWith(`${from}/`));
  return rename === undefined ? target : { ...target, path: rename.to + target.path.slice(rename.from.length) };
}
