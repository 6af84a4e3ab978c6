import assert from 'node:assert/strict';
import { arxivRssUrl, arxivSearch, arxivSearchUrl, dailyPapersUrl, FEED_ADDRESSES } from '../../../src/core/feeds/feed-address';

describe('the address of a feed', () => {
  it('is that of the Daily Papers API by day, week and newest', () => {
    assert.equal(dailyPapersUrl(FEED_ADDRESSES, '2026-01-09', 0), 'https://huggingface.co/api/daily_papers?date=2026-01-09&limit=100');
    assert.equal(dailyPapersUrl(FEED_ADDRESSES, '2025-W09', 2), 'https://huggingface.co/api/daily_papers?week=2025-W09&limit=100&p=2');
    assert.equal(dailyPapersUrl(FEED_ADDRESSES, undefined, 0), 'https://huggingface.co/api/daily_papers?limit=100');
  });

  it('is that of the arXiv API, newest first, in pages', () => {
    assert.equal(
      arxivSearchUrl(FEED_ADDRESSES, 'cat:cs.CL AND abs:"long context"&x', 100),
      'https://export.arxiv.org/api/query?search_query=cat:cs.CL+AND+abs:%22long+context%22%26x&sortBy=submittedDate&sortOrder=descending&start=100&max_results=100',
    );
  });

  it('is that of the arXiv announcements of several categories', () => {
    assert.equal(arxivRssUrl(FEED_ADDRESSES, ['cs.CL', 'cs.LG', 'cs.CL']), 'https://rss.arxiv.org/rss/cs.CL+cs.LG');
  });
});

describe('a search for arXiv', () => {
  for (const [typed, query] of [
    ['flash  attention', 'all:flash AND all:attention'],
    ['"long context" llm', 'all:"long context" AND all:llm'],
    [' cat:cs.CL AND abs:attention ', 'cat:cs.CL AND abs:attention'],
    ['(ti:a OR abs:b)', '(ti:a OR abs:b)'],
    ['   ', ''],
  ] as const) {
    it(`from “${typed}” is “${query}”`, () => assert.equal(arxivSearch(typed), query));
  }
});
