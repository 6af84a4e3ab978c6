import type { DigestSource } from './digest';

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

/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** What a source says beyond the fields below, under its own names, so that an export gives it back. */
export type ExtraFields = Readonly<Partial<Record<DigestSource, Readonly<Record<string, Json>>>>>;

/** What a source says of one paper. Text fields are kept exactly as the source has them. */
export interface PaperFields {
  readonly title: string;
  /** Empty where the source has none. */
  readonly abstract: string;
  /** Names in reading order (`Tri Dao`), where the source lists them. */
  readonly authors?: readonly string[];
  /** Number of authors; sources without names may still give it. */
  readonly authorCount?: number;
  readonly organisation?: Organisation;
  /** Day the paper was published (not the day a digest listed it). For a preprint, that of its first version. */
  readonly published?: IsoDate;
  /** Year of publication where the source gives no day. Absent when `published` is there. */
  readonly year?: number;
  /** Day of the newest version. */
  readonly updated?: IsoDate;
  /** Number of comments on the source's page. */
  readonly comments?: number;
  readonly upvotes?: number;
  /** Without version suffix, for example `2205.14135` or `hep-ex/0307015`. */
  readonly arxivId?: string;
  /** Newest version known of the preprint. */
  readonly arxivVersion?: number;
  /** Lower case, without resolver, for example `10.1145/3292500.3330701`. A DOI that arXiv gives is kept as `arxivId` instead. */
  readonly doi?: string;
  /** Subject classes of arXiv, primary first, for example `cs.LG`. */
  readonly categories?: readonly string[];
  readonly keywords?: readonly string[];
  /** Journal, proceedings or journal reference. */
  readonly venue?: string;
  /** The authors' remark, for example `12 pages, 3 figures`. */
  readonly remark?: string;
  /** Page of the paper at its source: http or https. */
  readonly url?: string;
  /** Repository that the source names for the paper: http or https. */
  readonly repository?: string;
  /** Project page that the source names for the paper: http or https. */
  readonly projectPage?: string;
  /** Summary that the source had written by a machine, and says so. */
  readonly machineSummary?: string;
  readonly extra?: ExtraFields;
}

export type PaperField = keyof PaperFields;

/** A paper of the library: merged fields, with the digest each field came from. `linksOf` finds the links of its abstract. */
export interface Paper extends PaperFields {
  readonly key: PaperKey;
  /** Digests that list this paper, oldest first. */
  readonly digests: readonly DigestId[];
  /** Where each present field came from. */
  readonly sources: Readonly<Partial<Record<PaperField, DigestId>>>;
}
