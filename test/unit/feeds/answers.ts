import type { Digest, DigestFormat, DigestSource } from '../../../src/core/papers/digest';
import type { PaperFields } from '../../../src/core/papers/paper';

// Small answers in the form of each service, and a reader that understands no more than these.

/** An answer of the Daily Papers API: what stands in the item and what in its paper. */
export function dailyPapers(ids: readonly string[]): string {
  return JSON.stringify(
    ids.map((id) => ({
      title: `Paper ${id}`,
      publishedAt: '2026-01-09T02:00:00.000Z',
      numComments: 2,
      paper: { id, authors: [{ name: 'Ada One', hidden: false }], publishedAt: '2026-01-07T18:00:00.000Z', summary: 'We show it.', upvotes: 5 },
    })),
  );
}

/** A page of the arXiv API. */
export function atom(ids: readonly string[], total: number, start = 0): string {
  const entries = ids.map(
    (id) => `<entry><id>http://arxiv.org/abs/${id}v1</id><published>2026-01-08T00:00:00Z</published><updated>2026-01-08T00:00:00Z</updated>
      <title>Paper ${id}</title><summary>We show
      it.</summary><author><name>Ada One</name></author></entry>`,
  );
  return atomFeed(entries.join(''), total, start, ids.length);
}

/** How the arXiv API says that a query is wrong. */
export function atomError(words: string): string {
  return atomFeed(`<entry><id>https://arxiv.org/api/errors#query</id><title>Error</title><summary>${words}</summary></entry>`, 1, 0, 1);
}

function atomFeed(entries: string, total: number, start: number, size: number): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/query</id><title>arXiv Query</title><updated>2026-01-09T00:00:00Z</updated>
  <opensearch:totalResults>${total}</opensearch:totalResults><opensearch:startIndex>${start}</opensearch:startIndex>
  <opensearch:itemsPerPage>${size}</opensearch:itemsPerPage>${entries}</feed>`;
}

/** What arXiv announces in a category; empty on its days off. */
export function rss(ids: readonly string[]): string {
  const items = ids.map(
    (id) => `<item><title>Paper ${id}</title><link>https://arxiv.org/abs/${id}</link>
      <description>arXiv:${id}v1 Announce Type: new&#10;Abstract: We show it.</description>
      <guid isPermaLink="false">oai:arXiv.org:${id}v1</guid><arxiv:announce_type>new</arxiv:announce_type><dc:creator>Ada One</dc:creator></item>`,
  );
  return `<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel>
  <title>cs.CL updates on arXiv.org</title><skipDays><day>Sunday</day><day>Saturday</day></skipDays>${items.join('')}</channel></rss>`;
}

/** Reads the answers above as the product's readers would; anything else it rejects with a reason. */
export function readAnswer(bytes: Uint8Array, name: string): Promise<Digest> {
  const text = new TextDecoder().decode(bytes);
  if (text.includes('<rss')) {
    return Promise.resolve(digest('arxiv-rss', name, ids(text, /oai:arXiv\.org:([\d.]+)v/gu)));
  }
  if (text.includes('<feed')) {
    const [, error] = /<title>Error<\/title><summary>([^<]*)</u.exec(text) ?? [];
    return Promise.resolve(digest('arxiv-atom', name, error === undefined ? ids(text, /<entry><id>[^<]*abs\/([\d.]+)v/gu) : [], error));
  }
  try {
    const items = JSON.parse(text) as readonly { readonly paper: { readonly id: string } }[];
    return Promise.resolve(digest('daily-papers-api', name, items.map(({ paper }) => paper.id)));
  } catch {
    return Promise.resolve(digest('daily-papers-text', name, [], 'This is not a list of papers that Lectern knows.'));
  }
}

function digest(format: DigestFormat, name: string, arxivIds: readonly string[], rejected?: string): Digest {
  const source: DigestSource = format.startsWith('arxiv') ? 'arxiv' : 'daily-papers';
  return {
    id: name.replace(/\.\w+$/u, ''),
    source,
    format,
    title: name,
    papers: arxivIds.map((arxivId): PaperFields => ({ title: `Paper ${arxivId}`, abstract: 'We show it.', arxivId })),
    lines: arxivIds.map((_, index) => index + 1),
    problems: rejected === undefined ? [] : [{ line: 1, reason: rejected, severity: 'rejected' }],
  };
}

function ids(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].flatMap(([, id]) => id ?? []);
}

/** Ids of that many preprints, the newest first: `2601.00250`, `2601.00249`, … */
export function preprints(newest: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `2601.${String(newest - index).padStart(5, '0')}`);
}
