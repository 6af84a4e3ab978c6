import * as vscode from 'vscode';
import { LARGEST_ANNOTATIONS_FILE, MOST_ANNOTATIONS } from '../../core/annotations/exchange/exchange-limits';
import type { ReadAnnotations } from '../../core/annotations/exchange/foreign-annotation';
import type { AnnotationExchange } from '../../platform/annotation-exchange';
import { ReaderError } from '../../platform/errors';
import { displayPath, readBytes } from '../../platform/files';
import { statOf } from '../../platform/folders';

const MEGABYTE = 1024 * 1024;

/** A file with what is in it. */
export interface ReadFile {
  readonly uri: vscode.Uri;
  readonly read: ReadAnnotations;
}

/**
 * Reads files one after another. One that cannot be read does not stop the others: it holds nothing but the reason.
 *
 * @throws vscode.CancellationError
 */
export async function readFiles(
  uris: readonly vscode.Uri[],
  exchange: AnnotationExchange,
  progress: vscode.Progress<{ readonly message: string; readonly increment: number }>,
  token: vscode.CancellationToken,
): Promise<readonly ReadFile[]> {
  const files: ReadFile[] = [];
  let count = 0;
  for (const uri of uris) {
    progress.report({ message: displayPath(uri), increment: 100 / uris.length });
    const read = await readOne(uri, exchange, token);
    count += read.annotations.length;
    files.push({ uri, read: count > MOST_ANNOTATIONS ? refused(tooMany()) : read });
  }
  return files;
}

async function readOne(uri: vscode.Uri, exchange: AnnotationExchange, token: vscode.CancellationToken): Promise<ReadAnnotations> {
  try {
    const size = (await statOf(uri))?.size ?? 0;
    if (size > LARGEST_ANNOTATIONS_FILE) {
      return refused(
        vscode.l10n.t('It has {0} MB, and Lectern reads up to {1} MB at once. Export fewer annotations at a time.', Math.ceil(size / MEGABYTE), LARGEST_ANNOTATIONS_FILE / MEGABYTE),
      );
    }
    const bytes = await readBytes(uri);
    return bytes === undefined ? refused(vscode.l10n.t('{0} is not there any more.', displayPath(uri))) : await exchange.read(bytes, token);
  } catch (error) {
    if (error instanceof ReaderError) {
      return refused(error.message);
    }
    throw error;
  }
}

function tooMany(): string {
  return vscode.l10n.t('The files before it hold as many annotations as Lectern imports at once. Import it on its own.');
}

function refused(reason: string): ReadAnnotations {
  return { documents: [], annotations: [], problems: [{ line: 1, number: 1, reason, severity: 'rejected' }] };
}
