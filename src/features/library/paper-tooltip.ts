import * as vscode from 'vscode';
import { escapeMarkdown } from '../../core/papers/markdown';
import type { Paper } from '../../core/papers/paper';
import { formatDay } from '../../platform/dates';

/** Length of the abstract's beginning in a tooltip, in UTF-16 units. */
const EXCERPT = 600;

/**
 * Title, facts and the beginning of the abstract. The text of a paper is escaped, not appended as
 * text: that would make every space one that cannot wrap.
 */
export function paperTooltip(paper: Paper): vscode.MarkdownString {
  const facts = [people(paper), paper.organisation?.name, paper.published && formatDay(paper.published)].filter(Boolean);
  return new vscode.MarkdownString(
    [`**${escapeMarkdown(paper.title)}**`, escapeMarkdown(facts.join(' · ')), escapeMarkdown(excerpt(paper.abstract))].join('\n\n'),
  );
}

function people(paper: Paper): string | undefined {
  if (paper.authors && paper.authors.length > 0) {
    return paper.authors.join(', ');
  }
  if (paper.authorCount === undefined) {
    return undefined;
  }
  return paper.authorCount === 1 ? vscode.l10n.t('1 author') : vscode.l10n.t('{0} authors', paper.authorCount);
}

function excerpt(abstract: string): string {
  if (abstract.length <= EXCERPT) {
    return abstract;
  }
  const cut = abstract.lastIndexOf(' ', EXCERPT);
  return `${abstract.slice(0, cut > 0 ? cut : EXCERPT)}…`;
}
