import type * as vscode from 'vscode';
import type { DemoSlug } from '../core/catalog/demo-entry';
import type { DemoStatements } from '../core/catalog/measure';
import { parseStatements } from '../core/catalog/parse-statements';
import { readBuilt } from './built-files';

/** What each demo does with the statements of its papers, which is a file of the build. */
export async function loadStatements(extensionUri: vscode.Uri): Promise<Readonly<Record<DemoSlug, DemoStatements>>> {
  return parseStatements(await readBuilt(extensionUri, 'demo-statements.json'));
}
