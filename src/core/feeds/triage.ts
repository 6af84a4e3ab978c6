import type { Library } from '../papers/library';
import type { DigestId, Paper, PaperKey } from '../papers/paper';
import { readingOf, type Readings } from '../papers/reading';

export interface TriageStep {
  readonly paper: Paper;
  /** One-based place among the papers of the digests. */
  readonly place: number;
  readonly total: number;
  readonly unread: number;
}

/**
 * The next unread paper of some digests, newest first, after `current`, starting over at the end; `undefined` when none is left. Never
 * `current` itself.
 */
export function nextInTriage({ papers }: Library, readings: Readings, digests: readonly DigestId[], current?: PaperKey): TriageStep | undefined {
  const wanted = new Set(digests);
  const order = papers.filter((paper) => paper.digests.some((id) => wanted.has(id))).sort(newestFirst);
  const isUnread = ({ key }: Paper) => readingOf(readings, key).status === 'unread';
  const start = order.findIndex(({ key }) => key === current) + 1;
  const paper = [...order.slice(start), ...order.slice(0, start)].find((one) => one.key !== current && isUnread(one));
  return paper === undefined ? undefined : { paper, place: order.indexOf(paper) + 1, total: order.length, unread: order.filter(isUnread).length };
}

/** Papers without a day come last. */
function newestFirst({ published: one = '' }: Paper, { published: other = '' }: Paper): number {
  return one < other ? 1 : one > other ? -1 : 0;
}
