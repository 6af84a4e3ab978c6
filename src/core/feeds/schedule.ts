import type { Feed } from './feed';
import type { FeedState } from './feed-state';

const HOUR_MS = 60 * 60 * 1000;

/**
 * When a feed is to be checked by itself, milliseconds since 1970; `undefined` for one that is only checked by hand. One that was
 * never checked is due at once; one whose check failed, when its pause is over.
 */
export function nextCheckAt({ schedule }: Feed, { checkedAt, trouble }: FeedState): number | undefined {
  if (schedule === 'manual') {
    return undefined;
  }
  if (trouble?.until !== undefined) {
    return Date.parse(trouble.until);
  }
  return checkedAt === undefined ? 0 : Date.parse(checkedAt) + schedule.everyHours * HOUR_MS;
}
