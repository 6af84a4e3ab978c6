import type { Digest } from '../digest';
import type { Json } from '../paper';
import type { FormatReader, ImportText } from '../format-reader';
import type { FeedElement } from './feed-element';
import type { FeedRecord } from './feed';
import { fingerprint } from '../fingerprint';
import { arxivPage, findArxivId } from './arxiv-id';
import { DigestDraft } from './digest-draft';
import { readDoi } from './doi';
import { Feed, feedStart } from './feed';
import { feedDate } from './feed-date';
import { excerpt, oneLine, unwrap, webAddress } from './text-lines';

/**
 * The answer of arXiv's query API: an Atom feed of preprints. An error arrives as a feed with one entry titled `Error`, and becomes
 * a problem in arXiv's own words.
 *
 * Source: arXiv API User's Manual.
 */
export const arxivAtom: FormatReader = {
  format: 'arxiv-atom',
  description: 'an answer of the arXiv query API',

  recognise(text) {
    const feed = feedStart(text);
    if (feed?.root !== 'feed') {
      return 0;
    }
    if (/arxiv\.org\/api\/|<title[^<>]*>\s*arXiv (?:Query|Search Results)/iu.test(feed.start)) {
      return 0.95;
    }
    return /<(?:[\w.-]+:)?id>\s*https?:\/\/(?:export\.)?arxiv\.org\/abs\//iu.test(feed.start) && feed.start.includes('primary_category') ? 0.9 : 0;
  },

  read({ text }: ImportText): Digest {
    const draft = new DigestDraft();
    const feed = new Feed(text, draft);
    const query = feed.head.line('title');
    const errors: string[] = [];
    feed.readRecords((entry, line, whole) => {
      const error = errorOf(entry);
      if (error === undefined) {
        return readEntry(draft, entry, line, whole);
      }
      errors.push(error);
      draft.reject(line, `arXiv answered with an error: ${error}`);
      return true;
    });
    if (draft.papers.length === 0 && errors.length === 0) {
      draft.warn(1, feed.isEmpty ? `The query found nothing: arXiv’s answer to “${excerpt(queryWords(query) || query)}” holds no papers.` : 'No paper of this answer could be read.');
    }
    const date = feedDate(feed.head.line('updated'));
    const link = feed.head.all('link').map(({ attributes }) => attributes['href'] ?? '').join(' ');
    return draft.digest({
      id: `arxiv-query-${fingerprint(`${query}\n${link}`)}`,
      source: 'arxiv',
      format: 'arxiv-atom',
      title: queryWords(query) === '' ? query || 'arXiv query' : `arXiv query: ${queryWords(query)}`,
      ...(date === undefined ? {} : { date }),
    });
  },
};

/** The words of an error, or `undefined` for a paper. A paper may be called “Error”; it has an identifier of its own. */
function errorOf(entry: FeedRecord): string | undefined {
  const id = entry.line('id');
  const isError = /arxiv\.org\/api\/errors/iu.test(id) || (/^error$/iu.test(entry.line('title')) && findArxivId(id) === undefined);
  return isError ? entry.line('summary', 'content') || id : undefined;
}

/** @returns false when there is no title or no identifier: then it is no paper of arXiv */
function readEntry(draft: DigestDraft, entry: FeedRecord, line: number, whole: boolean): boolean {
  const title = entry.line('title');
  const id = findArxivId(entry.line('id')) ?? links(entry, 'alternate').map(findArxivId).find((found) => found !== undefined);
  const summary = entry.first('summary');
  if (title === '' || id === undefined || (!whole && summary === undefined)) {
    return false;
  }
  const authors = entry.all('author').map(readAuthor).filter(({ name }) => name !== '');
  const doi = doiOf(entry);
  draft.add(
    {
      title,
      abstract: unwrap(summary?.text ?? '', true),
      authors: authors.map(({ name }) => name),
      published: feedDate(entry.line('published')),
      updated: feedDate(entry.line('updated')),
      arxivId: id.arxivId,
      arxivVersion: id.arxivVersion,
      doi: doi !== undefined && 'doi' in doi ? doi.doi : undefined,
      categories: categoriesOf(entry),
      venue: entry.line('arxiv:journal_ref', 'arxiv:journal_reference') || undefined,
      remark: entry.line('arxiv:comment') || undefined,
      url: arxivPage(id.arxivId),
      extra: extraOf(entry, authors),
    },
    line,
  );
  return true;
}

interface Author {
  readonly name: string;
  readonly affiliation: readonly string[];
}

function readAuthor({ children }: FeedElement): Author {
  const texts = (name: string) => children.filter((child) => child.name === name).map(({ text }) => oneLine(text)).filter((text) => text !== '');
  return { name: texts('name')[0] ?? '', affiliation: texts('arxiv:affiliation') };
}

/** Primary class first, each once. */
function categoriesOf(entry: FeedRecord): readonly string[] {
  const terms = [...entry.all('arxiv:primary_category'), ...entry.all('category')].map(({ attributes }) => oneLine(attributes['term'] ?? ''));
  return [...new Set(terms)].filter((term) => term !== '');
}

/** arXiv names the DOI in an element of its own and links to its resolver; several are separated by blanks. */
function doiOf(entry: FeedRecord): ReturnType<typeof readDoi> {
  const resolver = entry.all('link').filter(({ attributes }) => attributes['title'] === 'doi').map(({ attributes }) => attributes['href'] ?? '');
  return [...entry.line('arxiv:doi', 'arxiv:DOI').split(' '), ...resolver].map(readDoi).find((doi) => doi !== undefined);
}

function links(entry: FeedRecord, relation: string): readonly string[] {
  return entry.all('link').filter(({ attributes }) => attributes['rel'] === relation).map(({ attributes }) => attributes['href'] ?? '');
}

function extraOf(entry: FeedRecord, authors: readonly Author[]): { readonly arxiv: Readonly<Record<string, Json>> } | undefined {
  const affiliations = authors.filter(({ affiliation }) => affiliation.length > 0).map(({ name, affiliation }) => ({ name, affiliation }));
  const related = entry
    .all('link')
    .filter(({ attributes }) => attributes['rel'] === 'related' && !['pdf', 'doi'].includes(attributes['title'] ?? ''))
    .map(({ attributes }) => ({ title: attributes['title'] ?? '', href: webAddress(attributes['href'] ?? '') ?? '' }))
    .filter(({ href }) => href !== '');
  const otherDois = entry.line('arxiv:doi', 'arxiv:DOI').split(' ').slice(1);
  const extra: Readonly<Record<string, Json>> = {
    ...(affiliations.length === 0 ? {} : { affiliations }),
    ...(related.length === 0 ? {} : { related }),
    ...(otherDois.length === 0 ? {} : { otherDois }),
  };
  return Object.keys(extra).length === 0 ? undefined : { arxiv: extra };
}

/** What was asked for, from the title of the answer: `arXiv Query: search_query=all:testing&id_list=&start=0`. Empty where it does not say. */
function queryWords(title: string): string {
  const parts = title.replace(/^arXiv Query:\s*/iu, '').split('&').map((part) => /^(search_query|id_list)=(.+)$/u.exec(part));
  const words = parts.flatMap((part) => (part?.[2] === undefined ? [] : [part[1] === 'id_list' ? `id ${part[2]}` : part[2]]));
  return words.join(', ');
}
