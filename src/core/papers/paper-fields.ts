import type { PaperField } from './paper';

/**
 * Which of several records decides on a field.
 *
 * - `first`: the one of the oldest digest.
 * - `version`: the one that states the newest version of the preprint; of these, the one of the oldest digest.
 * - `count`: the one of the newest digest.
 * - `latest`: the one with the largest value.
 * - `each`: every name of it for itself, the one of the oldest digest.
 */
export type FieldRule = 'first' | 'version' | 'count' | 'latest' | 'each';

export const FIELD_RULES: Readonly<Record<PaperField, FieldRule>> = {
  title: 'version',
  abstract: 'version',
  authors: 'version',
  authorCount: 'version',
  organisation: 'first',
  published: 'first',
  year: 'first',
  updated: 'latest',
  comments: 'count',
  upvotes: 'count',
  arxivId: 'first',
  arxivVersion: 'latest',
  doi: 'first',
  categories: 'version',
  keywords: 'first',
  venue: 'first',
  remark: 'version',
  url: 'first',
  repository: 'first',
  projectPage: 'first',
  machineSummary: 'first',
  extra: 'each',
};

/** The fields in the order in which they are listed everywhere. */
export const PAPER_FIELDS: readonly PaperField[] = namesOf(FIELD_RULES);

function namesOf<Name extends string>(record: Readonly<Record<Name, unknown>>): readonly Name[] {
  return Object.keys(record) as Name[];
}
