/** What a URL in an abstract points to. */
export type LinkKind = 'repository' | 'file' | 'model' | 'dataset' | 'project' | 'documentation';

/** A URL found in a text, with its type. Offsets are UTF-16 units into that text. */
export interface Link {
  readonly kind: LinkKind;
  /** The URL without sentence punctuation that follows it. */
  readonly url: string;
  /** Short name for a chip, for example `QwenLM/Self-Lengthen`. */
  readonly label: string;
  readonly start: number;
  readonly end: number;
}
