import * as vscode from 'vscode';
import { demosForTitle, type DemoSlug } from '../../core/catalog/catalog';
import type { Annotation } from '../../core/annotations/annotation';
import type { Paper } from '../../core/papers/paper';
import type { SearchHit } from '../../core/search/hit';
import type { MatchReason } from '../../core/search/match-reasons';
import type { SavedSearch } from '../../core/search/saved-searches';
import { formatDay, formatMoment } from '../../platform/dates';
import type { AnnotationHit, KeptRun, NoteHit, NoteSummary, PaperHit, RunHit } from '../../platform/stores';
import type { RowButtons } from './buttons';
import { markMatches } from './mark-matches';

/** UTF-16 units of a quotation in a row, and of those how many before what matched. */
const MOST_OF_QUOTE = 100;
const LEAD = 30;

/** What a row stands for. */
export type Target =
  | { readonly kind: 'paper'; readonly paper: Paper; readonly demo?: DemoSlug }
  | { readonly kind: 'note'; readonly note: NoteSummary }
  | { readonly kind: 'run'; readonly run: KeptRun }
  | { readonly kind: 'annotation'; readonly annotation: Annotation }
  | { readonly kind: 'saved'; readonly search: SavedSearch }
  /** Another query to search for. */
  | { readonly kind: 'query'; readonly query: string };

export interface SearchItem extends vscode.QuickPickItem {
  /** None for a heading or a remark. */
  readonly target?: Target;
}

export function paperItem(paper: Paper, buttons: RowButtons): SearchItem {
  const demo = demosForTitle(paper.title)[0]?.slug;
  return {
    label: paper.title,
    description: facts(paper).join(' · '),
    buttons: [buttons.side, ...(demo === undefined ? [] : [buttons.demo]), buttons.note],
    target: { kind: 'paper', paper, ...(demo === undefined ? {} : { demo }) },
  };
}

/** A paper with the words that matched, and why it was found where they do not show it. */
export function paperHitItem({ paper, hit, reasons }: PaperHit, buttons: RowButtons): SearchItem {
  return { ...paperItem(paper, buttons), detail: detailOf(hit, reasons), alwaysShow: true };
}

export function noteItem({ note, hit }: NoteHit, buttons: RowButtons): SearchItem {
  return {
    label: note.title,
    description: note.path,
    detail: detailOf(hit),
    iconPath: new vscode.ThemeIcon('note'),
    buttons: [buttons.side],
    alwaysShow: true,
    target: { kind: 'note', note },
  };
}

export function runItem({ run, hit }: RunHit, buttons: RowButtons): SearchItem {
  return {
    label: run.record.title,
    description: formatMoment(run.record.kept),
    detail: detailOf(hit),
    iconPath: new vscode.ThemeIcon('beaker'),
    buttons: [buttons.side],
    alwaysShow: true,
    target: { kind: 'run', run },
  };
}

/** A thread by the words it is on, else by what it says; both with what matched. */
export function annotationItem({ thread: { first }, paper, hit }: AnnotationHit, buttons: RowButtons): SearchItem {
  const quote = first.target?.exact;
  const comment = first.comment.replace(/\s+/gu, ' ').trim();
  return {
    label: quote === undefined ? shortened(comment, 0) : `“${shortened(markMatches(quote, hit.title), hit.title[0]?.start ?? 0)}”`,
    description: [paper?.title ?? first.paper, ...first.tags.map((tag) => `#${tag}`)].join(' · '),
    detail: detailOf(hit),
    iconPath: new vscode.ThemeIcon(first.generator === undefined ? 'comment' : 'hubot'),
    buttons: [buttons.side],
    alwaysShow: true,
    target: { kind: 'annotation', annotation: first },
  };
}

export function savedItem(search: SavedSearch, buttons: RowButtons): SearchItem {
  return {
    label: search.name,
    description: search.query,
    iconPath: new vscode.ThemeIcon('bookmark'),
    buttons: [buttons.filter, buttons.rename, buttons.remove],
    target: { kind: 'saved', search },
  };
}

export function heading(label: string): SearchItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

/** As much of a text as a row has room for, with the place that is to be seen. */
function shortened(text: string, place: number): string {
  const from = place < MOST_OF_QUOTE - LEAD ? 0 : place - LEAD;
  const cut = text.slice(from, from + MOST_OF_QUOTE).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/gu, '');
  return `${from > 0 ? '…' : ''}${cut}${from + MOST_OF_QUOTE < text.length ? '…' : ''}`;
}

function detailOf({ corrections, snippet }: SearchHit, reasons: readonly MatchReason[] = []): string {
  // In front of the snippet: the end of a long row is cut off.
  const why = [...corrections.map(({ typed, found }) => vscode.l10n.t('{0} found as {1}', typed, found)), ...reasons.map(reasonWords)];
  return [...why, markMatches(snippet.text, snippet.ranges)].filter((part) => part !== '').join(' · ');
}

function reasonWords({ kind, typed, found }: MatchReason): string {
  return kind === 'alias' ? `${typed} → ${found}` : vscode.l10n.t('{0}: by {1}', typed, found);
}

function facts({ published, year, organisation }: Paper): string[] {
  const date = published === undefined ? year?.toString() : formatDay(published);
  return [...(date === undefined ? [] : [date]), ...(organisation ? [organisation.name] : [])];
}
