import * as vscode from 'vscode';
import type { Facet, FacetTerm, SearchQuery, TextCondition } from '../../core/search/search-query';

/** What was understood of a query beside its plain words, a piece each, in the order typed. */
export function queryWords({ conditions, facets }: SearchQuery): readonly string[] {
  const pieces = [
    ...conditions.map((condition) => ({ at: condition.range.start, text: conditionWords(condition) })),
    ...facets.map((term) => ({ at: term.range.start, text: facetTermWords(term) })),
  ];
  return pieces.sort((one, other) => one.at - other.at).map(({ text }) => text);
}

function conditionWords({ text, exact, field, negated }: TextCondition): string {
  const words = exact ? vscode.l10n.t('exactly “{0}”', text) : `“${text}”`;
  const place = field === 'title' ? vscode.l10n.t('{0} in the title', words) : field === 'abstract' ? vscode.l10n.t('{0} in the abstract', words) : words;
  return negated ? vscode.l10n.t('without {0}', place) : place;
}

function facetTermWords({ facet, negated }: FacetTerm): string {
  return negated ? vscode.l10n.t('not {0}', facetWords(facet)) : facetWords(facet);
}

function facetWords(facet: Facet): string {
  switch (facet.kind) {
    case 'status':
      return { unread: vscode.l10n.t('status unread'), reading: vscode.l10n.t('status reading'), read: vscode.l10n.t('status read') }[facet.status];
    case 'starred':
      return vscode.l10n.t('starred');
    case 'has':
      return {
        code: vscode.l10n.t('with code'),
        demo: vscode.l10n.t('with a kernel demo'),
        notes: vscode.l10n.t('with notes'),
        annotations: vscode.l10n.t('with annotations'),
        abstract: vscode.l10n.t('with an abstract'),
      }[facet.part];
    case 'kind':
      return { paper: vscode.l10n.t('papers only'), note: vscode.l10n.t('notes only'), run: vscode.l10n.t('runs only'), annotation: vscode.l10n.t('annotations only') }[facet.of];
    case 'published':
      return publishedWords(facet);
    case 'org':
      return vscode.l10n.t('from {0}', facet.text);
    case 'author':
      return vscode.l10n.t('by {0}', facet.text);
    case 'tag':
      return vscode.l10n.t('tagged {0}', facet.text);
    case 'in':
      return vscode.l10n.t('in the digest {0}', facet.text);
    case 'source':
      return vscode.l10n.t('source {0}', facet.text);
    case 'key':
      return vscode.l10n.t('key {0}', facet.text);
  }
}

function publishedWords({ from, to, before }: Extract<Facet, { kind: 'published' }>): string {
  if (before !== undefined) {
    return vscode.l10n.t('before {0}', before);
  }
  if (from !== undefined && to !== undefined) {
    return from === to ? vscode.l10n.t('of {0}', from) : vscode.l10n.t('{0} to {1}', from, to);
  }
  return from === undefined ? vscode.l10n.t('up to {0}', to ?? '') : vscode.l10n.t('since {0}', from);
}
