import * as v from 'valibot';
import type { FeedId } from './feed';

const FORMAT = 'lectern-feeds-state';
const VERSION = 1;

/** What a server said of an answer, so that the same one need not come again. */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

/** Why a check stopped, as data; the words are the view's. */
export interface FeedProblem {
  readonly kind:
    | 'unreachable' | 'timeout' | 'too-large' | 'redirected' | 'not-allowed'
    /** The server asks to come back later (429, or 503 with a time). */
    | 'busy'
    /** An answer with another status than expected. */
    | 'status'
    /** An answer that is no list of papers, or not of the expected form. */
    | 'unusable';
  readonly host: string;
  readonly status?: number;
  /** The server's or the reader's own words, or where a redirection led. */
  readonly detail?: string;
  /** When, ISO 8601. */
  readonly at: string;
}

export interface FeedTrouble {
  readonly problem: FeedProblem;
  /** Checks in a row that stopped; zero when only a list was passed over. */
  readonly failures: number;
  /** The feed is not checked by itself before, ISO 8601. */
  readonly until?: string;
  /** The server asked not to come before: that holds for the user's own checks too. ISO 8601. */
  readonly serverUntil?: string;
}

/** What is known of a feed beyond what the user said. It may be lost: then a check fetches more than it need. */
export interface FeedState {
  /** Begin of the last check, ISO 8601. */
  readonly checkedAt?: string;
  /** End of the last check that had everything. */
  readonly succeededAt?: string;
  /** What went wrong in the last check; absent when it had everything. */
  readonly trouble?: FeedTrouble | undefined;
  /** Of answers that were imported, by address. */
  readonly validators?: Readonly<Record<string, Validators>>;
  /** Where a feed of days or weeks goes on: all periods before `next` are settled, except the `missed` ones. */
  readonly periods?: { readonly next: string; readonly missed: readonly string[] };
  /** Where a search goes on. */
  readonly pages?: PagesState;
  /** Digests of the last check that brought any, with the moment. */
  readonly last?: { readonly at: string; readonly digests: readonly string[]; readonly added: number };
}

export interface PagesState {
  /** Ids of the newest results of the last complete walk: where the next one may stop. */
  readonly known: readonly string[];
  /** A walk that was not completed: its newest results, and the index of the first that it did not fetch. */
  readonly partial?: { readonly head: readonly string[]; readonly next: number };
}

export type FeedStates = Readonly<Record<FeedId, FeedState>>;

/** The state of a feed; an empty one when nothing is known. Safe for ids that every object has, such as `constructor`. */
export function stateOf(states: FeedStates, id: FeedId): FeedState {
  return (Object.hasOwn(states, id) ? states[id] : undefined) ?? {};
}

const moment = v.pipe(v.string(), v.isoTimestamp());
const text = v.pipe(v.string(), v.maxLength(2000));
const list = v.pipe(v.array(text), v.maxLength(1000), v.readonly());
const index = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const problem = v.object({
  kind: v.picklist(['unreachable', 'timeout', 'too-large', 'redirected', 'not-allowed', 'busy', 'status', 'unusable']),
  host: text,
  status: v.exactOptional(index),
  detail: v.exactOptional(text),
  at: moment,
});

const state = v.object({
  checkedAt: v.exactOptional(moment),
  succeededAt: v.exactOptional(moment),
  trouble: v.exactOptional(v.object({ problem, failures: index, until: v.exactOptional(moment), serverUntil: v.exactOptional(moment) })),
  validators: v.exactOptional(v.record(text, v.object({ etag: v.exactOptional(text), lastModified: v.exactOptional(text) }))),
  periods: v.exactOptional(v.object({ next: text, missed: list })),
  pages: v.exactOptional(v.object({ known: list, partial: v.exactOptional(v.object({ head: list, next: index })) })),
  last: v.exactOptional(v.object({ at: moment, digests: list, added: index })),
});

const file = v.object({ format: v.literal(FORMAT), version: v.literal(VERSION), feeds: v.record(v.string(), v.unknown()) });

/** Reads a file of states. What is broken, or of another version, is as if it were not there. */
export function parseFeedStates(content: string): FeedStates {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    return {};
  }
  const read = v.safeParse(file, json);
  if (!read.success) {
    return {};
  }
  return Object.fromEntries(
    Object.entries(read.output.feeds).flatMap(([id, entry]): [FeedId, FeedState][] => {
      const result = v.safeParse(state, entry);
      return result.success ? [[id, result.output]] : [];
    }),
  );
}

export function serialiseFeedStates(feeds: FeedStates): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, feeds }, undefined, 2)}\n`;
}
