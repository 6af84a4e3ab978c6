import * as vscode from 'vscode';
import type { PaperAnswer, SearchProgress } from '../../platform/stores';
import { queryWords } from './query-words';

/** What the search is, what was understood of the query, and that not all is indexed yet while it is so. */
export function searchTitle(answer: Pick<PaperAnswer, 'understood' | 'from' | 'complete'> | undefined, progress: SearchProgress | undefined): string {
  const name = vscode.l10n.t('Search Papers');
  if (!answer) {
    return name;
  }
  const isWhole = answer.from === 'index' && answer.complete;
  return [name, ...queryWords(answer.understood), ...(isWhole ? [] : [indexingWords(progress)])].join(' · ');
}

function indexingWords(progress: SearchProgress | undefined): string {
  return progress
    ? vscode.l10n.t('searching {0} of {1} papers while indexing', progress.indexed, progress.total)
    : vscode.l10n.t('searching while indexing');
}
