import type { Digest } from '../papers/digest';
import { longDate } from '../papers/dates';
import type { IsoDate } from '../papers/paper';
import { arxivRssUrl, arxivSearchUrl } from './feed-address';
import { entryCount, hasNoEntry, totalResults } from './list-answer';
import { MOST_RESULTS, PageWalk } from './page-walk';
import { fetchList, joinPages, validatorsOf, withValidators, type Harvest, type WalkTools } from './walk';

/** Fetches what arXiv announced today. There is nothing on its days off. */
export async function walkRss(tools: WalkTools, harvest: Harvest, categories: readonly string[]): Promise<void> {
  const url = arxivRssUrl(tools.addresses, categories);
  tools.progress(0, 1);
  const list = await fetchList(tools, url, `${tools.feed.id}.xml`, { validators: harvest.state.validators?.[url] });
  if (list === 'unchanged') {
    return;
  }
  if (list.digest !== undefined) {
    const date = list.digest.date ?? tools.today;
    harvest.digests.push({ ...list.digest, ...nameOf(tools, date), date });
  }
  harvest.state = withValidators(harvest.state, url, validatorsOf(list));
}

/** Fetches the results of an arXiv search that came since the last check, page by page. */
export async function walkSearch(tools: WalkTools, harvest: Harvest, search: string): Promise<void> {
  const walk = new PageWalk(harvest.state.pages);
  const name = nameOf(tools, tools.today);
  const pages: Digest[] = [];
  while (!walk.done) {
    const { start } = walk;
    tools.progress(start);
    const url = arxivSearchUrl(tools.addresses, search, start);
    const list = await fetchList(tools, url, `${tools.feed.id}.xml`, {
      validators: start === 0 ? harvest.state.validators?.[url] : undefined,
      // The API is known to send an empty page now and then where there are results.
      accept: (answer) =>
        hasNoEntry(answer) && (totalResults(answer) ?? 0) > start ? `The page from result ${start + 1} on came empty.` : undefined,
    });
    if (list === 'unchanged') {
      walk.unchanged();
    } else {
      const { digest, answer } = list;
      const total = totalResults(answer);
      const ids = digest?.papers.map(({ arxivId }) => arxivId) ?? [];
      const fresh = walk.take({ ids, count: digest === undefined ? 0 : entryCount(digest), ...(total === undefined ? {} : { total }) });
      if (digest !== undefined && fresh > 0) {
        pages.push({ ...digest, papers: digest.papers.slice(0, fresh), lines: digest.lines.slice(0, fresh) });
      }
      if (start === 0) {
        harvest.state = withValidators(harvest.state, url, validatorsOf(list));
      }
    }
    const [first, ...others] = pages;
    if (first !== undefined) {
      harvest.digests.splice(0, 1, { ...joinPages([first, ...others]), ...name, date: tools.today });
    }
    harvest.state = { ...harvest.state, pages: walk.state };
  }
  if (walk.cutShort) {
    harvest.cutShort = true;
    tools.progress(MOST_RESULTS, MOST_RESULTS);
  }
}

/** Id and title of what a feed brings on a day. What later checks of the day bring joins it. */
function nameOf({ feed }: WalkTools, date: IsoDate): Pick<Digest, 'id' | 'title'> {
  return { id: `${feed.id}-${date}`, title: `${feed.title}, ${longDate(date)}` };
}
