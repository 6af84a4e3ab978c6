import type { Digest } from '../papers/digest';
import { CheckStopped } from './check-request';
import { dailyPapersUrl, PAGE_SIZE } from './feed-address';
import { entryCount } from './list-answer';
import { addDays, firstDayOf, periodsDue, type Period } from './periods';
import { fetchList, joinPages, validatorsOf, withValidators, type Harvest, type WalkTools } from './walk';
import type { IsoDate } from '../papers/paper';

/** Pages of one list that are fetched at most. */
const MOST_PAGES = 5;

/** Lists in a row that could not be used: then the fault is not theirs. */
const MOST_UNUSABLE = 2;

/** Fetches the Daily Papers lists of all days or weeks that are due, oldest first. */
export async function walkPeriods(tools: WalkTools, harvest: Harvest, source: { readonly by: 'day' | 'week'; readonly from?: IsoDate }): Promise<void> {
  const { periods } = harvest.state;
  const missed = new Set(periods?.missed);
  const due = periodsDue({ ...source, today: tools.today, missed: [...missed], ...(periods === undefined ? {} : { next: periods.next }) });
  let unusable = 0;
  for (const [index, period] of due.entries()) {
    tools.progress(index, due.length);
    try {
      await fetchPeriod(tools, harvest, period);
      missed.delete(period);
      unusable = 0;
    } catch (error) {
      unusable += 1;
      if (!(error instanceof CheckStopped) || error.options.onlyThisList !== true || unusable === MOST_UNUSABLE) {
        throw error;
      }
      missed.add(period);
      harvest.problem = error.problem;
    }
    const next = due[index + 1] ?? period; // The last is that of today: it still grows.
    const reached = periods !== undefined && periods.next > next ? periods.next : next;
    harvest.state = { ...harvest.state, periods: { next: reached, missed: [...missed].filter((one) => one >= (due[0] ?? '')).sort() } };
  }
}

/** Fetches the newest Daily Papers list. */
export async function walkNewest(tools: WalkTools, harvest: Harvest): Promise<void> {
  tools.progress(0, 1);
  await fetchPeriod(tools, harvest, undefined);
}

/** Adds one list with all its pages, unless it is as it was. */
async function fetchPeriod(tools: WalkTools, harvest: Harvest, period: Period | undefined): Promise<void> {
  const { addresses } = tools;
  const url = dailyPapersUrl(addresses, period, 0);
  const name = `daily-papers-${period ?? tools.today}.json`;
  const first = await fetchList(tools, url, name, { validators: harvest.state.validators?.[url] });
  if (first === 'unchanged') {
    return;
  }
  // What an answer says of its first page says nothing of the others.
  const whole = first.digest === undefined || entryCount(first.digest) < PAGE_SIZE;
  if (first.digest !== undefined) {
    const pages: [Digest, ...Digest[]] = [first.digest];
    for (let page = 1; !whole && page < MOST_PAGES; page++) {
      const more = await fetchList(tools, dailyPapersUrl(addresses, period, page), name);
      if (more === 'unchanged' || more.digest === undefined || !hasNew(more.digest, pages)) {
        break;
      }
      pages.push(more.digest);
      if (entryCount(more.digest) < PAGE_SIZE) {
        break;
      }
    }
    harvest.digests.push(named(joinPages(pages), period));
  }
  harvest.state = withValidators(harvest.state, url, whole ? validatorsOf(first) : undefined);
}

function hasNew(page: Digest, pages: readonly Digest[]): boolean {
  const had = new Set(pages.flatMap(({ papers }) => papers.map(({ arxivId }) => arxivId)));
  return page.papers.some(({ arxivId }) => arxivId !== undefined && !had.has(arxivId));
}

/** A week's list says of each paper which day it is of, and of itself nothing. It is dated by its last day. */
function named(digest: Digest, period: Period | undefined): Digest {
  const [, year, week] = /^(\d{4})-W(\d\d)$/u.exec(period ?? '') ?? [];
  if (period === undefined || year === undefined) {
    return digest;
  }
  return { ...digest, id: `daily-papers-${period.toLowerCase()}`, title: `Daily Papers, week ${Number(week)} of ${year}`, date: addDays(firstDayOf(period), 6) };
}
