import * as vscode from 'vscode';
import type { Paper } from '../../core/papers/paper';
import { COMMAND } from '../../platform/commands';
import { ReaderError } from '../../platform/errors';
import { codeLinkId } from '../../platform/code-link-id';
import type { CodeLink, CodeLinks, CodeReference, CodeReferences } from '../../platform/code-stores';
import type { CodeLinkView, FromReaderReferences, ReaderReferences } from '../../protocol/reader-references';

/** Places that the page lists; the command lists all. */
const MOST_SHOWN = 50;

/** What is shown of a line, or of linked words. In UTF-16 units. */
const LONGEST_SHOWN = 200;

/** What the Reader is told of code that cites a paper, as far as it is known, and of code that is linked to its words. */
export async function referencesView({ key }: Paper, source: CodeReferences, codeLinks: CodeLinks): Promise<ReaderReferences> {
  const [{ state, references, cappedAt }, links] = await Promise.all([source.known(key), codeLinks.of(key)]);
  const items = references.slice(0, MOST_SHOWN).map((reference) => {
    const { path, range, preview, start, end } = reference;
    return { id: idOf(reference), path, line: range.start.line + 1, preview, start, end };
  });
  return { state, links: links.map(linkView), items, more: references.length - items.length, ...(cappedAt === undefined ? {} : { cappedAt }) };
}

function linkView({ annotation, target, anchor }: CodeLink): CodeLinkView {
  const place = 'place' in anchor ? anchor.place : undefined;
  const { path } = place?.file ?? target;
  const { first, last } = place?.lines ?? target.lines;
  const isElsewhere = path !== target.path || first !== target.lines.first || last !== target.lines.last;
  const text = place === undefined ? target.exact : place.file.text.split(/\r\n?|\n/u).slice(first - 1, last).join('\n');
  return {
    id: codeLinkId(annotation, target),
    annotation: annotation.id,
    words: shown(annotation.target?.exact ?? annotation.comment),
    path, first, last,
    ...(isElsewhere ? { was: `${target.path}:${target.lines.first}–${target.lines.last}` } : {}),
    preview: shown(text.trimStart().split('\n')[0] ?? ''),
    state: anchor.state,
    ...(anchor.state === 'changed' ? { score: anchor.score } : {}),
    ...(anchor.state === 'ambiguous' ? { candidates: anchor.candidates.length } : {}),
  };
}

function shown(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN - 1)}…` : line;
}

const ON_LINK = { openCode: COMMAND.openCodeLink, acceptCode: COMMAND.acceptCodeLink, relocateCode: COMMAND.relocateCodeLink, unlinkCode: COMMAND.unlinkCode } as const;

/** Does what the page asks for; what it names must be one of its places or links. */
export async function actOnReferences(message: FromReaderReferences, { key }: Paper, source: CodeReferences): Promise<undefined> {
  switch (message.kind) {
    case 'findReferences':
      await vscode.commands.executeCommand(COMMAND.findReferences, key);
      return;
    case 'linkToCode':
      await vscode.commands.executeCommand(COMMAND.beginCodeLink, { paper: key, range: message.range });
      return;
    case 'linkAnnotation':
      await vscode.commands.executeCommand(COMMAND.beginCodeLink, { paper: key, annotation: message.annotation });
      return;
    case 'openReference':
      return openReference(message.id, (await source.known(key)).references);
    case 'openCode':
    case 'acceptCode':
    case 'relocateCode':
    case 'unlinkCode':
      await vscode.commands.executeCommand(ON_LINK[message.kind], { paper: key, link: message.id });
  }
}

async function openReference(id: string, references: readonly CodeReference[]): Promise<undefined> {
  const reference = references.find((one) => idOf(one) === id);
  if (reference === undefined) {
    throw new ReaderError(vscode.l10n.t('This place does not cite the paper any more.'));
  }
  await vscode.window.showTextDocument(reference.uri, { selection: reference.range });
}

function idOf({ uri, range: { start } }: CodeReference): string {
  return `${uri.toString()}#${start.line}:${start.character}`;
}
