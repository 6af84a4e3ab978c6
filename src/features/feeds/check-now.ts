import * as vscode from 'vscode';
import type { CheckProgress } from '../../core/feeds/check-feed';
import type { Feed } from '../../core/feeds/feed';
import type { ImportSummary } from '../../core/papers/import-preview';
import { COMMAND } from '../../platform/commands';
import { problemWords } from '../../platform/network-words';
import type { Imports } from '../../platform/stores';
import { checksInBackground } from './background-setting';
import type { CheckedFeed, FeedChecker } from './feed-checker';
import { againWords } from './feed-words';
import type { FeedsContext } from './feeds-context';

/** Checks feeds at the user's word, with progress, and says what came of it. Cancelled, it says nothing. */
export async function checkNow(context: FeedsContext, checker: FeedChecker, feeds: readonly Feed[]): Promise<void> {
  const checked = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Checking feeds'), cancellable: true },
    (progress, token) => checker.check(feeds, token, (feed, step) => progress.report({ message: progressWords(feed, step) })),
  );
  if (checked.length < feeds.length || checked.some(({ result }) => result.ended === 'cancelled')) {
    return;
  }
  const words = resultWords(checked);
  const summaries = checked.flatMap(({ result }) => result.summary ?? []);
  const found = checked.some(({ result }) => result.added > 0);
  const troubled = checked.find(({ result }) => result.problem !== undefined);
  // Nobody waits for the answer: the message may stay for as long as it likes.
  context.log.run(() => (found ? offer(context.imports, words, summaries) : troubled === undefined ? say(words) : explain(troubled)));
}

/** What is new, in one sentence. */
export function resultWords(checked: readonly CheckedFeed[]): string {
  const bringing = checked.filter(({ result }) => result.added > 0);
  const added = bringing.reduce((sum, { result }) => sum + result.added, 0);
  const [first, second] = bringing;
  if (first === undefined) {
    return checked.length === 1 ? vscode.l10n.t('No new papers from {0}', checked[0]?.feed.title ?? '') : vscode.l10n.t('No new papers');
  }
  if (second !== undefined) {
    return vscode.l10n.t('{0} new papers from {1} feeds', added, bringing.length);
  }
  return added === 1 ? vscode.l10n.t('1 new paper from {0}', first.feed.title) : vscode.l10n.t('{0} new papers from {1}', added, first.feed.title);
}

/** Takes the imports of a check back, the last first; stops at one that is no longer the last of the library. */
export async function takeBack(imports: Imports, summaries: readonly ImportSummary[]): Promise<number> {
  let taken = 0;
  for (const { at, title } of [...summaries].reverse()) {
    const last = await imports.last();
    if (last?.at !== at || last.title !== title) {
      break;
    }
    await imports.undo();
    taken += 1;
  }
  return taken;
}

function progressWords({ title }: Feed, progress: CheckProgress): string {
  if (progress.kind === 'waiting') {
    const time = new Intl.DateTimeFormat(vscode.env.language, { timeStyle: 'medium' }).format(new Date(progress.until));
    return vscode.l10n.t('{0} It is tried again at {1}.', problemWords(progress.problem), time);
  }
  const { done, total } = progress;
  if (total !== undefined && total > 1) {
    return vscode.l10n.t('{0}, {1} of {2}', title, done + 1, total);
  }
  return total === undefined && done > 0 ? vscode.l10n.t('{0}, from result {1}', title, done + 1) : title;
}

async function offer(imports: Imports, words: string, summaries: readonly ImportSummary[]): Promise<void> {
  const show = vscode.l10n.t('Show');
  const undo = vscode.l10n.t('Undo');
  const choice = await vscode.window.showInformationMessage(words, show, undo);
  if (choice === show) {
    await vscode.commands.executeCommand(COMMAND.triage);
  } else if (choice === undo && (await takeBack(imports, summaries)) < summaries.length) {
    void vscode.window.showWarningMessage(vscode.l10n.t('Not all of it could be taken back: there was another import since.'));
  }
}

const NOTICE_MS = 6000;

function say(words: string): Thenable<void> {
  vscode.window.setStatusBarMessage(words, NOTICE_MS);
  return Promise.resolve();
}

async function explain({ feed, result }: CheckedFeed): Promise<void> {
  const words = [feed.title, result.problem === undefined ? '' : problemWords(result.problem), againWords(feed, result.state, checksInBackground()) ?? ''];
  const message = vscode.l10n.t('{0}: {1} {2}', ...words).trim();
  const showLog = vscode.l10n.t('Show Log');
  const choice = await vscode.window.showInformationMessage(message, showLog);
  if (choice === showLog) {
    await vscode.commands.executeCommand(COMMAND.showLog);
  }
}
