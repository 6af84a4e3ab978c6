import * as vscode from 'vscode';
import { escapeMarkdown } from '../../core/papers/markdown';
import type { Paper } from '../../core/papers/paper';
import type { Reading } from '../../core/papers/reading';
import { sentencesOf } from '../../core/text/sentences';
import { COMMAND, type CommandId } from '../../platform/commands';
import { formatDay } from '../../platform/dates';

/** Beyond this the abstract is not looked through for the end of its first sentence, in UTF-16 units. */
const LONGEST_SENTENCE = 600;

/** Title, facts, reading status and first sentence of a paper, and what can be done with it. All that the paper says is escaped. */
export function paperCard(paper: Paper, { status, starred }: Reading): vscode.MarkdownString {
  const people = paper.authors?.length ? paper.authors.slice(0, 4).join(', ') + (paper.authors.length > 4 ? ', …' : '') : undefined;
  const facts = [people, paper.organisation?.name, paper.published && formatDay(paper.published), statusWord(status), starred ? vscode.l10n.t('starred') : undefined];
  const beginning = paper.abstract.slice(0, LONGEST_SENTENCE);
  const [first] = sentencesOf(beginning);
  const sentence = first && beginning.slice(first.start, first.end);
  const lines = [
    `**${escapeMarkdown(paper.title)}**`,
    escapeMarkdown(facts.filter(Boolean).join(' · ')),
    ...(sentence === undefined ? [] : [escapeMarkdown(sentence)]),
    [
      link(vscode.l10n.t('Open'), COMMAND.openPaper, paper),
      link(vscode.l10n.t('Note'), COMMAND.newNote, paper),
      link(vscode.l10n.t('Find in code'), COMMAND.findReferences, paper),
      link(vscode.l10n.t('Copy BibTeX'), COMMAND.copyBibtex, paper),
    ].join(' · '),
  ];
  const card = new vscode.MarkdownString(lines.join('\n\n'));
  card.isTrusted = { enabledCommands: [COMMAND.openPaper, COMMAND.newNote, COMMAND.findReferences, COMMAND.copyBibtex] };
  return card;
}

function statusWord(status: Reading['status']): string {
  return { unread: vscode.l10n.t('unread'), reading: vscode.l10n.t('reading'), read: vscode.l10n.t('read') }[status];
}

function link(words: string, command: CommandId, { key }: Paper): string {
  return `[${words}](command:${command}?${encodeURIComponent(JSON.stringify([key]))})`;
}
