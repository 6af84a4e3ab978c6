import type { Organisation, PaperKey } from '../papers/paper';

/** What of a paper is searched. A `Paper` of the library is one. */
export interface SearchDocument {
  readonly key: PaperKey;
  readonly title: string;
  readonly abstract: string;
  /** Names, where the source lists them. */
  readonly authors?: readonly string[];
  readonly organisation?: Organisation;
}

/** Everyone behind a paper, as one text: authors, then the organisation's slug and name. */
export function peopleOf({ authors = [], organisation }: SearchDocument): string {
  return [...authors, ...(organisation ? [organisation.slug, organisation.name] : [])].join(' ');
}
