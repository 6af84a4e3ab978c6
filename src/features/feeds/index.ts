import type * as vscode from 'vscode';
import { COMMAND, registerCommand } from '../../platform/commands';
import { Owned } from '../../platform/owned';
import { BackgroundChecks } from './background-checks';
import { checkNow } from './check-now';
import { FeedChecker } from './feed-checker';
import type { FeedsContext } from './feeds-context';
import { followFeed } from './follow-feed';
import { NetworkStatus } from './network-status';
import { offerToFollow, showFeeds, stopFollowing } from './show-feeds';
import { ledgerLines } from './status-view';
import { triage } from './triage';

/** Following feeds: what is followed, checks by hand and by schedule, triage, and what was asked of the network. */
export function registerFeeds(context: FeedsContext): vscode.Disposable {
  const { feeds, network, log } = context;
  const owned = new Owned();
  const checker = owned.add(new FeedChecker(context));
  owned.add(new NetworkStatus(context, checker));
  owned.add(new BackgroundChecks(context, checker));

  owned.add(
    registerCommand(log, COMMAND.followFeed, async () => {
      const feed = await followFeed(context);
      if (feed !== undefined) {
        await checkNow(context, checker, [feed]);
      }
    }),
  );
  owned.add(
    registerCommand(log, COMMAND.checkFeeds, async () => {
      const followed = await feeds.feeds();
      await (followed.length === 0 ? offerToFollow() : checkNow(context, checker, followed));
    }),
  );
  owned.add(
    registerCommand(log, COMMAND.showFeeds, async () => {
      const feed = await showFeeds(context);
      if (feed !== undefined) {
        await checkNow(context, checker, [feed]);
      }
    }),
  );
  owned.add(registerCommand(log, COMMAND.stopFollowing, () => stopFollowing(context)));
  owned.add(registerCommand(log, COMMAND.triage, () => triage(context)));
  owned.add(
    registerCommand(log, COMMAND.showNetwork, () => {
      const lines = ledgerLines(network.entries());
      log.info(lines.length === 0 ? 'Lectern asked nothing of the network since it started.' : 'What Lectern asked of the network since it started:');
      lines.forEach((line) => log.info(line));
      log.show();
    }),
  );
  return owned;
}
