import * as vscode from 'vscode';
import { demosForTitle, type DemoSlug } from '../../core/catalog/catalog';
import type { Arrangement } from '../../core/papers/arrange';
import type { Library } from '../../core/papers/library';
import type { Paper } from '../../core/papers/paper';
import type { SearchHit } from '../../core/search/engine';
import { formatDay } from '../../platform/dates';
import type { ActionButtons } from './action-buttons';
import { markMatches } from './mark-matches';

export interface PaperItem extends vscode.QuickPickItem {
  readonly paper: Paper;
  readonly demo: DemoSlug | undefined;
}

/** Every paper, in the order of the tree, when nothing is typed yet. */
export function browseItems(library: Library, arrangement: Arrangement, buttons: ActionButtons): readonly PaperItem[] {
  return arrangement.order.flatMap((key) => {
    const paper = library.paper(key);
    return paper ? [paperItem(paper, buttons)] : [];
  });
}

/** The hits as ranked, each with the words that matched and what was taken for a typo. */
export function hitItems(library: Library, hits: readonly SearchHit[], buttons: ActionButtons): readonly PaperItem[] {
  return hits.flatMap((hit) => {
    const paper = library.paper(hit.key);
    if (!paper) {
      return [];
    }
    // In front of the snippet: the end of a long row is cut off.
    const corrected = hit.corrections.map(({ typed, found }) => vscode.l10n.t('{0} found as {1}', typed, found));
    const detail = [...corrected, markMatches(hit.snippet.text, hit.snippet.ranges)].join(' · ');
    return [{ ...paperItem(paper, buttons), detail, alwaysShow: true }];
  });
}

function paperItem(paper: Paper, buttons: ActionButtons): PaperItem {
  const demo = demosForTitle(paper.title)[0]?.slug;
  return {
    label: paper.title,
    description: facts(paper).join(' · '),
    buttons: [buttons.side, ...(demo ? [buttons.demo] : []), buttons.note],
    paper,
    demo,
  };
}

function facts(paper: Paper): string[] {
  return [...(paper.published ? [formatDay(paper.published)] : []), ...(paper.organisation ? [paper.organisation.name] : [])];
}
