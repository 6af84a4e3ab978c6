import * as vscode from 'vscode';
import { ReaderError } from '../../platform/errors';

/**
 * Opens a web or mail address outside. VS Code shows the address and asks first, unless the user trusts its domain.
 *
 * @throws ReaderError for an address of any other scheme
 */
export async function openExternal(url: string): Promise<void> {
  const uri = parse(url);
  if (!uri || !['https', 'http', 'mailto'].includes(uri.scheme.toLowerCase())) {
    throw new ReaderError(vscode.l10n.t('This link was not opened, because it is no web or mail address: {0}', url));
  }
  await vscode.env.openExternal(uri);
}

function parse(url: string): vscode.Uri | undefined {
  try {
    return vscode.Uri.parse(url, true);
  } catch {
    // The parser has no other way to say that this is no address.
    return undefined;
  }
}
