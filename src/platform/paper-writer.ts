import * as vscode from 'vscode';
import type { WrittenForm } from '../core/citations/export-formats';
import type { Paper } from '../core/papers/paper';
import { ReaderError } from './errors';
import type { Log } from './log';
import type { PaperWriter } from './stores';
import { WorkerConnection, WorkerEndedError } from './worker-connection';

/** Writes papers in a worker that ends with it: a whole library as text takes hundreds of megabytes. */
export class WorkerPaperWriter implements PaperWriter {
  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly log: Log,
  ) {}

  async writePapers(papers: readonly Paper[], form: WrittenForm): Promise<string> {
    const connection = await WorkerConnection.start(this.extensionUri, {
      onInProcess() {
        throw new ReaderError(vscode.l10n.t('Papers cannot be exported here: this VS Code gives extensions no worker to write them in.'));
      },
      onEnd: () => undefined,
    });
    try {
      return await connection.call('write', { papers, form });
    } catch (error) {
      if (error instanceof WorkerEndedError) {
        this.log.warn(`Writing ${papers.length} papers ended the worker: ${error.message}`);
        throw new ReaderError(vscode.l10n.t('So many papers take more memory than there is for an export. Export fewer at a time.'));
      }
      throw error;
    } finally {
      connection.dispose();
    }
  }
}
