import { forEach, runInSlices, type Rest, type Steps } from '../../steps';
import { KeyRegistry, type KeyEntry } from '../key-registry';
import { changedLibrary, changeTo, keyless, type DigestContent } from '../library-change';
import { emptyLibraryData } from '../library-data';
import type { RecordPacker } from '../packing/record-packer';
import type { DigestId } from '../paper';
import { Library } from '../paper-library';
import type { FileStore } from './file-store';
import { decodeManifest, emptyManifest, generationsIn, manifestName, type Manifest, type StoredFile } from './manifest';
import { decodeDigest, type ReadDigest } from './stored-digest';
import { decodeKeys } from './stored-keys';

/** Files read at the same time, and bytes of them after which no other one is begun: what is read is held until it is decoded. */
const READERS = 8;
const MOST_BYTES_AT_ONCE = 8_000_000;

/** In place of the file of a digest that comes with Lectern. */
export const BUNDLED = '';

/** The library as its folder holds it, and what is needed to change it. */
export interface StoredLibrary {
  readonly library: Library;
  readonly manifest: Manifest;
  /** The file of each digest, `BUNDLED` of a bundled one. */
  readonly files: ReadonlyMap<DigestId, string>;
  /** The highest generation there is, whether it can be read or not; zero when there is none. */
  readonly newest: number;
  /** What cannot be read, with its file, in words for the reader. */
  readonly problems: readonly string[];
  /** Why it must not be changed. */
  readonly readOnly: string | undefined;
  /** Files of digests that are not read, or not wholly. */
  readonly damaged: ReadonlySet<string>;
  /** Keys that the registry's files do not have yet. */
  readonly unsavedKeys: readonly KeyEntry[];
}

export interface ReadContext {
  readonly files: FileStore;
  readonly bundled: Library;
  readonly rest: Rest;
  readonly packer: RecordPacker;
  /** What was read last, to read only what is new. */
  readonly known: StoredLibrary | undefined;
}

/** A file that a generation needs is missing or cut off. */
class NotWhole extends Error {}

/**
 * Reads the newest generation that is whole; where none is, what can be read of the newest that can be read at all.
 *
 * @param generations the generations there are, newest first
 */
export async function readStoredLibrary(generations: readonly number[], context: ReadContext): Promise<StoredLibrary> {
  const problems: string[] = [];
  const readable: { readonly name: string; readonly manifest: Manifest }[] = [];
  const state: { newest: number; readOnly: string | undefined } = { newest: generations[0] ?? 0, readOnly: undefined };
  const digests = new Map<string, ReadDigest>();
  for (const name of generations.map(manifestName)) {
    const bytes = await context.files.read(name);
    const read = bytes === undefined ? undefined : decodeManifest(bytes);
    if (read?.kind === 'read') {
      readable.push({ name, manifest: read.manifest });
      try {
        return await assemble(read.manifest, true, digests, context, { ...state, problems });
      } catch (error) {
        if (!(error instanceof NotWhole)) {
          throw error;
        }
        problems.push(`${name}: ${error.message} The library before it is used.`);
      }
    } else if (read !== undefined) {
      problems.push(`${name}: ${read.problem}`);
      state.readOnly ??= read.kind === 'newer' ? `${name}: ${read.problem}` : undefined;
    }
  }
  return await assemble(readable[0]?.manifest ?? emptyManifest(), false, digests, context, { ...state, problems });
}

/** The library of a folder that has none yet. */
export function unstoredLibrary(bundled: Library): StoredLibrary {
  const unsavedKeys = bundled.data.keys.entries;
  return {
    library: new Library({ ...bundled.data, keys: new KeyRegistry(unsavedKeys) }),
    manifest: emptyManifest(),
    files: new Map(bundled.digests.map(({ id }) => [id, BUNDLED])),
    newest: 0,
    problems: [],
    readOnly: undefined,
    damaged: new Set(),
    unsavedKeys,
  };
}

/** What is on disk after an import was committed. */
export function libraryAfterImport(before: StoredLibrary, library: Library, manifest: Manifest): StoredLibrary {
  const files = new Map([...before.files, ...manifest.digests.map(({ id, file }) => [id, file] as const)]);
  const inUse = new Set(files.values());
  const replaced = [...before.damaged].filter((file) => !inUse.has(file));
  return {
    ...before,
    library,
    manifest,
    files,
    newest: before.newest + 1,
    unsavedKeys: [],
    damaged: new Set([...before.damaged].filter((file) => inUse.has(file))),
    problems: before.problems.filter((problem) => !replaced.some((file) => problem.startsWith(`${file}: `))),
  };
}

/** The generations in a folder, newest first. */
export async function generationsOf(files: FileStore): Promise<readonly number[]> {
  return generationsIn(await files.list(''));
}

/** @throws NotWhole when a file is not there and all are asked for */
async function assemble(
  manifest: Manifest,
  whole: boolean,
  digests: Map<string, ReadDigest>,
  context: ReadContext,
  state: Pick<StoredLibrary, 'newest' | 'readOnly' | 'problems'>,
): Promise<StoredLibrary> {
  const { bundled, rest, packer, known } = context;
  const problems = [...state.problems];
  const damaged = new Set<string>();
  const files = new Map<DigestId, string>([...bundled.digests.map(({ id }) => [id, BUNDLED] as const), ...manifest.digests.map(({ id, file }) => [id, file] as const)]);
  const isNew = (id: DigestId, file: string) => known?.files.get(id) !== file || known.damaged.has(file);

  const unread = manifest.digests.filter(({ id, file }) => isNew(id, file) && !digests.has(file));
  for (const [file, read] of await readAll(unread, (bytes) => decodeDigest(bytes, packer), whole, context)) {
    digests.set(file, read);
  }
  const changed = new Map<DigestId, DigestContent | undefined>();
  for (const id of known?.files.keys() ?? []) {
    if (!files.has(id)) {
      changed.set(id, undefined);
    }
  }
  for (const [id, file] of files) {
    if (isNew(id, file)) {
      const read = file === BUNDLED ? { content: bundledContent(bundled, id), problems: [] } : digests.get(file);
      changed.set(id, read?.content);
      if (read !== undefined && read.problems.length > 0) {
        damaged.add(file);
        problems.push(...read.problems.map((problem) => `${file}: ${problem}`));
      }
    }
  }

  const registry = new KeyRegistry();
  for (const [file, { entries, problems: found }] of await readAll(manifest.keys, decodeKeys, whole, context)) {
    await runInSlices(forEach(entries, (entry) => registry.add([entry])), rest);
    problems.push(...found.map((problem) => `${file}: ${problem}`));
  }
  const unsaved = [...(known?.unsavedKeys ?? []), ...bundled.data.keys.entries].filter(([key]) => !registry.has(key));
  registry.add(unsaved);

  const { data, additions } = await runInSlices(fold(known?.library ?? new Library(emptyLibraryData()), changed, registry, packer), rest);
  return { ...state, library: new Library(data), manifest, files, problems, damaged, unsavedKeys: [...unsaved, ...additions] };
}

/** The library with changed digests, under the keys of another registry. */
function* fold(library: Library, changed: ReadonlyMap<DigestId, DigestContent | undefined>, registry: KeyRegistry, packer: RecordPacker) {
  const change = yield* changeTo(library, changed);
  const given = yield* registry.keysFor(keyless(change));
  const data = { ...(yield* changedLibrary(library, change, given, packer)), keys: registry };
  yield* forEach(given.additions, (entry) => registry.add([entry]));
  return { data, additions: given.additions };
}

function bundledContent(bundled: Library, id: DigestId): DigestContent | undefined {
  const summary = bundled.digests.find((digest) => digest.id === id);
  return summary && { ...summary, ...bundled.recordsIn(id) };
}

/** What is in files, by their names. Where not all are asked for, one that is missing has nothing. */
async function readAll<T>(
  files: readonly StoredFile[],
  decode: (bytes: Uint8Array) => Steps<T>,
  whole: boolean,
  { files: store, rest }: ReadContext,
): Promise<ReadonlyMap<string, T>> {
  const read = new Map<string, T>();
  for (const some of batches(files)) {
    const contents = await Promise.all(some.map(({ file }) => store.read(file)));
    for (const { file, bytes } of some) {
      const content = contents.shift();
      if (whole && content?.length !== bytes) {
        throw new NotWhole(content === undefined ? `${file} is not there.` : `${file} has ${content.length} bytes, not ${bytes}.`);
      }
      read.set(file, await runInSlices(decode(content ?? new Uint8Array()), rest));
    }
  }
  return read;
}

/** Files that are read together. */
function batches(files: readonly StoredFile[]): readonly (readonly StoredFile[])[] {
  const all: StoredFile[][] = [];
  let bytes = MOST_BYTES_AT_ONCE;
  for (const file of files) {
    const last = all.at(-1);
    if (last === undefined || last.length >= READERS || bytes + file.bytes > MOST_BYTES_AT_ONCE) {
      all.push([file]);
      bytes = file.bytes;
    } else {
      last.push(file);
      bytes += file.bytes;
    }
  }
  return all;
}
