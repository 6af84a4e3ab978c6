import type { DigestSource } from './digest';
import { KeyRegistry } from './key-registry';
import type { SourceRecord } from './merge';
import type { DigestId, IsoDate, Paper, PaperKey } from './paper';

export interface DigestSummary {
  readonly id: DigestId;
  readonly source: DigestSource;
  readonly title: string;
  readonly date?: IsoDate;
}

/** What a library is made of, as the digests and the keys given make it. */
export interface LibraryData {
  /** Oldest first; undated ones last. */
  readonly digests: readonly DigestSummary[];
  /** In the order in which the digests list them, oldest digest first. */
  readonly papers: readonly Paper[];
  /** The place of each paper in its oldest digest. */
  readonly places: readonly number[];
  /** The records of the papers that are more than what one record of a digest says. */
  readonly records: ReadonlyMap<PaperKey, readonly SourceRecord[]>;
  /** Keys by which papers were known before two of them turned out to be one, with the key that finds it now. */
  readonly formerKeys: ReadonlyMap<PaperKey, PaperKey>;
  /** Every key that was ever given; of the papers here, all marks. Only ever added to. */
  readonly keys: KeyRegistry;
}

export function emptyLibraryData(keys = new KeyRegistry()): LibraryData {
  return { digests: [], papers: [], places: [], records: new Map(), formerKeys: new Map(), keys };
}
