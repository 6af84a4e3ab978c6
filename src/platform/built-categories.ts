import type * as vscode from 'vscode';
import * as v from 'valibot';
import type { ArxivCategories } from '../core/feeds/arxiv-categories';
import { readBuilt } from './built-files';

/** The categories of arXiv, which are a file of the build. */
export async function loadCategories(extensionUri: vscode.Uri): Promise<ArxivCategories> {
  return v.parse(v.record(v.string(), v.string()), await readBuilt(extensionUri, 'arxiv-categories.json'));
}
