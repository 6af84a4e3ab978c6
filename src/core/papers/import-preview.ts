import type { Digest } from './digest';
import type { PaperField, PaperFields, PaperKey } from './paper';

/** What two records agree in that are the same paper. */
export type SameBy = 'arxivId' | 'doi' | 'title';

/** A record of an import that is no paper of the library yet. */
export interface NewRecord {
  /** One-based line at which the record begins in the source. */
  readonly line: number;
  /** What the record says; of a new paper, with what the records after it say of the same one. */
  readonly paper: PaperFields;
}

/** A field that an import adds to a paper or changes. */
export interface FieldChange<F extends PaperField = PaperField> {
  readonly field: F;
  /** Absent when the paper did not have the field. */
  readonly before?: PaperFields[F];
  /** `undefined` when the paper has the field no longer. */
  readonly after: PaperFields[F];
}

/** A record of an import that is a paper of the library already and says more, or other, than is known of it. */
export interface ChangedRecord extends NewRecord {
  readonly key: PaperKey;
  readonly why: SameBy;
  /** Never empty; in the order of the fields of a paper. */
  readonly changes: readonly FieldChange[];
}

/** A record of an import that adds nothing to a paper of the library, or to the first record that the import has of the paper. */
export interface DuplicateRecord extends NewRecord {
  readonly why: SameBy;
  /** The paper of the library it is, or the record of the same import that came before it. */
  readonly of: { readonly key: PaperKey; readonly title: string } | { readonly line: number; readonly title: string };
}

/** A paper of the library that changes because a record of it, or one like it, turns out to be another paper's. */
export interface ChangedElsewhere {
  /** Absent for a paper that becomes one of its own. */
  readonly key?: PaperKey;
  readonly title: string;
  readonly changes: readonly FieldChange[];
}

/** What an import would do to the library, before it is done. Each record of the digest is in one of the three lists. */
export interface ImportPreview {
  readonly digest: Digest;
  readonly added: readonly NewRecord[];
  readonly changed: readonly ChangedRecord[];
  readonly duplicates: readonly DuplicateRecord[];
  /**
   * Papers that change though no record of the import is theirs, absent when there are none: a record that fits several
   * papers by its title may go to another one now.
   */
  readonly elsewhere?: readonly ChangedElsewhere[];
}

/** An import that was done, as the library remembers it. */
export interface ImportSummary {
  readonly title: string;
  /** Moment of the import, ISO 8601. */
  readonly at: string;
  readonly added: number;
  readonly changed: number;
}
