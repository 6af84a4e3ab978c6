import * as vscode from 'vscode';
import type { PaperKey } from '../../core/papers/paper';
import type { Log } from '../../platform/log';
import type { SimilarPapers } from '../../platform/stores';
import type { SimilarView } from '../../protocol/reader-around';

const MOST_SIMILAR = 6;

/** What the Reader is told of papers like one; `undefined` when that could not be found out, which the log explains. */
export async function similarView(key: PaperKey, source: SimilarPapers, log: Log): Promise<readonly SimilarView[] | undefined> {
  try {
    const found = await source.similar(key, MOST_SIMILAR);
    return found.map(({ paper, shared }) => ({ key: paper.key, title: paper.title, shared }));
  } catch (error) {
    if (!(error instanceof vscode.CancellationError)) {
      log.warn(`Similar papers: ${String(error)}`);
    }
    return undefined;
  }
}
