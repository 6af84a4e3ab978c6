import * as vscode from 'vscode';
import type { GroupLabel } from '../../core/papers/arrange';
import type { RangeLabel } from '../../core/papers/ranges';
import { formatMonth } from '../../platform/dates';

/** Longest part of a title that names an end of a range, in UTF-16 units. */
const LONGEST_END = 24;

/** The words for a group. */
export function groupLabel(label: GroupLabel): string {
  switch (label.kind) {
    case 'digest':
      return label.title;
    case 'topic':
      return label.name ?? vscode.l10n.t('Other topics');
    case 'year':
      return label.year ?? vscode.l10n.t('No date');
    case 'organisation':
      return label.name ?? vscode.l10n.t('No organisation');
    case 'status':
      return { unread: vscode.l10n.t('Unread'), reading: vscode.l10n.t('Reading'), read: vscode.l10n.t('Read') }[label.status];
    case 'tag':
      return label.name ?? vscode.l10n.t('No tags');
    case 'all':
      return vscode.l10n.t('All papers');
  }
}

/** The words for a range; `undefined` when its places say all there is to say. */
export function rangeLabel(label: RangeLabel): string | undefined {
  switch (label.kind) {
    case 'titles':
      return fromTo(shortened(label.first), shortened(label.last));
    case 'months': {
      const none = vscode.l10n.t('no date');
      return fromTo(label.first === undefined ? none : formatMonth(label.first), label.last === undefined ? none : formatMonth(label.last));
    }
    case 'comments':
      return numbers(label, (range) => vscode.l10n.t('{0} comments', range), vscode.l10n.t('Comments unknown'));
    case 'upvotes':
      return numbers(label, (range) => vscode.l10n.t('{0} upvotes', range), vscode.l10n.t('Upvotes unknown'));
    case 'groups':
      return fromTo(shortened(groupLabel(label.first)), shortened(groupLabel(label.last)));
    case 'places':
      return undefined;
  }
}

/** The places of a range among the rows of its list, counted from 1. */
export function placesLabel({ start, end }: { readonly start: number; readonly end: number }): string {
  return `${start + 1}–${end}`;
}

function numbers({ first, last }: { readonly first?: number; readonly last?: number }, words: (range: string) => string, unknown: string): string {
  return first === undefined ? unknown : words(fromTo(String(first), last === undefined ? '?' : String(last)));
}

function fromTo(first: string, last: string): string {
  return first === last ? first : `${first} – ${last}`;
}

/** The first words of a title, as many as are short. */
function shortened(title: string): string {
  if (title.length <= LONGEST_END) {
    return title;
  }
  const cut = title.lastIndexOf(' ', LONGEST_END);
  const end = cut > 0 ? cut : LONGEST_END;
  return `${title.slice(0, end).replace(/[\s:,;–-]+$/u, '')}…`;
}
