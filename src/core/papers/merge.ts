import type { DigestId, Paper, PaperField, PaperFields, PaperKey } from './paper';
import { normaliseTitle } from './key';

/** A paper while digests are being added to a library. */
export interface MergedPaper {
  /** `undefined` until the paper is given one. */
  readonly key: PaperKey | undefined;
  readonly fields: PaperFields;
  readonly digests: ReadonlySet<DigestId>;
  readonly sources: Readonly<Partial<Record<PaperField, DigestId>>>;
  /** Keys of records that turned out to be this paper. */
  readonly formerKeys: readonly PaperKey[];
}

type Entry = { -readonly [Part in keyof MergedPaper]: MergedPaper[Part] } & {
  readonly digests: Set<DigestId>;
  readonly formerKeys: PaperKey[];
  /** The paper this record was found to be; then nothing else here counts. */
  mergedInto?: Entry;
  /** Order of arrival: the older record keeps its key. */
  readonly rank: number;
};

const FIELDS = [
  'title', 'abstract', 'authors', 'authorCount', 'organisation', 'published', 'comments', 'upvotes', 'arxivId', 'doi',
] as const satisfies readonly PaperField[];

/** Fields whose value changes with time: the newest digest is right. */
const COUNTS: ReadonlySet<PaperField> = new Set(['comments', 'upvotes']);

/** Brings records of the same paper together, in time linear in their number. */
export class PaperMerger {
  private readonly entries: Entry[] = [];
  private readonly byArxivId = new Map<string, Entry>();
  private readonly byDoi = new Map<string, Entry>();
  private readonly byTitle = new Map<string, Entry>();

  /** @param isNewer whether the first digest is at least as new as the second */
  constructor(
    existing: readonly Paper[],
    private readonly isNewer: (one: DigestId, other: DigestId) => boolean,
  ) {
    for (const paper of existing) {
      this.register(this.create(pick(paper, FIELDS), new Set(paper.digests), paper.sources, paper.key));
    }
  }

  /** In order of arrival, oldest first. */
  get papers(): readonly MergedPaper[] {
    return this.entries.filter((entry) => entry.mergedInto === undefined);
  }

  add(record: PaperFields, digest: DigestId): void {
    const [oldest, ...others] = this.find(record);
    const entry = oldest ?? this.create(record, new Set(), {});
    for (const other of others) {
      absorb(entry, other);
    }
    entry.digests.add(digest);
    this.take(entry, record, digest);
    this.register(entry, record);
  }

  /** Records of the same paper, oldest first. */
  private find(record: PaperFields): readonly Entry[] {
    const identified = [
      record.arxivId === undefined ? undefined : this.byArxivId.get(record.arxivId),
      record.doi === undefined ? undefined : this.byDoi.get(record.doi),
    ].flatMap((entry) => (entry === undefined ? [] : [resolve(entry)]));
    const titled = this.byTitle.get(normaliseTitle(record.title));
    const namesake = titled === undefined ? undefined : resolve(titled);
    const agrees = namesake !== undefined && [record, ...identified.map((entry) => entry.fields)].every((one) => mayBeSame(one, namesake.fields));
    const found = new Set(agrees ? [...identified, namesake] : identified);
    return [...found].sort((one, other) => one.rank - other.rank);
  }

  private create(fields: PaperFields, digests: Set<DigestId>, sources: Entry['sources'], key?: PaperKey): Entry {
    const entry: Entry = { key, fields, digests, sources: { ...sources }, formerKeys: [], rank: this.entries.length };
    this.entries.push(entry);
    return entry;
  }

  private take(entry: Entry, record: PaperFields, digest: DigestId): void {
    const taken = FIELDS.filter((field) => {
      const source = entry.sources[field];
      return isPresent(record, field) && (source === undefined || source === digest || (COUNTS.has(field) && this.isNewer(digest, source)));
    });
    entry.fields = { ...entry.fields, ...pick(record, taken) };
    entry.sources = { ...entry.sources, ...Object.fromEntries(taken.map((field) => [field, digest])) };
  }

  /** The first record of a title answers for it; one of another arXiv id can only be found by that. */
  private register(entry: Entry, { arxivId, doi, title } = entry.fields): void {
    const titleKey = normaliseTitle(title);
    if (!this.byTitle.has(titleKey)) {
      this.byTitle.set(titleKey, entry);
    }
    if (arxivId !== undefined) {
      this.byArxivId.set(arxivId, entry);
    }
    if (doi !== undefined) {
      this.byDoi.set(doi, entry);
    }
  }
}

function absorb(entry: Entry, other: Entry): void {
  other.mergedInto = entry;
  entry.fields = { abstract: '', ...present(other.fields), ...present(entry.fields) };
  entry.sources = { ...other.sources, ...entry.sources };
  other.digests.forEach((digest) => entry.digests.add(digest));
  entry.formerKeys.push(...other.formerKeys, ...(other.key === undefined ? [] : [other.key]));
}

/** The paper a record is now part of. Shortens the way there for the next time. */
function resolve(entry: Entry): Entry {
  let paper = entry;
  while (paper.mergedInto !== undefined) {
    paper = paper.mergedInto;
  }
  if (entry !== paper) {
    entry.mergedInto = paper;
  }
  return paper;
}

/** Equal titles are not enough for records with different arXiv ids: those are two papers. */
function mayBeSame(one: PaperFields, other: PaperFields): boolean {
  return one.arxivId === undefined || other.arxivId === undefined || one.arxivId === other.arxivId;
}

/** An abstract that an import could not find is empty, and as good as absent. */
function isPresent(record: PaperFields, field: PaperField): boolean {
  return record[field] !== undefined && record[field] !== '';
}

type Present = Omit<PaperFields, 'abstract'> & Partial<Pick<PaperFields, 'abstract'>>;

function present(record: PaperFields): Present {
  return pick(record, FIELDS.filter((field) => isPresent(record, field)));
}

function pick<F extends PaperField>(record: PaperFields, fields: readonly F[]): Pick<PaperFields, F>;
function pick(record: PaperFields, fields: readonly PaperField[]): Partial<PaperFields> {
  return Object.fromEntries(fields.filter((field) => record[field] !== undefined).map((field) => [field, record[field]]));
}
