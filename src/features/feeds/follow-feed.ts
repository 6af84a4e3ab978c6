import * as vscode from 'vscode';
import { newFeedId, sameSource, type Feed } from '../../core/feeds/feed';
import { FEED_ADDRESSES } from '../../core/feeds/feed-address';
import { ReaderError } from '../../platform/errors';
import { askForFeed } from './ask-for-feed';
import { checksInBackground, setChecksInBackground } from './background-setting';
import { feedTitle, ruleWords, scheduleWords } from './feed-words';
import type { FeedsContext } from './feeds-context';

/** Asks what to follow, then for consent; `undefined` when the user left. No request is made before. */
export async function followFeed({ feeds, loadCategories, addresses = FEED_ADDRESSES }: FeedsContext): Promise<Feed | undefined> {
  const asked = await askForFeed(loadCategories);
  if (asked === undefined) {
    return undefined;
  }
  const { source, schedule } = asked;
  const followed = await feeds.feeds();
  const same = followed.find((feed) => sameSource(feed.source, source));
  if (same !== undefined) {
    throw new ReaderError(vscode.l10n.t('You follow this already: {0}.', same.title));
  }
  const feed: Feed = { id: newFeedId(source, followed.map(({ id }) => id)), title: feedTitle(source), source, schedule };
  const turnOn = schedule !== 'manual' && !checksInBackground();
  if (!(await consents(feed, addresses, turnOn))) {
    return undefined;
  }
  await feeds.follow(feed);
  if (turnOn) {
    await setChecksInBackground();
  }
  return feed;
}

async function consents({ title, source, schedule }: Feed, addresses: typeof FEED_ADDRESSES, turnOn: boolean): Promise<boolean> {
  const { host, rule } = ruleWords(source, addresses);
  const follow = vscode.l10n.t('Follow');
  const detail = [
    vscode.l10n.t('Lectern will ask {0} for lists of papers, {1}. It sends nothing of yours but the request itself.', host, rule),
    schedule === 'manual'
      ? vscode.l10n.t('It asks now, and later only when you run Check Feeds Now.')
      : vscode.l10n.t('It asks now and then by itself while Lectern is in use: {0}.', scheduleWords(schedule).toLowerCase()),
    ...(turnOn ? [vscode.l10n.t('This turns on the setting lectern.feeds.checkInBackground.')] : []),
    vscode.l10n.t('Stop Following a Feed ends it.'),
  ].join('\n\n');
  return (await vscode.window.showInformationMessage(vscode.l10n.t('Follow {0}?', title), { modal: true, detail }, follow)) === follow;
}
