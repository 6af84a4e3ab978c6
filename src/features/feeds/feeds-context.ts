import type * as vscode from 'vscode';
import type { ArxivCategories } from '../../core/feeds/arxiv-categories';
import type { FeedAddresses } from '../../core/feeds/feed-address';
import type { Clock } from '../../core/network/clock';
import type { Digest } from '../../core/papers/digest';
import type { FeedStore } from '../../platform/feed-store';
import type { Log } from '../../platform/log';
import type { Network } from '../../platform/network';
import type { Imports, Papers, ReadingStates } from '../../platform/stores';

export interface FeedsContext {
  /** The categories that can be followed. */
  readonly loadCategories: () => Promise<ArxivCategories>;
  readonly feeds: FeedStore;
  readonly network: Network;
  readonly papers: Papers;
  readonly states: ReadingStates;
  readonly imports: Imports;
  /** Reads what was fetched, of whatever form. */
  readonly readDigest: (bytes: Uint8Array, name: string, token: vscode.CancellationToken) => Promise<Digest>;
  readonly log: Log;
  /** Others than the real ones in tests. */
  readonly addresses?: FeedAddresses;
  readonly clock?: Clock;
}
