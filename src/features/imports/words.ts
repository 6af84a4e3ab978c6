import * as vscode from 'vscode';
import type { ImportSummary, SameBy } from '../../core/papers/import-preview';
import type { PaperField, PaperFields } from '../../core/papers/paper';
import { formatDay } from '../../platform/dates';
import { GROUPS, type FailedText, type Group, type PendingImport, type PreviewRows } from './pending';

export function groupName(group: Group): string {
  return {
    added: vscode.l10n.t('New'),
    changed: vscode.l10n.t('Changed'),
    duplicates: vscode.l10n.t('Duplicate'),
    rejected: vscode.l10n.t('Rejected'),
    warnings: vscode.l10n.t('Warnings'),
  }[group];
}

/** A number as the user's locale writes it. */
export function numberText(value: number): string {
  return new Intl.NumberFormat(vscode.env.language).format(value);
}

/** The counts in one line, for example `42 new · 3 changed`. */
export function countsText(rows: PreviewRows): string {
  return GROUPS.flatMap((group) => countOf(group, rows.count(group))).join(' · ');
}

/** What waits to be decided: which text, and how many records of each kind. */
export function questionText(rows: PreviewRows): string {
  const { read, failed } = rows.pending;
  const [only] = read;
  const texts = read.length + failed.length;
  const name = texts === 1 && only !== undefined ? only.origin.name : vscode.l10n.t('{0} texts', numberText(texts));
  return vscode.l10n.t('{0}, not imported yet: {1}', name, countsText(rows));
}

export function doneText({ title, added, changed }: ImportSummary): string {
  return vscode.l10n.t('Imported “{0}”: {1}', title, [...countOf('added', added), ...countOf('changed', changed)].join(' · '));
}

export function undoneText({ title, added, changed }: ImportSummary): string {
  return vscode.l10n.t('Took back “{0}”: {1}', title, [...countOf('added', added), ...countOf('changed', changed)].join(' · '));
}

export function nothingNewText({ read, failed }: PendingImport): string {
  const known = read.reduce((sum, { preview }) => sum + preview.duplicates.length, 0);
  const [only] = read;
  const name = read.length === 1 && only !== undefined ? only.origin.name : vscode.l10n.t('{0} texts', read.length);
  const said =
    known === 1
      ? vscode.l10n.t('Nothing new in {0}: its paper is in the library already.', name)
      : vscode.l10n.t('Nothing new in {0}: all {1} papers are in the library already.', name, numberText(known));
  return failed.length === 0 ? said : `${said} ${failedText(failed)}`;
}

/** Why texts were not imported. The first stands for all when there are several. */
export function failedText(failed: readonly FailedText[]): string {
  const [first] = failed;
  if (first === undefined) {
    return vscode.l10n.t('There is nothing to import.');
  }
  return failed.length === 1
    ? vscode.l10n.t('{0} was not imported: {1}', first.origin.name, first.problem)
    : vscode.l10n.t('{0} texts were not imported. The first is {1}: {2}', failed.length, first.origin.name, first.problem);
}

export function sameText(why: SameBy): string {
  return { arxivId: vscode.l10n.t('same arXiv identifier'), doi: vscode.l10n.t('same DOI'), title: vscode.l10n.t('same title') }[why];
}

export function fieldName(field: PaperField): string {
  return {
    title: vscode.l10n.t('title'),
    abstract: vscode.l10n.t('abstract'),
    authors: vscode.l10n.t('authors'),
    authorCount: vscode.l10n.t('number of authors'),
    organisation: vscode.l10n.t('organisation'),
    published: vscode.l10n.t('published'),
    year: vscode.l10n.t('year'),
    updated: vscode.l10n.t('updated'),
    comments: vscode.l10n.t('comments'),
    upvotes: vscode.l10n.t('upvotes'),
    arxivId: vscode.l10n.t('arXiv identifier'),
    arxivVersion: vscode.l10n.t('arXiv version'),
    doi: vscode.l10n.t('DOI'),
    categories: vscode.l10n.t('categories'),
    keywords: vscode.l10n.t('keywords'),
    venue: vscode.l10n.t('venue'),
    remark: vscode.l10n.t('remark'),
    url: vscode.l10n.t('page'),
    repository: vscode.l10n.t('repository'),
    projectPage: vscode.l10n.t('project page'),
    machineSummary: vscode.l10n.t('machine-made summary'),
    extra: vscode.l10n.t('other fields'),
  }[field];
}

/** A value of a field as text; empty for none. */
export function valueText(value: PaperFields[PaperField]): string {
  if (value === undefined) {
    return '';
  }
  if (typeof value !== 'object') {
    return String(value);
  }
  if (isList(value)) {
    return value.join(', ');
  }
  return 'slug' in value && 'name' in value ? value.name : JSON.stringify(value);
}

/** Who wrote it and when, as far as the record says. */
export function factsOf({ authors, authorCount, organisation, published, year, arxivId, doi }: PaperFields): readonly string[] {
  const [first, ...others] = authors ?? [];
  const people = first === undefined ? countedAuthors(authorCount) : others.length === 0 ? first : vscode.l10n.t('{0} and {1} more', first, others.length);
  const day = published === undefined ? (year === undefined ? undefined : String(year)) : formatDay(published);
  const identifier = arxivId === undefined ? doi : `arXiv:${arxivId}`;
  return [people, organisation?.name, day, identifier].flatMap((fact) => fact ?? []);
}

function countedAuthors(count: number | undefined): string | undefined {
  if (count === undefined) {
    return undefined;
  }
  return count === 1 ? vscode.l10n.t('1 author') : vscode.l10n.t('{0} authors', numberText(count));
}

/** Nothing for no records. */
function countOf(group: Group, count: number): readonly string[] {
  return count === 0 ? [] : [countText(group, count)];
}

function countText(group: Group, count: number): string {
  const number = numberText(count);
  switch (group) {
    case 'added':
      return vscode.l10n.t('{0} new', number);
    case 'changed':
      return vscode.l10n.t('{0} changed', number);
    case 'duplicates':
      return count === 1 ? vscode.l10n.t('1 duplicate') : vscode.l10n.t('{0} duplicates', number);
    case 'rejected':
      return vscode.l10n.t('{0} rejected', number);
    case 'warnings':
      return count === 1 ? vscode.l10n.t('1 warning') : vscode.l10n.t('{0} warnings', number);
  }
}

function isList(value: object): value is readonly string[] {
  return Array.isArray(value);
}
