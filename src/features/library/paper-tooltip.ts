import * as vscode from 'vscode';
import { escapeMarkdown } from '../../core/papers/markdown';
import type { Paper } from '../../core/papers/paper';
import type { PaperTopic } from '../../core/papers/topics';
import type { MatchRange } from '../../core/search/hit';
import { formatDay } from '../../platform/dates';

/** Length of the abstract's beginning in a tooltip, in UTF-16 units. */
const EXCERPT = 600;

export interface TooltipOptions {
  /** Search words: what matches them is marked. */
  readonly filter: string;
  /** Topics the paper stands under, explained by the words that decided. */
  readonly topics: readonly PaperTopic[];
}

/**
 * Title, facts and the beginning of the abstract. The text of a paper is escaped, not appended as
 * text: that would make every space one that cannot wrap.
 */
export async function paperTooltip(paper: Paper, { filter, topics }: TooltipOptions): Promise<vscode.MarkdownString> {
  const facts = [people(paper), paper.organisation?.name, paper.published && formatDay(paper.published)].filter(Boolean);
  return new vscode.MarkdownString(
    [`**${escapeMarkdown(paper.title)}**`, escapeMarkdown(facts.join(' · ')), ...topics.map(topicLine), ...(await abstractText(paper.abstract, filter))].join(
      '\n\n',
    ),
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

function topicLine({ name, cues }: PaperTopic): string {
  return escapeMarkdown(vscode.l10n.t('{0}: it speaks of {1}', name, cues.join(', ')));
}

/** The beginning of an abstract as Markdown; with a filter, what matches it in bold and, if that comes later, its place too. */
async function abstractText(abstract: string, filter: string): Promise<readonly string[]> {
  const beginning = excerpt(abstract);
  if (filter === '') {
    return [escapeMarkdown(beginning)];
  }
  // The search is loaded only where there is one.
  const [{ Highlighter, rangesOf }, { parseQuery }, { snippetOf }] = await Promise.all([
    import('../../core/search/highlight'),
    import('../../core/search/query'),
    import('../../core/search/snippet'),
  ]);
  const highlighter = new Highlighter(parseQuery(filter).map((word) => ({ word, expansions: [] })));
  const ranges = rangesOf(highlighter.matches(beginning));
  const all = highlighter.matches(abstract);
  if (ranges.length > 0 || all.length === 0) {
    return [marked(beginning, ranges)];
  }
  const snippet = snippetOf(abstract, all);
  return [escapeMarkdown(beginning), marked(snippet.text, snippet.ranges)];
}

/** A text as Markdown with some stretches in bold. */
function marked(text: string, ranges: readonly MatchRange[]): string {
  let markdown = '';
  let from = 0;
  for (const { start, end } of ranges) {
    markdown += `${escapePart(text.slice(from, start))}**${escapeMarkdown(text.slice(start, end))}**`;
    from = end;
  }
  return markdown + escapePart(text.slice(from));
}

/** Part of a line: the blanks at its ends part it from what is beside it. */
function escapePart(text: string): string {
  const escaped = escapeMarkdown(text);
  return escaped === '' ? text.replace(/\s+/gu, ' ') : `${/^\s/u.test(text) ? ' ' : ''}${escaped}${/\s$/u.test(text) ? ' ' : ''}`;
}

function excerpt(abstract: string): string {
  if (abstract.length <= EXCERPT) {
    return abstract;
  }
  const cut = abstract.lastIndexOf(' ', EXCERPT);
  return `${abstract.slice(0, cut > 0 ? cut : EXCERPT)}…`;
}
