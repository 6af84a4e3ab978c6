import * as v from 'valibot';
import type { DigestSource } from './digest';
import type { DigestId, IsoDate, Paper, PaperKey } from './paper';

export const LIBRARY_FORMAT = 'lectern-library';
export const LIBRARY_VERSION = 1;

export interface DigestSummary {
  readonly id: DigestId;
  readonly source: DigestSource;
  readonly title: string;
  readonly date?: IsoDate;
}

/** A library as its file holds it. */
export interface LibraryData {
  readonly format: typeof LIBRARY_FORMAT;
  readonly version: typeof LIBRARY_VERSION;
  /** Oldest first; undated ones last. */
  readonly digests: readonly DigestSummary[];
  readonly papers: readonly Paper[];
  /** Keys of records that were merged into another paper, with that paper's key: notes may cite them. */
  readonly formerKeys?: Readonly<Record<PaperKey, PaperKey>>;
}

export const EMPTY_LIBRARY: LibraryData = { format: LIBRARY_FORMAT, version: LIBRARY_VERSION, digests: [], papers: [] };

/** A library file that cannot be used. The message is for the reader. */
export class LibraryDataError extends Error {
  override readonly name: string = 'LibraryDataError';
}

/** A library file of a later format: it must be left as it is. */
export class NewerLibraryError extends LibraryDataError {
  override readonly name = 'NewerLibraryError';

  constructor(readonly version: number) {
    super(`This library is from a newer Lectern (format version ${version}; this one reads version ${LIBRARY_VERSION}). Update Lectern to open it.`);
  }
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/u));
const key = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/u));

const link = v.pipe(
  v.object({
    kind: v.picklist(['repository', 'file', 'model', 'dataset', 'project', 'documentation']),
    url: v.pipe(v.string(), v.regex(/^https?:\/\//iu)),
    label: v.string(),
    start: count,
    end: count,
  }),
  v.readonly(),
);

const fieldNames = v.picklist([
  'title', 'abstract', 'authors', 'authorCount', 'organisation', 'published', 'comments', 'upvotes', 'arxivId', 'doi',
]);

const paper = v.object({
  key,
  title: v.string(),
  abstract: v.string(),
  authors: v.exactOptional(v.array(v.string())),
  authorCount: v.exactOptional(count),
  organisation: v.exactOptional(v.object({ slug: v.string(), name: v.string() })),
  published: v.exactOptional(day),
  comments: v.exactOptional(count),
  upvotes: v.exactOptional(count),
  arxivId: v.exactOptional(v.string()),
  doi: v.exactOptional(v.string()),
  links: v.array(link),
  digests: v.array(v.string()),
  sources: v.record(fieldNames, v.string()),
});

const library = v.object({
  format: v.literal(LIBRARY_FORMAT),
  version: v.literal(LIBRARY_VERSION),
  digests: v.array(
    v.object({ id: v.string(), source: v.picklist(['daily-papers']), title: v.string(), date: v.exactOptional(day) }),
  ),
  papers: v.pipe(
    v.array(paper),
    v.check((papers) => new Set(papers.map((one) => one.key)).size === papers.length, 'Two papers have the same key.'),
  ),
  formerKeys: v.exactOptional(v.record(key, key)),
});

/**
 * Checks what was read from a library file.
 *
 * @throws {NewerLibraryError} when a later Lectern wrote it
 * @throws {LibraryDataError} when it is no library, naming the first place that is wrong
 */
export function parseLibraryData(json: unknown): LibraryData {
  const header = v.safeParse(v.object({ format: v.literal(LIBRARY_FORMAT), version: v.number() }), json);
  if (header.success && header.output.version > LIBRARY_VERSION) {
    throw new NewerLibraryError(header.output.version);
  }
  const result = v.safeParse(library, json, { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    const place = v.getDotPath(issue) ?? 'the file as a whole';
    throw new LibraryDataError(`This is not a library Lectern can read. At ${place}: ${issue.message}`);
  }
  return result.output;
}
