import type { Digest, DigestFormat } from './digest';
import type { IsoDate } from './paper';

/** A text to be read as a digest. */
export interface ImportText {
  readonly text: string;
  /** Name of the file, without folders: it names a digest whose text does not name itself. Never decides the format. */
  readonly name?: string;
  /** Day of the import, for texts that do not say which day they are of. */
  readonly today?: IsoDate;
}

/** Reads one form of digest. */
export interface FormatReader {
  readonly format: DigestFormat;
  /** The form in words for a message, for example `a BibTeX bibliography`. */
  readonly description: string;
  /**
   * How surely a text is of this form, from 0 to 1, by its content alone. Looks at a bounded part of the text.
   * 0.9 and above: it says so itself; 0.5: it looks like it; 0: it is not.
   */
  recognise(text: string): number;
  /**
   * Reads the whole text, in time linear in it. Never throws: what cannot be read is a problem of the digest, and what
   * can be recovered is kept.
   */
  read(input: ImportText): Digest;
}
