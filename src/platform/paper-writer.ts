import * as vscode from 'vscode';
import type { WrittenForm } from '../core/citations/export-formats';
import type { Paper } from '../core/papers/paper';
import { askWorker, type AskContext } from './ask-worker';
import type { PaperWriter } from './stores';

/** Writes papers in a worker that ends with it: a whole library as text takes hundreds of megabytes. */
export function paperWriter(context: AskContext): PaperWriter {
  return {
    writePapers: (papers: readonly Paper[], form: WrittenForm) =>
      askWorker(context, 'write', { papers, form }, {
        noWorker: vscode.l10n.t('Papers cannot be exported here: this VS Code gives extensions no worker to write them in.'),
        noMemory: vscode.l10n.t('So many papers take more memory than there is for an export. Export fewer at a time.'),
      }),
  };
}
