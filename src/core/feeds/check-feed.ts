import type { ImportSummary } from '../papers/import-preview';
import type { Digest } from '../papers/digest';
import type { DigestId } from '../papers/paper';
import { Cancelled, type CancelSignal } from '../network/cancel';
import type { Clock } from '../network/clock';
import type { Transport } from '../network/transport';
import { feedPauseMs } from './back-off';
import { CheckRequests, CheckStopped } from './check-request';
import type { Feed } from './feed';
import type { FeedAddresses } from './feed-address';
import type { FeedProblem, FeedState } from './feed-state';
import { refusalWords, type ReadDigest } from './list-answer';
import { dayOf } from './periods';
import type { Harvest, WalkTools } from './walk';
import { walkRss, walkSearch } from './walk-arxiv';
import { walkNewest, walkPeriods } from './walk-periods';

export interface CheckTools {
  readonly clock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Keeps the rate rules. */
  readonly transport: Transport;
  readonly addresses: FeedAddresses;
  readonly read: ReadDigest;
  /** Adds digests to the library, whole or not at all. */
  readonly add: (digests: readonly Digest[]) => Promise<ImportSummary>;
  /** Keeps the feed's state. */
  readonly save: (state: FeedState) => Promise<void>;
  readonly cancel?: CancelSignal;
  readonly progress?: (progress: CheckProgress) => void;
}

export type CheckProgress =
  /** `total`: where it is known. Days or weeks of Daily Papers, results of a search. */
  | { readonly kind: 'asking'; readonly done: number; readonly total?: number }
  /** Something went wrong and is tried again at that moment, in milliseconds since 1970. */
  | { readonly kind: 'waiting'; readonly until: number; readonly problem: FeedProblem };

export interface CheckResult {
  /** `waiting`: the server asked not to come yet, and was not asked. */
  readonly ended: 'done' | 'stopped' | 'cancelled' | 'waiting';
  /** Papers that are new to the library. */
  readonly added: number;
  /** What was imported, also by a check that stopped. */
  readonly summary?: ImportSummary;
  readonly digests: readonly DigestId[];
  /** Why it stopped, or what was wrong with a list that was passed over. */
  readonly problem?: FeedProblem;
  /** Older papers were left out: there were more than a check fetches. */
  readonly cutShort?: boolean;
  readonly state: FeedState;
}

/**
 * Checks a feed: asks for what came since the last check and adds it to the library. What was fetched is added also when the check
 * stops or is cancelled, and the next one goes on from there; the state moves on only after the import, so that a crash between the
 * two costs a request and no paper.
 *
 * Rejects only when the import or the state cannot be written; a failing server is a result.
 */
export async function checkFeed(feed: Feed, before: FeedState, tools: CheckTools): Promise<CheckResult> {
  const { clock, random } = tools;
  const at = () => iso(clock.now());
  const { trouble } = before;
  if (trouble?.serverUntil !== undefined && Date.parse(trouble.serverUntil) > clock.now()) {
    return { ended: 'waiting', added: 0, digests: [], state: before, problem: trouble.problem };
  }
  const started: FeedState = { ...before, checkedAt: at() };
  await tools.save(started);

  const harvest: Harvest = { digests: [], state: started };
  const end = await walk(feed, harvest, tools, at);

  const summary = harvest.digests.length === 0 ? undefined : await tools.add(harvest.digests);
  const added = summary?.added ?? 0;
  const digests = harvest.digests.map(({ id }) => id);
  const brought: FeedState = summary === undefined ? harvest.state : { ...harvest.state, last: { at: at(), digests, added } };
  const state = endState(brought, end, harvest.problem, { now: clock.now(), random: random() });
  await tools.save(state);

  const problem = end instanceof CheckStopped ? end.problem : harvest.problem;
  return {
    ended: end instanceof CheckStopped ? 'stopped' : end,
    added,
    digests,
    state,
    ...(summary === undefined ? {} : { summary }),
    ...(problem === undefined ? {} : { problem }),
    ...(harvest.cutShort === undefined ? {} : { cutShort: harvest.cutShort }),
  };
}

/** Walks to the end, or as far as it goes. */
async function walk(feed: Feed, harvest: Harvest, tools: CheckTools, at: () => string): Promise<'done' | 'cancelled' | CheckStopped> {
  const { clock, random, transport, addresses, read, cancel, progress } = tools;
  const requests = new CheckRequests({
    clock,
    random,
    transport,
    wordsOf: (answer) => refusalWords(answer, read),
    waiting: (until, problem) => progress?.({ kind: 'waiting', until, problem }),
    ...(cancel === undefined ? {} : { cancel }),
  });
  const walkTools: WalkTools = {
    feed,
    today: dayOf(clock.now()),
    addresses,
    requests,
    read,
    at,
    progress: (done, total) => progress?.({ kind: 'asking', done, ...(total === undefined ? {} : { total }) }),
  };
  try {
    await walkSource(walkTools, harvest);
    return 'done';
  } catch (error) {
    if (error instanceof Cancelled) {
      return 'cancelled';
    }
    if (error instanceof CheckStopped) {
      return error;
    }
    throw error;
  }
}

function walkSource(tools: WalkTools, harvest: Harvest): Promise<void> {
  const { source } = tools.feed;
  switch (source.kind) {
    case 'daily-papers':
      return source.by === 'newest' ? walkNewest(tools, harvest) : walkPeriods(tools, harvest, source);
    case 'arxiv-search':
      return walkSearch(tools, harvest, source.search);
    case 'arxiv-rss':
      return walkRss(tools, harvest, source.categories);
  }
}

function endState(state: FeedState, end: 'done' | 'cancelled' | CheckStopped, passedOver: FeedProblem | undefined, { now, random }: { now: number; random: number }): FeedState {
  if (end === 'cancelled') {
    return state;
  }
  if (end === 'done') {
    return passedOver === undefined
      ? { ...state, succeededAt: iso(now), trouble: undefined }
      : { ...state, trouble: { problem: passedOver, failures: 0 } };
  }
  const failures = (state.trouble?.failures ?? 0) + 1;
  const { notBefore = 0 } = end.options;
  const until = Math.max(notBefore, now + feedPauseMs(failures, random));
  return {
    ...state,
    trouble: { problem: end.problem, failures, until: iso(until), ...(notBefore > now ? { serverUntil: iso(notBefore) } : {}) },
  };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
