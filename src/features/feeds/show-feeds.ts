import * as vscode from 'vscode';
import type { Feed } from '../../core/feeds/feed';
import { stateOf } from '../../core/feeds/feed-state';
import { COMMAND } from '../../platform/commands';
import { checksInBackground } from './background-setting';
import { scheduleWords, stateWords } from './feed-words';
import type { FeedsContext } from './feeds-context';

interface FeedItem extends vscode.QuickPickItem {
  readonly feed?: Feed;
}

/** Lists the feeds with their state. @returns one to be checked now */
export async function showFeeds(context: FeedsContext): Promise<Feed | undefined> {
  const items = await feedItems(context);
  if (items.length === 0) {
    return offerToFollow();
  }
  const follow: FeedItem = { label: `$(add) ${vscode.l10n.t('Follow a Feed…')}`, alwaysShow: true };
  const picked = await vscode.window.showQuickPick([...items, follow], {
    title: vscode.l10n.t('Feeds'),
    placeHolder: vscode.l10n.t('Enter checks a feed now'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked === follow) {
    await vscode.commands.executeCommand(COMMAND.followFeed);
  }
  return picked?.feed;
}

/** Asks which feeds to follow no longer, and stops following them. Their papers stay. */
export async function stopFollowing(context: FeedsContext): Promise<void> {
  const items = await feedItems(context);
  if (items.length === 0) {
    await offerToFollow();
    return;
  }
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Stop Following a Feed'),
    placeHolder: vscode.l10n.t('Their papers stay in the library'),
    canPickMany: true,
  });
  const ids = picked?.flatMap(({ feed }) => feed?.id ?? []) ?? [];
  if (ids.length > 0) {
    await context.feeds.stop(ids);
  }
}

async function feedItems({ feeds }: FeedsContext): Promise<readonly FeedItem[]> {
  const [followed, states] = await Promise.all([feeds.feeds(), feeds.states()]);
  const background = checksInBackground();
  return followed.map((feed) => ({
    label: `$(rss) ${feed.title}`,
    description: scheduleWords(feed.schedule),
    detail: stateWords(feed, stateOf(states, feed.id), background).join(' · '),
    feed,
  }));
}

/** There is nothing to choose from: says so, with the way to a first feed. */
export async function offerToFollow(): Promise<undefined> {
  const follow = vscode.l10n.t('Follow a Feed…');
  if ((await vscode.window.showInformationMessage(vscode.l10n.t('You follow no feed yet.'), follow)) === follow) {
    await vscode.commands.executeCommand(COMMAND.followFeed);
  }
  return undefined;
}
