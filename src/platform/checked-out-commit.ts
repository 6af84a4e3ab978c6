import * as vscode from 'vscode';

/** What is used of the API of VS Code's Git extension, version 1. */
interface GitApi {
  getRepository(uri: vscode.Uri): { readonly state: { readonly HEAD?: { readonly commit?: string } | undefined } } | null;
}

/** The commit that is checked out where a file is; `undefined` where VS Code's Git extension is not there, not started or turned off. */
export function checkedOutCommit(uri: vscode.Uri): string | undefined {
  const git = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
  try {
    return git?.isActive === true ? git.exports.getAPI(1).getRepository(uri)?.state.HEAD?.commit : undefined;
  } catch {
    // Turned off by its setting, it throws. The commit is a help for the reader and no more.
    return undefined;
  }
}
