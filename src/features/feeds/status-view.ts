import * as vscode from 'vscode';
import type { Feed, FeedId } from '../../core/feeds/feed';
import { stateOf, type FeedStates } from '../../core/feeds/feed-state';
import type { LedgerEntry } from '../../core/network/ledger';
import { escapeMarkdown } from '../../core/papers/markdown';
import { COMMAND } from '../../platform/commands';
import { scheduleWords, stateWords } from './feed-words';

export interface NetworkFacts {
  /** The host asked last comes first. */
  readonly entries: readonly LedgerEntry[];
  readonly feeds: readonly Feed[];
  readonly states: FeedStates;
  /** The feed that is being checked. */
  readonly checking: FeedId | undefined;
  /** Whether feeds are checked by themselves. */
  readonly background: boolean;
}

export interface StatusView {
  readonly text: string;
  readonly label: string;
  readonly tooltip: vscode.MarkdownString;
}

/** What the status item says: the host asked last and when. Nothing for one who follows no feed and asked for nothing. */
export function statusView(facts: NetworkFacts): StatusView | undefined {
  const { entries, feeds, checking } = facts;
  const [last] = entries;
  if (last === undefined && feeds.length === 0) {
    return undefined;
  }
  const silent = last?.last === 'failed';
  const icon = checking !== undefined || (last !== undefined && last.last === undefined) ? 'sync~spin' : silent ? 'circle-slash' : 'rss';
  const time = last === undefined ? undefined : clockTime(last.lastAt);
  return {
    text: last === undefined ? `$(${icon})` : `$(${icon}) ${last.host} ${time ?? ''}`,
    label:
      last === undefined
        ? vscode.l10n.t('Feeds: nothing was asked of the network since the start')
        : silent
          ? vscode.l10n.t('Feeds: {0} gave no answer at {1}', last.host, time ?? '')
          : vscode.l10n.t('Feeds: {0} was asked at {1}', last.host, time ?? ''),
    tooltip: tooltip(facts),
  };
}

/** One line a host, for the log. */
export function ledgerLines(entries: readonly LedgerEntry[]): readonly string[] {
  return entries.map(({ host, requests, bytes, lastAt }) => `${host}: ${requests} requests, ${bytes} bytes, last ${new Date(lastAt).toISOString()}`);
}

function tooltip({ entries, feeds, states, background }: NetworkFacts): vscode.MarkdownString {
  const hosts = entries.map((entry) => `- ${hostWords(entry)}`);
  const followed = feeds.map((feed) => {
    const words = [scheduleWords(feed.schedule), ...stateWords(feed, stateOf(states, feed.id), background)];
    return `- **${escapeMarkdown(feed.title)}**: ${escapeMarkdown(words.join(' · '))}`;
  });
  const commands = [
    commandLink(vscode.l10n.t('Check Feeds Now'), COMMAND.checkFeeds),
    commandLink(vscode.l10n.t('Show Feeds'), COMMAND.showFeeds),
    commandLink(vscode.l10n.t('Show Network Use'), COMMAND.showNetwork),
  ];
  const text = new vscode.MarkdownString(
    [
      vscode.l10n.t('**What Lectern asked of the network since it started**'),
      hosts.length === 0 ? vscode.l10n.t('Nothing.') : hosts.join('\n'),
      ...(followed.length === 0 ? [] : [vscode.l10n.t('**Feeds**'), followed.join('\n')]),
      commands.join(' · '),
    ].join('\n\n'),
    true,
  );
  text.isTrusted = { enabledCommands: [COMMAND.checkFeeds, COMMAND.showFeeds, COMMAND.showNetwork] };
  return text;
}

function hostWords({ host, requests, bytes, lastAt, last }: LedgerEntry): string {
  const amount = `${Math.max(1, Math.round(bytes / 1024))} KB`;
  const name = escapeMarkdown(host);
  const words = requests === 1
    ? vscode.l10n.t('{0}: 1 request, {1}, at {2}', name, amount, clockTime(lastAt))
    : vscode.l10n.t('{0}: {1} requests, {2}, last at {3}', name, requests, amount, clockTime(lastAt));
  return last === 'failed' ? vscode.l10n.t('{0}, without an answer', words) : words;
}

function commandLink(title: string, command: string): string {
  return `[${title}](command:${command})`;
}

function clockTime(ms: number): string {
  return new Intl.DateTimeFormat(vscode.env.language, { hour: '2-digit', minute: '2-digit' }).format(new Date(ms));
}
