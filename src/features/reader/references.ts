import * as vscode from 'vscode';
import type { Paper } from '../../core/papers/paper';
import { COMMAND } from '../../platform/commands';
import { ReaderError } from '../../platform/errors';
import type { CodeReference, CodeReferences } from '../../platform/stores';
import type { FromReaderReferences, ReaderReferences } from '../../protocol/reader-references';

/** Places that the page lists; the command lists all. */
const MOST_SHOWN = 50;

/** What the Reader is told of code that cites a paper, as far as it is known. */
export async function referencesView({ key }: Paper, source: CodeReferences): Promise<ReaderReferences> {
  const { state, references, cappedAt } = await source.known(key);
  const items = references.slice(0, MOST_SHOWN).map((reference) => {
    const { path, range, preview, start, end } = reference;
    return { id: idOf(reference), path, line: range.start.line + 1, preview, start, end };
  });
  return { state, items, more: references.length - items.length, ...(cappedAt === undefined ? {} : { cappedAt }) };
}

/** Opens a place that cites the paper, and no other: what the page names must be one. */
export async function actOnReferences(message: FromReaderReferences, { key }: Paper, source: CodeReferences): Promise<undefined> {
  if (message.kind === 'findReferences') {
    await vscode.commands.executeCommand(COMMAND.findReferences, key);
    return;
  }
  const reference = (await source.known(key)).references.find((one) => idOf(one) === message.id);
  if (reference === undefined) {
    throw new ReaderError(vscode.l10n.t('This place does not cite the paper any more.'));
  }
  await vscode.window.showTextDocument(reference.uri, { selection: reference.range });
}

function idOf({ uri, range: { start } }: CodeReference): string {
  return `${uri.toString()}#${start.line}:${start.character}`;
}
