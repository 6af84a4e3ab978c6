import type { PaperKey } from '../../papers/paper';
import type { Annotation } from '../annotation';
import type { SaidFields } from './imported-record';

/** The forms of annotations that come in, by their content. */
export type ExchangeForm = 'lectern' | 'w3c' | 'hypothesis' | 'zotero';

/** What a file says an annotation is on. One of the library's papers, if it is recognised. */
export interface ForeignDocument {
  /** The same for all annotations on it, in every file. */
  readonly id: string;
  /** For the reader: its title, else its address. */
  readonly name: string;
  /** The key that the paper has in the library it comes from, which another library may have given to another paper. */
  readonly key?: PaperKey;
  readonly arxivId?: string;
  readonly doi?: string;
  /** Web addresses. */
  readonly urls: readonly string[];
  readonly title?: string;
}

/** Where in a file a record stands, both counted from one. */
export interface RecordPlace {
  readonly line: number;
  /** Among the records of the file. */
  readonly number: number;
}

/** An annotation that was read from a file; it has no paper before its document is recognised. */
export interface ReadAnnotation extends RecordPlace {
  readonly form: ExchangeForm;
  readonly document: string;
  /** A foreign position counts in a text that is not here and is left out; what it said is in `extra`. */
  readonly annotation: Omit<Annotation, 'paper'>;
  /** Those fields that the form has. Absent for Lectern's own, which has all. */
  readonly said?: SaidFields;
}

export interface ExchangeProblem extends RecordPlace {
  readonly reason: string;
  /** `warning`: the annotation was read, but not all of it. */
  readonly severity: 'rejected' | 'warning';
}

/** What a file holds. */
export interface ReadAnnotations {
  readonly documents: readonly ForeignDocument[];
  readonly annotations: readonly ReadAnnotation[];
  readonly problems: readonly ExchangeProblem[];
}
