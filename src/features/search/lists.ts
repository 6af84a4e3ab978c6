import * as vscode from 'vscode';
import type { Paper } from '../../core/papers/paper';
import type { SavedSearch } from '../../core/search/saved-searches';
import { withoutRanges, type SearchQuery } from '../../core/search/search-query';
import type { PaperAnswer, RecordAnswer } from '../../platform/stores';
import type { RowButtons } from './buttons';
import { annotationItem, heading, noteItem, paperHitItem, paperItem, runItem, savedItem, type SearchItem } from './items';
import { queryWords } from './query-words';

/** What is listed while nothing is typed. */
export function startList(searches: readonly SavedSearch[], papers: readonly Paper[], buttons: RowButtons): readonly SearchItem[] {
  return [
    ...section(vscode.l10n.t('Saved searches'), searches.map((search) => savedItem(search, buttons))),
    ...section(vscode.l10n.t('Papers'), papers.map((paper) => paperItem(paper, buttons))),
  ];
}

/** What was found, by kind; what was understood and what to try when nothing was. */
export function answerList({ papers, understood }: PaperAnswer, { notes, runs, annotations }: RecordAnswer, buttons: RowButtons): readonly SearchItem[] {
  const found = [
    ...section(vscode.l10n.t('Papers'), papers.map((hit) => paperHitItem(hit, buttons))),
    ...section(vscode.l10n.t('Notes'), notes.map((hit) => noteItem(hit, buttons))),
    ...section(vscode.l10n.t('Annotations'), annotations.map((hit) => annotationItem(hit, buttons))),
    ...section(vscode.l10n.t('Runs'), runs.map((hit) => runItem(hit, buttons))),
  ];
  return found.length > 0 ? found : nothingFound(understood);
}

function section(name: string, items: readonly SearchItem[]): readonly SearchItem[] {
  return items.length === 0 ? [] : [heading(name), ...items];
}

function nothingFound(understood: SearchQuery): readonly SearchItem[] {
  const { typed, text, conditions, facets } = understood;
  const pieces = [...conditions, ...facets].sort((one, other) => one.range.start - other.range.start);
  const words = text.replace(/["“”]/gu, ' ').replace(/\s+/gu, ' ').trim();
  const remark: SearchItem = {
    label: vscode.l10n.t('Nothing was found'),
    detail: [...(words === '' ? [] : [vscode.l10n.t('words: {0}', words)]), ...queryWords(understood)].join(' · '),
    iconPath: new vscode.ThemeIcon('info'),
    alwaysShow: true,
  };
  const less = pieces.map(({ range }) => suggestion(vscode.l10n.t('Search without {0}', typed.slice(range.start, range.end)), withoutRanges(understood, [range])));
  const plain = pieces.length > 1 && words !== '' ? [suggestion(vscode.l10n.t('Search for the words alone: {0}', words), words)] : [];
  return [remark, ...[...less, ...plain].filter(({ target }) => target?.kind === 'query' && target.query !== '')];
}

function suggestion(label: string, query: string): SearchItem {
  return { label, iconPath: new vscode.ThemeIcon('search'), alwaysShow: true, target: { kind: 'query', query } };
}
