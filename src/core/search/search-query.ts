import type { ReadingStatus } from '../papers/reading';
import type { MatchRange } from './hit';

/** What is beyond is not read: a query is typed by a person. UTF-16 units. */
export const LONGEST_QUERY = 600;

/** What a query asks, as plain data. Ranges are UTF-16 offsets into `typed`. */
export interface SearchQuery {
  /** As much of what was typed as is read. */
  readonly typed: string;
  /** The words to search for, also those of phrases and of `title:` and `abstract:`: what an index is asked. */
  readonly text: string;
  /** What the text of an answer must hold, or must not. */
  readonly conditions: readonly TextCondition[];
  /** What an answer must be apart from its text. */
  readonly facets: readonly FacetTerm[];
}

/** Words that are compared with words: of a text, of a name. */
export interface WordsSought {
  /** As typed, without quotes. */
  readonly text: string;
  /** Only these very words one after another. Else other forms of the words are right too. */
  readonly exact: boolean;
  /** The query ends in the last word, so it may still be being typed. */
  readonly unfinished: boolean;
}

export type TextField = 'title' | 'abstract';

/** A phrase, a negation, or words bound to a field. */
export interface TextCondition extends WordsSought {
  readonly range: MatchRange;
  /** Anywhere in the text when absent. */
  readonly field?: TextField;
  readonly negated: boolean;
}

export const DOCUMENT_KINDS = ['paper', 'note', 'run', 'annotation'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const PAPER_PARTS = ['code', 'demo', 'notes', 'annotations', 'abstract'] as const;
export type PaperPart = (typeof PAPER_PARTS)[number];

/** What has a name: an organisation, an author, a tag, a digest, the source of a digest, the key of a paper. */
export const NAMED_FACETS = ['org', 'author', 'tag', 'in', 'source', 'key'] as const;
export type NamedFacet = (typeof NAMED_FACETS)[number];

/** A year, a month or a day: `2024`, `2024-05`, `2024-05-12`. */
export type Period = string;

/** Published in these periods: `from` and `to` are in, `before` is out. */
export interface PublishedFacet {
  readonly kind: 'published';
  readonly from?: Period;
  readonly to?: Period;
  readonly before?: Period;
}

export type Facet =
  | { readonly kind: 'status'; readonly status: ReadingStatus }
  | { readonly kind: 'starred' }
  | { readonly kind: 'has'; readonly part: PaperPart }
  | { readonly kind: 'kind'; readonly of: DocumentKind }
  | PublishedFacet
  | ({ readonly kind: NamedFacet } & WordsSought);

export interface FacetTerm {
  readonly range: MatchRange;
  readonly facet: Facet;
  readonly negated: boolean;
}

/** What was typed without the pieces at these ranges. */
export function withoutRanges({ typed }: SearchQuery, ranges: readonly MatchRange[]): string {
  const kept = [...ranges].sort((one, other) => other.start - one.start).reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), typed);
  return kept.replace(/\s+/gu, ' ').trim();
}
