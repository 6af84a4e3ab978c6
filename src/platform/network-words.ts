import * as vscode from 'vscode';
import type { TransportFailure } from '../core/network/transport';
import type { FeedProblem } from '../core/feeds/feed-state';

const MIB = 1024 * 1024;

/** Why there is no answer, and what to do about it. */
export function failureWords(failure: TransportFailure, host: string): string {
  switch (failure.kind) {
    case 'unreachable':
      return vscode.l10n.t('{0} cannot be reached ({1}). Perhaps this machine is offline.', host, failure.detail);
    case 'timeout':
      return vscode.l10n.t('{0} took longer than {1} s to answer.', host, Math.round(failure.afterMs / 1000));
    case 'too-large':
      return vscode.l10n.t('The answer of {0} is longer than {1} MB and was not fetched to its end.', host, Math.round(failure.maxBytes / MIB));
    case 'redirected':
      return redirectedWords(host, failure.to);
    case 'not-allowed':
      return notAllowedWords(failure.reason);
  }
}

/** What stopped the check of a feed. */
export function problemWords({ kind, host, status, detail }: FeedProblem): string {
  switch (kind) {
    case 'unreachable':
      return vscode.l10n.t('{0} cannot be reached. Perhaps this machine is offline.', host);
    case 'timeout':
      return vscode.l10n.t('{0} took too long to answer.', host);
    case 'too-large':
      return vscode.l10n.t('The answer of {0} is too long and was not fetched to its end.', host);
    case 'redirected':
      return redirectedWords(host, detail);
    case 'not-allowed':
      return notAllowedWords(detail);
    case 'busy':
      return vscode.l10n.t('{0} asks to come back later.', host);
    case 'status':
      return detail === undefined
        ? vscode.l10n.t('{0} answered with status {1}.', host, status ?? 0)
        : vscode.l10n.t('{0} answered with status {1}: {2}', host, status ?? 0, detail);
    case 'unusable':
      return detail === undefined
        ? vscode.l10n.t('What {0} sent is no list of papers.', host)
        : vscode.l10n.t('What {0} sent cannot be used: {1}', host, detail);
  }
}

function redirectedWords(host: string, to: string | undefined): string {
  return to === undefined
    ? vscode.l10n.t('{0} redirects elsewhere, and where to is not told here. That is not followed.', host)
    : vscode.l10n.t('{0} redirects to {1}. Lectern goes only where you sent it, so that was not followed.', host, to);
}

function notAllowedWords(reason: string | undefined): string {
  if (reason === 'not-https') {
    return vscode.l10n.t('Only addresses that begin with https:// are asked.');
  }
  return reason === 'credentials'
    ? vscode.l10n.t('An address with a user name or password in it is not asked.')
    : vscode.l10n.t('This is not a web address.');
}
