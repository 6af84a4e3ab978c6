import type { Digest } from '../papers/digest';
import type { IsoDate } from '../papers/paper';
import type { HttpAnswer } from '../network/transport';
import { CheckStopped, type CheckRequests } from './check-request';
import type { Feed } from './feed';
import type { FeedAddresses } from './feed-address';
import type { FeedProblem, FeedState, Validators } from './feed-state';
import { hostOf } from '../network/transport';
import { readList, UnusableAnswer, type ReadDigest } from './list-answer';

/** Addresses whose validators are kept: those of the lists that still grow. */
const MOST_VALIDATORS = 20;

/** What a walk has gathered so far. It is good at any moment, so that a walk which is broken off loses nothing. */
export interface Harvest {
  readonly digests: Digest[];
  /** The feed's state once these digests are imported. */
  state: FeedState;
  /** What was wrong with a list that was passed over. */
  problem?: FeedProblem;
  /** Older papers were left out: there were more than a check fetches. */
  cutShort?: boolean;
}

export interface WalkTools {
  readonly feed: Feed;
  readonly today: IsoDate;
  readonly addresses: FeedAddresses;
  readonly requests: CheckRequests;
  readonly read: ReadDigest;
  /** Moment for problems, ISO 8601. */
  readonly at: () => string;
  /** Told how far the walk is. `total`: where it is known. */
  readonly progress: (done: number, total?: number) => void;
}

export interface FetchedList {
  /** Its papers; absent when it holds none. */
  readonly digest: Digest | undefined;
  readonly answer: HttpAnswer;
}

/**
 * Fetches and reads one list.
 *
 * @returns `unchanged` when the validators still hold
 * @throws CheckStopped
 * @throws Cancelled
 */
export async function fetchList(
  { feed, requests, read, at }: WalkTools,
  url: string,
  name: string,
  { validators = {}, accept }: { readonly validators?: Validators | undefined; readonly accept?: (answer: HttpAnswer) => string | undefined } = {},
): Promise<FetchedList | 'unchanged'> {
  const answer = await requests.get(url, validators, accept);
  if (answer.status === 304) {
    return 'unchanged';
  }
  try {
    return { digest: await readList(answer, name, feed.source.kind, read), answer };
  } catch (error) {
    if (error instanceof UnusableAnswer) {
      throw new CheckStopped({ kind: 'unusable', host: hostOf(url), detail: error.message, at: at() }, { onlyThisList: true });
    }
    throw error;
  }
}

/** What an answer says of its own validity; nothing when it says nothing, or was not read whole and should come again. */
export function validatorsOf({ digest, answer }: FetchedList): Validators {
  if (digest?.problems.some(({ severity }) => severity === 'rejected') === true) {
    return {};
  }
  const { etag, 'last-modified': lastModified } = answer.headers;
  return { ...(etag === undefined ? {} : { etag }), ...(lastModified === undefined ? {} : { lastModified }) };
}

/** The state with the validators of an address; the oldest give way. */
export function withValidators(state: FeedState, url: string, validators: Validators | undefined): FeedState {
  const others = Object.entries(state.validators ?? {}).filter(([other]) => other !== url);
  const own: readonly [string, Validators][] = validators === undefined || Object.keys(validators).length === 0 ? [] : [[url, validators]];
  return { ...state, validators: Object.fromEntries([...others, ...own].slice(-MOST_VALIDATORS)) };
}

/** Several answers as the one list they are pages of. */
export function joinPages([first, ...others]: readonly [Digest, ...Digest[]]): Digest {
  const pages = [first, ...others];
  return {
    ...first,
    papers: pages.flatMap(({ papers }) => papers),
    lines: pages.flatMap(({ lines }) => lines),
    problems: pages.flatMap(({ problems }) => problems),
  };
}
