import * as vscode from 'vscode';
import { nextInTriage } from '../../core/feeds/triage';
import { stateOf } from '../../core/feeds/feed-state';
import type { DigestId } from '../../core/papers/paper';
import { COMMAND } from '../../platform/commands';
import type { FeedStore } from '../../platform/feed-store';
import { activePaperKey } from '../../platform/paper-uri';
import type { FeedsContext } from './feeds-context';

const NOTICE_MS = 30_000;

/** Opens the next unread paper of what the last checks brought, newest first, and says how far one is. */
export async function triage({ feeds, papers, states }: FeedsContext): Promise<void> {
  const digests = await lastDigests(feeds);
  const step = nextInTriage(await papers.library(), await states.readings(), digests, activePaperKey());
  if (step === undefined) {
    void vscode.window.showInformationMessage(
      digests.length === 0
        ? vscode.l10n.t('There are no new papers: no check of a feed brought any yet.')
        : vscode.l10n.t('No unread papers are left of the last check.'),
    );
    return;
  }
  await vscode.commands.executeCommand(COMMAND.openPaper, step.paper.key);
  vscode.window.setStatusBarMessage(
    vscode.l10n.t('{0} of {1}, {2} unread. r: read, g: reading, s: star. Alt+Shift+Page Down: the next one', step.place, step.total, step.unread),
    NOTICE_MS,
  );
}

async function lastDigests(feeds: FeedStore): Promise<readonly DigestId[]> {
  const [followed, states] = await Promise.all([feeds.feeds(), feeds.states()]);
  return followed.flatMap(({ id }) => stateOf(states, id).last?.digests ?? []);
}
