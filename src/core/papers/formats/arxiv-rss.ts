import type { Digest } from '../digest';
import type { IsoDate, Json } from '../paper';
import type { FormatReader, ImportText } from '../format-reader';
import type { ArxivId } from './arxiv-id';
import type { FeedRecord } from './feed';
import type { PaperDraft } from './digest-draft';
import { longDate } from '../dates';
import { fingerprint } from '../fingerprint';
import { arxivPage, findArxivId, isArxivClass } from './arxiv-id';
import { readAnnouncement, splitCreators, type Announcement } from './arxiv-announcement';
import { DigestDraft } from './digest-draft';
import { readDoi } from './doi';
import { Feed, dated, feedStart } from './feed';
import { feedDate } from './feed-date';
import { hasMarkup, htmlText } from './html-text';
import { oneLine, slug, unwrap, webAddress } from './text-lines';

/**
 * arXiv's daily announcements as RSS or Atom, and other feeds of papers. An item of arXiv says in its text which version of which
 * preprint is announced and why; a replacement is dated as an update, only a new listing as published. On days without
 * announcements the feed is empty, as it should be.
 *
 * Source: arXiv, "RSS feed specifications"; RSS 2.0; RFC 4287.
 */
export const arxivRss: FormatReader = {
  format: 'arxiv-rss',
  description: 'an RSS or Atom feed of papers',

  recognise(text) {
    const feed = feedStart(text);
    if (feed === undefined) {
      return 0;
    }
    if (/rss\.arxiv\.org|arxiv\.org\/(?:rss|atom)\/|oai:arXiv\.org:|Announce Type:/iu.test(feed.start)) {
      return 0.95;
    }
    return /arxiv/iu.test(feed.start) ? 0.8 : 0.6;
  },

  read({ text }: ImportText): Digest {
    const draft = new DigestDraft();
    const feed = new Feed(text, draft);
    let newest = '';
    feed.readRecords((item, line, whole) => {
      const paper = readItem(item, whole);
      if (paper !== undefined) {
        draft.add(paper, line);
        const day = dayOf(item) ?? '';
        newest = day > newest ? day : newest;
      }
      return paper !== undefined;
    });
    const ownDate = ['pubDate', 'lastBuildDate', 'updated', 'dc:date'].map((name) => feedDate(feed.head.line(name))).find((day) => day !== undefined);
    const date = ownDate ?? (newest === '' ? undefined : newest);
    if (feed.isEmpty) {
      draft.warn(1, 'The feed holds no papers. arXiv’s feeds are empty on days without announcements.');
    }
    const title = oneLine(plainText(feed.head.line('title')));
    const name = categoryOf(feed.head) ?? title.replace(/\bupdates on arXiv\.org\b/iu, '').trim();
    const id = slug(name) || fingerprint(draft.papers.map((paper) => paper.title).join('\n'));
    return draft.digest({
      id: dated(`arxiv-${id}`, date),
      source: 'arxiv',
      format: 'arxiv-rss',
      title: [title || name || 'Feed of papers', ...(date === undefined ? [] : [longDate(date)])].join(', '),
      ...(date === undefined ? {} : { date }),
    });
  },
};

/** The classes a feed of arXiv is of, from its address: `cs.CL+cs.LG`. */
function categoryOf(head: FeedRecord): string | undefined {
  const addresses = [head.line('id'), ...head.all('link').flatMap(({ text, attributes }) => [text, attributes['href'] ?? ''])];
  return addresses.map((address) => /\barxiv\.org\/(?:rss|atom)\/([\w.+-]{2,200})/iu.exec(address)?.[1]).find((category) => category !== undefined);
}

/** @returns `undefined` for what has no title, or neither an identifier nor a page */
function readItem(item: FeedRecord, whole: boolean): PaperDraft | undefined {
  const description = item.first('description', 'summary') ?? item.first('content:encoded', 'content');
  const announcement = readAnnouncement(item, description?.text ?? '');
  const page = pageOf(item);
  const id = announcement?.id ?? [item.line('guid'), item.line('id'), page ?? ''].map(findArxivId).find((found) => found !== undefined);
  const title = announcement?.title ?? oneLine(plainText(item.line('title')));
  if (title === '' || (id === undefined && page === undefined) || (!whole && description === undefined)) {
    return undefined;
  }
  const isPageOfArxiv = page === undefined || /^https?:\/\/(?:[\w-]+\.)?arxiv\.org\//iu.test(page);
  return {
    title,
    abstract: announcement?.abstract ?? markedText(item, description?.text ?? ''),
    ...peopleOf(item),
    ...datesOf(item, announcement, id),
    ...identifiersOf(item, id),
    ...subjectsOf(item, announcement),
    venue: item.line('arxiv:journal_reference', 'arxiv:journal_ref') || undefined,
    remark: item.line('arxiv:comment') || undefined,
    url: id !== undefined && isPageOfArxiv ? arxivPage(id.arxivId) : page,
    extra: extraOf(item, announcement, description?.text ?? ''),
  };
}

/** The page an item links to: RSS has the address as text, Atom as an attribute. */
function pageOf(item: FeedRecord): string | undefined {
  const links = item.all('link').filter(({ attributes }) => ['alternate', undefined].includes(attributes['rel']));
  const guids = item.all('guid').filter(({ attributes }) => attributes['isPermaLink'] !== 'false').map(({ text }) => text);
  return [...links.flatMap(({ text, attributes }) => [text, attributes['href'] ?? '']), ...guids].map(webAddress).find((address) => address !== undefined);
}

/**
 * Names are those of `dc:creator`, of Atom's `author`, or of RSS's `author`, without an e-mail address. One element may list them all;
 * several hold one each.
 */
function peopleOf(item: FeedRecord): Pick<PaperDraft, 'authors'> {
  const creators = item.lines('dc:creator').map(plainText);
  const people = item.all('author').map(({ children, text }) => oneLine(plainText(children.find(({ name }) => name === 'name')?.text ?? text)));
  const written = (creators.length > 0 ? creators : people).map((person) => person.replace(/^\S+@\S+\s*\((.+)\)$/u, '$1'));
  const [only] = written;
  const names = written.length === 1 && only !== undefined ? splitCreators(only) : written;
  return { authors: names.filter((name) => name !== '' && !/^\S+@\S+$/u.test(name)) };
}

/**
 * A replacement is dated by the day of its announcement. So is a new listing, as published. Of other feeds the date counts when it
 * can be that of the preprint: its identifier names the month it was submitted in.
 */
function datesOf(item: FeedRecord, announcement: Announcement | undefined, id: ArxivId | undefined): Pick<PaperDraft, 'published' | 'updated'> {
  if (announcement !== undefined) {
    return announcement.type?.startsWith('replace') === true ? { updated: dayOf(item) } : { published: dayOf(item) };
  }
  const published = feedDate(item.line(...DATES));
  const updated = feedDate(item.line('updated'));
  const isListing = id !== undefined && published !== undefined && !mayBePublished(published, id.arxivId);
  return { published: isListing ? undefined : published, updated: updated === published ? undefined : updated };
}

const DATES = ['pubDate', 'published', 'dc:date'];

function dayOf(item: FeedRecord): IsoDate | undefined {
  return feedDate(item.line(...DATES)) ?? feedDate(item.line('updated'));
}

/** Papers submitted on the last days of a month are announced in the first week of the next. */
function mayBePublished(day: string, arxivId: string): boolean {
  const digits = arxivId.replace(/^.*\//u, '');
  const submitted = `${Number(digits.slice(0, 2)) > 90 ? '19' : '20'}${digits.slice(0, 2)}-${digits.slice(2, 4)}`;
  const month = day.slice(0, 7);
  const monthsBetween = (Number(month.slice(0, 4)) - Number(submitted.slice(0, 4))) * 12 + Number(month.slice(5)) - Number(submitted.slice(5));
  return monthsBetween === 0 || (monthsBetween === 1 && Number(day.slice(8)) <= 7);
}

function identifiersOf(item: FeedRecord, id: ArxivId | undefined): Pick<PaperDraft, 'arxivId' | 'arxivVersion' | 'doi'> {
  const doi = item.line('arxiv:DOI', 'arxiv:doi', 'prism:doi', 'dc:identifier').split(' ').map(readDoi).find((found) => found !== undefined);
  return { ...(doi !== undefined && 'arxivId' in doi ? doi : {}), ...(doi !== undefined && 'doi' in doi ? doi : {}), ...id };
}

function subjectsOf(item: FeedRecord, announcement: Announcement | undefined): Pick<PaperDraft, 'categories' | 'keywords'> {
  const terms = item.all('category').map(({ text, attributes }) => oneLine(text) || oneLine(attributes['term'] ?? ''));
  const subjects = item.lines('dc:subject');
  const all = [...new Set([...(announcement?.categories ?? []), ...terms, ...subjects])].filter((term) => term !== '');
  return { categories: all.filter(isArxivClass), keywords: all.filter((term) => !isArxivClass(term)) };
}

function extraOf(item: FeedRecord, announcement: Announcement | undefined, description: string): { readonly arxiv: Readonly<Record<string, Json>> } | undefined {
  const content = plainText(item.first('content:encoded', 'content')?.text ?? '');
  const rights = item.line('dc:rights', 'rights');
  const pubDate = item.line('pubDate', 'published');
  const extra: Readonly<Record<string, Json>> = {
    ...(announcement?.type === undefined ? {} : { announceType: announcement.type }),
    ...(rights === '' ? {} : { rights }),
    ...(pubDate === '' ? {} : { pubDate }),
    ...(content === '' || content === plainText(description) ? {} : { content }),
  };
  return Object.keys(extra).length === 0 ? undefined : { arxiv: extra };
}

/** The text of a description: XHTML from its source, HTML without its tags, plain text without its hard line breaks. */
function markedText(item: FeedRecord, text: string): string {
  const xhtml = ['summary', 'content'].flatMap((name) => item.all(name)).find(({ attributes }) => attributes['type'] === 'xhtml');
  return xhtml === undefined ? plainText(text) : htmlText(xhtml.source);
}

function plainText(text: string): string {
  return hasMarkup(text) ? htmlText(text) : unwrap(text);
}
