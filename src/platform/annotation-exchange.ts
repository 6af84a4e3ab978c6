import * as vscode from 'vscode';
import type { TextTarget } from '../core/anchors/text-target';
import type { AnnotationFormat } from '../core/annotations/exchange/annotation-format';
import type { ExportedPaper } from '../core/annotations/exchange/exported-paper';
import type { ReadAnnotations } from '../core/annotations/exchange/foreign-annotation';
import type { PlacesSought } from '../core/annotations/exchange/place-annotations';
import { askWorker, type AskContext, type FailureWords } from './ask-worker';

/** Reads and writes annotations in the forms of other programs, in a worker. */
export interface AnnotationExchange {
  /**
   * Reads a file of annotations, whatever its form.
   *
   * @throws ReaderError when reading takes more memory than there is, or the host has no worker
   * @throws vscode.CancellationError
   */
  read(bytes: Uint8Array, token: vscode.CancellationToken): Promise<ReadAnnotations>;
  /** Where quotations stand in abstracts; `null` for those that are not surely there. */
  place(sought: readonly PlacesSought[], token: vscode.CancellationToken): Promise<readonly (readonly (TextTarget | null)[])[]>;
  write(papers: readonly ExportedPaper[], format: AnnotationFormat): Promise<string>;
}

export function annotationExchange(context: AskContext): AnnotationExchange {
  const words = (): FailureWords => ({
    noWorker: vscode.l10n.t('Annotations cannot be imported or exported here: this VS Code gives extensions no worker to do it in.'),
    noMemory: vscode.l10n.t('The annotations take more memory than there is. Try with fewer at a time.'),
  });
  return {
    read: (bytes, token) => askWorker(context, 'readAnnotations', { bytes, now: new Date().toISOString() }, words(), token),
    place: (sought, token) => askWorker(context, 'placeTargets', { sought }, words(), token),
    write: (papers, format) => askWorker(context, 'writeAnnotations', { papers, format }, words()),
  };
}
