import type { Paper, PaperKey } from './paper';
import type { DigestSummary, LibraryData } from './library-data';

export { buildLibrary } from './build-library';
export { LibraryDataError, NewerLibraryError, parseLibraryData } from './library-data';
export type { DigestSummary, LibraryData } from './library-data';

/** All papers of all digests, without duplicates, to look up by key. */
export class Library {
  readonly digests: readonly DigestSummary[];
  /** In the order in which the digests list them, oldest digest first. */
  readonly papers: readonly Paper[];
  private readonly byKey: ReadonlyMap<PaperKey, Paper>;

  constructor(data: LibraryData) {
    this.digests = data.digests;
    this.papers = data.papers;
    const byKey = new Map(data.papers.map((paper) => [paper.key, paper]));
    for (const [former, key] of Object.entries(data.formerKeys ?? {})) {
      const paper = byKey.get(key);
      if (paper !== undefined && !byKey.has(former)) {
        byKey.set(former, paper);
      }
    }
    this.byKey = byKey;
  }

  /** The paper of this key, also of one it had before two records turned out to be the same paper. */
  paper(key: PaperKey): Paper | undefined {
    return this.byKey.get(key);
  }
}
