import type { Link } from './link';

/** Short, stable, readable name of a paper (`flashattention`, `lm-infinite`). Once given it never changes. */
export type PaperKey = string;

/** Identifier of a digest: its kind and date, for example `daily-papers-2026-01-09`. */
export type DigestId = string;

/** A calendar day as `YYYY-MM-DD`. */
export type IsoDate = string;

export interface Organisation {
  /** Name in URLs, for example `google`. */
  readonly slug: string;
  /** Name as displayed, for example `Google`. */
  readonly name: string;
}

/** What a source says of one paper. Text fields are kept exactly as the source has them. */
export interface PaperFields {
  readonly title: string;
  readonly abstract: string;
  /** Names, where the source lists them. */
  readonly authors?: readonly string[];
  /** Number of authors; sources without names may still give it. */
  readonly authorCount?: number;
  readonly organisation?: Organisation;
  /** Day the paper was published (not the day a digest listed it). */
  readonly published?: IsoDate;
  /** Number of comments on the source's page. */
  readonly comments?: number;
  readonly upvotes?: number;
  /** Without version suffix, for example `2205.14135`. */
  readonly arxivId?: string;
  /** Lower case, without resolver, for example `10.48550/arxiv.2205.14135`. */
  readonly doi?: string;
}

export type PaperField = keyof PaperFields;

/** A paper of the library: merged fields, with the digest each field came from. */
export interface Paper extends PaperFields {
  readonly key: PaperKey;
  /** Links found in the abstract, in order of appearance. */
  readonly links: readonly Link[];
  /** Digests that list this paper, oldest first. */
  readonly digests: readonly DigestId[];
  /** Where each present field came from. */
  readonly sources: Readonly<Partial<Record<PaperField, DigestId>>>;
}
