import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { parseDailyPapersText } from '../../../src/core/papers/formats/daily-papers-text';
import { buildLibrary, Library } from '../../../src/core/papers/library';
import type { SearchDocument } from '../../../src/core/search/document';
import { ReaderError } from '../../host/reader-error';

const BUNDLED_DIGEST = 'media/digest/daily-papers-2026-01-09.txt';

const record = v.object({
  id: v.string(),
  title: v.string(),
  abstract: v.optional(v.string(), ''),
  authors: v.nullish(v.array(v.string())),
  org: v.nullish(v.string()),
});

export interface Corpus {
  readonly documents: readonly SearchDocument[];
  /** Positions of the documents by the ids that judgements name them by. */
  readonly places: ReadonlyMap<string, number>;
}

/**
 * The documents to search. A file has one JSON object a line with `id`, `title`, `abstract`, and if known `authors` and
 * `org`; it may be gzipped. Without one, the bundled digest, whose papers are named by their keys and as
 * `s01`, `s02`, … in its order.
 *
 * @param copies how many times as many documents: every copy but the first has a fifth of its words exchanged for words
 *   of other papers, so that it is another paper with the same vocabulary
 */
export async function readCorpus(file: string | undefined, copies: number): Promise<Corpus> {
  const documents = file === undefined ? await bundledDocuments() : (await readLines(file)).map((line, at) => documentOf(line, `${file}, line ${at + 1}`));
  const places = documents.flatMap(({ key }, place): [string, number][] => [[key, place], ...(file === undefined ? [[ordinal(place), place] as [string, number]] : [])]);
  return {
    documents: [...documents, ...Array.from({ length: copies - 1 }, (_, copy) => varied(documents, copy + 1)).flat()],
    places: new Map(places),
  };
}

/** Lines of a text file that are not blank, unzipped if need be. */
export async function readLines(file: string): Promise<readonly string[]> {
  const bytes = await readFile(file).catch(() => {
    throw new ReaderError(`${file} cannot be read.`);
  });
  const isZipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (isZipped ? gunzipSync(bytes) : bytes).toString('utf8').split('\n').filter((line) => line.trim() !== '');
}

/**
 * What a line of JSON holds.
 *
 * @throws ReaderError when it is not as the schema says; `place` names the line in the message
 */
export function parseLine<Output>(line: string, schema: v.GenericSchema<unknown, Output>, place: string): Output {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), line);
  if (!parsed.success) throw new ReaderError(`${place}: ${parsed.issues[0].message}`);
  return parsed.output;
}

function documentOf(line: string, place: string): SearchDocument {
  const { id, title, abstract, authors, org } = parseLine(line, record, place);
  return { key: id, title, abstract, ...(authors ? { authors } : {}), ...(org ? { organisation: { slug: org, name: org } } : {}) };
}

async function bundledDocuments(): Promise<readonly SearchDocument[]> {
  return new Library(buildLibrary([parseDailyPapersText(await readFile(BUNDLED_DIGEST, 'utf8'))])).papers;
}

function ordinal(place: number): string {
  return `s${String(place + 1).padStart(2, '0')}`;
}

/** A share of the words that a copy exchanges. */
const EXCHANGED = 0.2;

function varied(documents: readonly SearchDocument[], seed: number): readonly SearchDocument[] {
  const random = randomNumbers(seed);
  const words = documents.flatMap(({ abstract }) => abstract.split(' ').slice(0, 20));
  const exchange = (text: string): string =>
    text.split(' ').map((word) => (random() < EXCHANGED ? (words[Math.floor(random() * words.length)] ?? word) : word)).join(' ');
  return documents.map((document) => ({
    ...document,
    key: `${document.key}-${seed}`,
    title: exchange(document.title),
    abstract: exchange(document.abstract),
  }));
}

/** Numbers from 0 up to 1. Source: Mulberry32, Tommy Ettinger, public domain. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
