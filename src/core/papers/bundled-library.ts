import * as v from 'valibot';
import { identityOf } from './identity';
import { KeyRegistry, type KeyEntry } from './key-registry';
import type { DigestSummary, LibraryData } from './library-data';
import type { Paper } from './paper';
import { digestSummarySchema, keySchema, paperEntries } from './paper-schema';

const FORMAT = 'lectern-bundled-library';
const VERSION = 1;

/** The library of the bundled digest, as the build leaves it: every paper is one record of one digest, in its order. */
export interface BundledLibrary {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  readonly digest: DigestSummary;
  readonly papers: readonly Paper[];
}

const schema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  digest: digestSummarySchema,
  papers: v.array(v.object({ key: keySchema, ...paperEntries, digests: v.array(v.string()), sources: v.record(v.string(), v.string()) })),
});

/** @throws when the library is of more than one digest, or has a paper of several records */
export function bundledLibrary({ digests, papers, records }: LibraryData): BundledLibrary {
  const [digest, ...others] = digests;
  if (digest === undefined || others.length > 0 || records.size > 0) {
    throw new Error('A bundled library is of one digest that lists each paper once.');
  }
  return { format: FORMAT, version: VERSION, digest, papers };
}

/** @throws when it is not what the build makes */
export function parseBundledLibrary(json: unknown): LibraryData {
  const { digest, papers } = v.parse(schema, json);
  const places = papers.map((_, place) => place);
  return { digests: [digest], papers, places, records: new Map(), formerKeys: new Map(), keys: new KeyRegistry(keysOfPapers(papers)) };
}

/** In order of giving, which is that of the digest. */
function keysOfPapers(papers: readonly Paper[]): readonly KeyEntry[] {
  return papers.map((paper) => [paper.key, ...identityOf(paper).tokens]);
}
