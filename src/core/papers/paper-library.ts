import type { DigestSummary, LibraryData } from './library-data';
import type { DigestRecords } from './combine-readings';
import type { SourceRecord } from './merge';
import { recordOfPaper } from './packing/packed-record';
import type { DigestId, Paper, PaperKey } from './paper';

/** All papers of all digests, without duplicates, to look up by key. */
export class Library {
  readonly digests: readonly DigestSummary[];
  /** In the order in which the digests list them, oldest digest first. */
  readonly papers: readonly Paper[];
  private readonly indexByKey: ReadonlyMap<PaperKey, number>;

  constructor(readonly data: LibraryData) {
    this.digests = data.digests;
    this.papers = data.papers;
    const indexByKey = new Map<PaperKey, number>();
    data.papers.forEach(({ key }, index) => indexByKey.set(key, index));
    this.indexByKey = indexByKey;
  }

  /** The paper of this key, also of one it had before two records turned out to be the same paper. */
  paper(key: PaperKey): Paper | undefined {
    const index = this.indexByKey.get(key) ?? this.indexByKey.get(this.data.formerKeys.get(key) ?? key);
    return index === undefined ? undefined : this.papers[index];
  }

  /** What each digest says of a paper of this library. */
  recordsOf(paper: Paper): readonly SourceRecord[] {
    return this.data.records.get(paper.key) ?? [this.onlyRecordOf(paper)];
  }

  /** The abstracts that digests gave of a paper, those of the newest digests first, of earlier readings last. */
  abstractsOf(paper: Paper): readonly string[] {
    const age = new Map(this.digests.map(({ id }, index) => [id, this.digests.length - index]));
    const records = [...this.recordsOf(paper)].sort(
      (one, other) => Number(one.earlier ?? false) - Number(other.earlier ?? false) || (age.get(one.digest) ?? 0) - (age.get(other.digest) ?? 0),
    );
    return records.map(({ fields }) => fields.abstract).filter((abstract) => abstract !== '');
  }

  /** What the readings of a digest said. */
  recordsIn(digest: DigestId): DigestRecords {
    const records = this.papers
      .filter(({ digests }) => digests.includes(digest))
      .flatMap((paper) => this.recordsOf(paper).filter((record) => record.digest === digest))
      .sort((one, other) => one.place - other.place);
    const earlier = records.filter((record) => record.earlier).map(({ fields }) => fields);
    const papers = records.filter((record) => !record.earlier).map(({ fields }) => fields);
    return earlier.length === 0 ? { papers } : { papers, earlier };
  }

  /** A paper of one record says just what that does. */
  private onlyRecordOf(paper: Paper): SourceRecord {
    const [digest = ''] = paper.digests;
    const place = this.data.places[this.indexByKey.get(paper.key) ?? -1] ?? 0;
    return { digest, place, fields: recordOfPaper(paper) };
  }
}
