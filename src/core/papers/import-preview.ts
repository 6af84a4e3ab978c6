import type { Digest } from './digest';
import type { PaperField, PaperFields, PaperKey } from './paper';

/** What two records agree in that are the same paper. */
export type SameBy = 'arxivId' | 'doi' | 'title';

/** A record of an import that is no paper of the library yet. */
export interface NewRecord {
  /** One-based line at which the record begins in the source. */
  readonly line: number;
  readonly paper: PaperFields;
}

/** A field that an import adds to a paper or changes. */
export interface FieldChange<F extends PaperField = PaperField> {
  readonly field: F;
  /** Absent when the paper did not have the field. */
  readonly before?: PaperFields[F];
  readonly after: PaperFields[F];
}

/** A record of an import that is a paper of the library already and says more, or other, than is known of it. */
export interface ChangedRecord extends NewRecord {
  readonly key: PaperKey;
  readonly why: SameBy;
  /** Never empty; in the order of the fields of a paper. */
  readonly changes: readonly FieldChange[];
}

/** A record of an import that says nothing new. */
export interface DuplicateRecord extends NewRecord {
  readonly why: SameBy;
  /** The paper of the library it is, or the record of the same import that came before it. */
  readonly of: { readonly key: PaperKey; readonly title: string } | { readonly line: number; readonly title: string };
}

/** What an import would do to the library, before it is done. Each record of the digest is in one of the three lists. */
export interface ImportPreview {
  readonly digest: Digest;
  readonly added: readonly NewRecord[];
  readonly changed: readonly ChangedRecord[];
  readonly duplicates: readonly DuplicateRecord[];
}

/** An import that was done, as the library remembers it. */
export interface ImportSummary {
  readonly title: string;
  /** Moment of the import, ISO 8601. */
  readonly at: string;
  readonly added: number;
  readonly changed: number;
}
