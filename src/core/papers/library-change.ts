import { forEach, type Steps } from '../steps';
import { combineReadings, type DigestRecords } from './combine-readings';
import { compareDigests, DigestOrder } from './digest-order';
import { groupRecords, type Identified, type RecordGroup } from './group-records';
import { identityOf, type IdentityToken } from './identity';
import type { GivenKeys } from './key-registry';
import type { Library } from './paper-library';
import type { DigestSummary, LibraryData } from './library-data';
import { mergeRecords, type MergedFields, type SourceRecord } from './merge';
import type { DigestId, Paper, PaperKey } from './paper';
import { paperOfRecord } from './packing/packed-record';
import type { RecordPacker } from './packing/record-packer';
import { Shared } from './shared';
import { samePaper } from './same-paper';

/** What a digest brings to a library. */
export type DigestContent = DigestSummary & DigestRecords;

export type IdentifiedRecord = SourceRecord & Identified;

/** A paper as a change makes it, before it has its key. */
export interface RegroupedPaper extends MergedFields {
  readonly group: RecordGroup<IdentifiedRecord>;
  /** Oldest first. */
  readonly digests: readonly DigestId[];
  /** Of its oldest digest. */
  readonly rank: number;
  /** In its oldest digest. */
  readonly place: number;
}

/** What digests change in a library: everything that the records of the same papers have to do with, and nothing else. */
export interface LibraryChange {
  /** All digests there are then, in order. */
  readonly digests: readonly DigestSummary[];
  /** The digests that came, each with what an earlier reading of it said. */
  readonly contents: readonly DigestContent[];
  /** Papers of the library that are made anew. */
  readonly before: ReadonlySet<Paper>;
  /** What is made of them and of the digests, in order of listing. */
  readonly after: readonly RegroupedPaper[];
}

/** Finds what digests change that are added, or read again. */
export function* changeWith(library: Library, digests: readonly DigestContent[]): Steps<LibraryChange> {
  return yield* changeTo(library, yield* combined(library, digests));
}

/**
 * Finds what changes when digests are what is given now, or are gone (`undefined`), in time linear in their size and that of
 * the papers they have to do with.
 */
export function* changeTo(library: Library, digests: ReadonlyMap<DigestId, DigestContent | undefined>): Steps<LibraryChange> {
  const contents = [...digests.values()].filter((content) => content !== undefined);
  const all = [...library.digests.filter(({ id }) => !digests.has(id)), ...contents.map(summaryOf)].sort(compareDigests);
  const order = new DigestOrder(all);
  const arriving: IdentifiedRecord[] = [];
  for (const { id, papers, earlier = [] } of contents) {
    yield* forEach(papers, (fields, place) => arriving.push(identified({ digest: id, place, fields })));
    yield* forEach(earlier, (fields, index) => arriving.push(identified({ digest: id, place: papers.length + index, fields, earlier: true })));
  }
  const { before, staying } = yield* affected(library, digests, arriving);
  const groups = yield* groupRecords([...staying, ...arriving]);
  const shared = new Shared();
  const after: RegroupedPaper[] = [];
  yield* forEach(groups, (group) => after.push(regrouped(group, order, shared)));
  after.sort((one, other) => one.rank - other.rank || one.place - other.place);
  yield;
  return { digests: all, contents, before, after };
}

/**
 * The library after a change. A paper that stays what it was stays the same object.
 *
 * @param packer packs papers of several records; one of a single record is as that is
 */
export function* changedLibrary(library: Library, change: LibraryChange, { keys, former }: GivenKeys, packer?: RecordPacker): Steps<LibraryData> {
  const order = new DigestOrder(change.digests);
  const records = new Map(library.data.records);
  change.before.forEach(({ key }) => records.delete(key));
  const papers: Paper[] = [];
  const places: number[] = [];
  let next = 0;
  const takeAnew = (until?: { readonly rank: number; readonly place: number }) => {
    for (; next < change.after.length; next++) {
      const paper = change.after[next];
      const key = keys[next];
      if (paper === undefined || key === undefined || (until !== undefined && (paper.rank - until.rank || paper.place - until.place) > 0)) {
        return;
      }
      papers.push(paperOf(key, paper, library.paper(key), packer));
      places.push(paper.place);
      if (paper.group.records.length > 1 || paper.group.records.some(({ earlier }) => earlier)) {
        const inOrder = [...paper.group.records].sort((one, other) => order.rankOf(one.digest) - order.rankOf(other.digest) || one.place - other.place);
        records.set(key, inOrder.map(withoutIdentity));
      }
    }
  };
  yield* forEach(library.papers, (paper, index) => {
    if (!change.before.has(paper)) {
      const place = library.data.places[index] ?? 0;
      takeAnew({ rank: order.rankOf(paper.digests[0] ?? ''), place });
      papers.push(paper);
      places.push(place);
    }
  });
  takeAnew();
  yield;
  const others = [...library.data.formerKeys].filter(([, key]) => !isBefore(library, change, key));
  return { digests: change.digests, papers, places, records, formerKeys: new Map([...others, ...former]), keys: library.data.keys };
}

/** What the papers of a change are asked a key for. */
export function keyless({ after }: LibraryChange) {
  return after.map(({ group, fields }) => ({ group, title: fields.title, year: fields.published?.slice(0, 4) ?? fields.year?.toString() }));
}

/** Each digest once, with what earlier readings of it said. */
function* combined(library: Library, digests: readonly DigestContent[]): Steps<ReadonlyMap<DigestId, DigestContent>> {
  const contents = new Map<DigestId, DigestContent>();
  const known = new Set(library.digests.map(({ id }) => id));
  for (const digest of digests) {
    const before = contents.get(digest.id) ?? (known.has(digest.id) ? library.recordsIn(digest.id) : undefined);
    const records = before === undefined ? digest : yield* combineReadings(before, digest.papers);
    contents.set(digest.id, { ...summaryOf(digest), ...recordsOnly(records) });
  }
  return contents;
}

/** The papers that share a mark with the records that come or go, directly or through others, and the records of them that stay. */
function* affected(library: Library, contents: ReadonlyMap<DigestId, unknown>, arriving: readonly IdentifiedRecord[]) {
  const before = new Set<Paper>();
  const staying: IdentifiedRecord[] = [];
  const tokens = new Set<IdentityToken>();
  const meet = ({ identity }: Identified) => identity.tokens.forEach((token) => tokens.add(token));
  const take = (paper: Paper) => {
    if (!before.has(paper)) {
      before.add(paper);
      const records = library.recordsOf(paper).map(identified);
      records.forEach(meet);
      staying.push(...records.filter(({ digest }) => !contents.has(digest)));
    }
  };
  if (library.papers.length === 0) {
    return { before, staying };
  }
  yield* forEach(arriving, meet);
  if (library.digests.some(({ id }) => contents.has(id))) {
    yield* forEach(library.papers, (paper) => {
      if (paper.digests.some((digest) => contents.has(digest))) {
        take(paper);
      }
    });
  }
  // Grows while it is gone through.
  yield* forEach(tokens, (token) => {
    for (const key of library.data.keys.keysOf(token)) {
      const paper = library.paper(key);
      if (paper !== undefined) {
        take(paper);
      }
    }
  });
  return { before, staying };
}

function regrouped(group: RecordGroup<IdentifiedRecord>, order: DigestOrder, shared: Shared): RegroupedPaper {
  const { fields, sources } = mergeRecords(group.records, order, shared);
  const all = new Set(group.records.map(({ digest }) => digest));
  const digests = shared.one(`digests ${[...all].join('\n')}`, () => [...all].sort((one, other) => order.rankOf(one) - order.rankOf(other)));
  const place = group.records.reduce((least, record) => (record.digest === digests[0] ? Math.min(least, record.place) : least), Infinity);
  return { group, fields, sources, digests, rank: order.rankOf(digests[0] ?? ''), place };
}

function paperOf(key: PaperKey, { group, fields, digests, sources }: RegroupedPaper, before: Paper | undefined, packer: RecordPacker | undefined): Paper {
  const isMerged = group.records.length > 1;
  const paper = paperOfRecord({ key, digests, sources }, isMerged && packer !== undefined ? packer.pack(fields) : fields);
  return before !== undefined && samePaper(before, paper) ? before : paper;
}

function isBefore(library: Library, { before }: LibraryChange, key: PaperKey): boolean {
  const paper = library.paper(key);
  return paper === undefined || before.has(paper);
}

function withoutIdentity({ digest, place, fields, earlier }: SourceRecord): SourceRecord {
  return { digest, place, fields, ...(earlier ? { earlier } : {}) };
}

function identified(record: SourceRecord): IdentifiedRecord {
  const { digest, place, fields, earlier } = record;
  const identity = identityOf(fields);
  return earlier ? { digest, place, fields, identity, earlier } : { digest, place, fields, identity };
}

function recordsOnly({ papers, earlier }: DigestRecords): DigestRecords {
  return earlier === undefined ? { papers } : { papers, earlier };
}

function summaryOf({ id, source, title, date }: DigestSummary): DigestSummary {
  return { id, source, title, ...(date === undefined ? {} : { date }) };
}
