import * as vscode from 'vscode';
import type { Feed, FeedSource, Schedule } from '../../core/feeds/feed';
import { baseOf, type FeedAddresses } from '../../core/feeds/feed-address';
import type { FeedState } from '../../core/feeds/feed-state';
import { nextCheckAt } from '../../core/feeds/schedule';
import { rateRuleOf } from '../../core/network/rate-gate';
import { hostOf } from '../../core/network/transport';
import { formatMoment } from '../../platform/dates';
import { problemWords } from '../../platform/network-words';

const LONGEST_TITLE = 100;

/** The name that a new feed gets. */
export function feedTitle(source: FeedSource): string {
  switch (source.kind) {
    case 'daily-papers':
      return {
        day: vscode.l10n.t('Daily Papers'),
        week: vscode.l10n.t('Daily Papers by week'),
        newest: vscode.l10n.t('Newest Daily Papers'),
      }[source.by];
    case 'arxiv-search':
      return vscode.l10n.t('arXiv search {0}', source.search.replace(/^cat:(?=\S+$)/u, '')).slice(0, LONGEST_TITLE);
    case 'arxiv-rss':
      return `arXiv ${source.categories.join(', ')}`.slice(0, LONGEST_TITLE);
  }
}

export function scheduleWords(schedule: Schedule): string {
  if (schedule === 'manual') {
    return vscode.l10n.t('Only when I check');
  }
  const { everyHours: hours } = schedule;
  if (hours === 24) {
    return vscode.l10n.t('Every day');
  }
  if (hours === 168) {
    return vscode.l10n.t('Every week');
  }
  return hours === 1 ? vscode.l10n.t('Every hour') : vscode.l10n.t('Every {0} hours', hours);
}

/** The host that a feed is asked of, and how often at most. */
export function ruleWords(source: FeedSource, addresses: FeedAddresses): { readonly host: string; readonly rule: string } {
  const host = hostOf(baseOf(source, addresses));
  const seconds = rateRuleOf(host).intervalMs / 1000;
  return {
    host,
    rule: seconds === 1 ? vscode.l10n.t('at most one request per second') : vscode.l10n.t('at most one request per {0} seconds', seconds),
  };
}

/** Last check, its problem, and when the next one is. `background`: whether feeds are checked by themselves. */
export function stateWords(feed: Feed, state: FeedState, background: boolean): readonly string[] {
  const { checkedAt, succeededAt, trouble, last } = state;
  const words = [
    checkedAt === undefined ? vscode.l10n.t('never checked') : vscode.l10n.t('checked {0}', formatMoment(succeededAt ?? checkedAt)),
  ];
  if (last !== undefined) {
    words.push(last.added === 1 ? vscode.l10n.t('1 new paper last time') : vscode.l10n.t('{0} new papers last time', last.added));
  }
  if (trouble !== undefined) {
    words.push(problemWords(trouble.problem));
  }
  const next = background ? nextCheckAt(feed, state) : undefined;
  if (next !== undefined) {
    words.push(next <= Date.now() ? vscode.l10n.t('next check is due') : vscode.l10n.t('next check {0}', formatMoment(new Date(next).toISOString())));
  }
  return words;
}

/** When a feed that failed is asked again: absent when that is the user's to say. `background`: whether feeds are checked by themselves. */
export function againWords(feed: Feed, state: FeedState, background: boolean): string | undefined {
  const next = background ? nextCheckAt(feed, state) : undefined;
  if (next !== undefined) {
    return vscode.l10n.t('It will be tried again at {0}.', formatMoment(new Date(next).toISOString()));
  }
  const until = state.trouble?.serverUntil;
  return until === undefined ? undefined : vscode.l10n.t('It can be tried again at {0}.', formatMoment(until));
}
