import { forEach, runInSlices, type Rest, type Steps } from '../../steps';
import type { Digest } from '../digest';
import type { ImportPreview, ImportSummary } from '../import-preview';
import { KeyRegistry, type KeyEntry } from '../key-registry';
import { countChanges, importDigests, previewImports } from '../import-digests';
import type { DigestContent } from '../library-change';
import type { PaperFields } from '../paper';
import { RecordPacker } from '../packing/record-packer';
import { Library } from '../paper-library';
import { saySame } from '../same-paper';
import { StorageProblem, type FileStore } from './file-store';
import { clearLeftovers } from './leftovers';
import { decodeManifest, encodeManifest, lastImport, manifestName, withFiles, type Manifest, type StoredDigestFile, type StoredFile } from './manifest';
import { encodeDigest } from './stored-digest';
import { decodeKeys, encodeKeys } from './stored-keys';
import { generationsOf, libraryAfterImport, readStoredLibrary, unstoredLibrary, type StoredLibrary } from './stored-library';
import { WrittenFiles } from './written-files';

/** So often a change is made anew because another window was faster. */
const MOST_ATTEMPTS = 20;

/** Files of the key registry that are kept before they become one. */
const MOST_KEY_FILES = 16;

/** Titles of digests that an import of several is named by. */
const MOST_TITLES = 3;

/** What the storage needs of its surroundings. */
export interface Surroundings {
  readonly files: FileStore;
  /** The library without imports. */
  readonly bundled: () => Promise<Library>;
  readonly rest: Rest;
  /** A name that nobody else gives, of eight letters and digits. */
  readonly uniqueName: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface AddOptions {
  /** In place of the usual rest; rejects to give the import up. */
  readonly rest?: Rest;
  readonly onStage?: (stage: 'merging' | 'writing') => void;
}

/**
 * The library on disk: a file a digest, files of the key registry, and for each generation a manifest that says which of
 * them it is made of. A change writes new files and then makes the manifest of the next generation, which fails when another
 * window was there first: then it is made anew from what that one left. So there is the old or the new library at every
 * moment. Files that a generation needs are never written again.
 *
 * One piece of work at a time: calls must not overlap.
 */
export class LibraryStorage {
  private state: StoredLibrary | undefined;
  private readonly packer = new RecordPacker();

  constructor(private readonly around: Surroundings) {}

  /** The library as it is on disk now. Reads only what has changed. */
  async load(rest = this.around.rest): Promise<StoredLibrary> {
    const { files } = this.around;
    let generations = await generationsOf(files);
    while (this.state?.newest !== (generations[0] ?? 0)) {
      const bundled = await this.around.bundled();
      const state: StoredLibrary =
        generations.length === 0
          ? unstoredLibrary(bundled)
          : await readStoredLibrary(generations, { files, bundled, rest, packer: this.packer, known: this.state });
      // A file may have been missing because another window has made a new generation meanwhile and removed it.
      generations = await generationsOf(files);
      if (state.newest === (generations[0] ?? 0)) {
        this.state = state;
      }
    }
    return this.state;
  }

  async preview(digests: readonly Digest[]): Promise<readonly ImportPreview[]> {
    const { library } = await this.load();
    return runInSlices(previewImports(library, digests), this.around.rest);
  }

  async last(): Promise<ImportSummary | undefined> {
    return lastImport((await this.load()).manifest);
  }

  /**
   * Adds digests as one import. One that says nothing new leaves everything as it is.
   *
   * @throws StorageProblem when a newer Lectern wrote the library
   */
  async add(given: readonly Digest[], { rest = this.around.rest, onStage }: AddOptions = {}): Promise<ImportSummary> {
    const digests = await runInSlices(packed(given, this.packer), rest);
    return this.retrying(async () => {
      const state = await this.load(rest);
      onStage?.('merging');
      const { library } = state;
      const { library: after, contents, additions } = await runInSlices(importDigests(library, digests, this.packer), rest);
      const counts = await runInSlices(countChanges(library, after), rest);
      const summary = { title: titleOf(digests), at: new Date(this.around.now()).toISOString(), ...counts };
      const news = await runInSlices(newContents(library, contents), rest);
      if (news.length === 0) {
        return summary;
      }
      onStage?.('writing');
      const manifest = await this.write(state, async (written) => {
        const files: StoredDigestFile[] = [];
        for (const content of news) {
          files.push({ id: content.id, ...(await written.addDigest(content.id, await runInSlices(encodeDigest(content), rest))) });
        }
        const keys = await this.writeKeys(written, state.manifest.keys, library.data.keys, [...state.unsavedKeys, ...additions], rest);
        await rest.rest();
        return withImport(state, files, keys, summary);
      });
      if (manifest === undefined) {
        return undefined;
      }
      const { keys } = library.data;
      await runInSlices(forEach(additions, (entry) => keys.add([entry])), this.around.rest);
      this.state = libraryAfterImport(state, new Library({ ...after.data, keys }), manifest);
      await clearLeftovers(this.around.files, this.around.now());
      return summary;
    });
  }

  /** Takes the last import back by a new generation, in which the keys that it gave stay given. */
  async undo(): Promise<ImportSummary | undefined> {
    const { done } = await this.retrying(async () => {
      const state = await this.load();
      const { last, ...manifest } = state.manifest;
      const summary = lastImport(state.manifest);
      if (last === undefined) {
        return { done: undefined };
      }
      const undone = await this.write(state, async (written) => {
        const births = await this.keysGivenSince(last.keys, manifest.keys);
        const keys = await this.writeKeys(written, last.keys, undefined, births, this.around.rest);
        return { ...manifest, digests: withFiles(manifest.digests, last.digests.map(({ id, before }) => ({ id, file: before }))), keys };
      });
      return undone === undefined ? undefined : { done: summary };
    });
    if (done !== undefined) {
      await this.load();
      await clearLeftovers(this.around.files, this.around.now());
    }
    return done;
  }

  private async retrying<T>(attempt: () => Promise<T | undefined>): Promise<T> {
    for (let count = 0; count < MOST_ATTEMPTS; count++) {
      const { readOnly } = await this.load();
      if (readOnly !== undefined) {
        throw new StorageProblem(readOnly);
      }
      const result = await attempt();
      if (result !== undefined) {
        return result;
      }
    }
    throw new StorageProblem('Other windows keep changing the library. Try again.');
  }

  /**
   * Writes the files of a new generation and commits it.
   *
   * @param prepare writes all files but the manifest, which it returns
   * @returns the manifest; `undefined` when another window made the next generation first
   */
  private async write(
    { newest }: StoredLibrary,
    prepare: (written: WrittenFiles) => Promise<Omit<Manifest, 'writer'>>,
  ): Promise<Manifest | undefined> {
    const { files, uniqueName } = this.around;
    const written = new WrittenFiles(files, uniqueName);
    let manifest: Manifest;
    try {
      manifest = { ...(await prepare(written)), writer: uniqueName() };
    } catch (error) {
      await written.discard();
      throw error;
    }
    const name = manifestName(newest + 1);
    // What is written stays when this fails: the manifest may be there all the same, and need it.
    if (!(await files.create(name, encodeManifest(manifest)))) {
      await written.discard();
      return undefined;
    }
    // A file system that first looks and then renames lets two windows through at once; the later one is what is there.
    const there = await files.read(name);
    const read = there && decodeManifest(there);
    return read?.kind === 'read' && read.manifest.writer === manifest.writer ? manifest : undefined;
  }

  /** The registry's files with additions: one more, or one in place of many. */
  private async writeKeys(
    written: WrittenFiles,
    files: readonly StoredFile[],
    registry: KeyRegistry | undefined,
    additions: readonly KeyEntry[],
    rest: Rest,
  ): Promise<StoredFile[]> {
    if (additions.length === 0) {
      return [...files];
    }
    const isFull = registry !== undefined && files.length >= MOST_KEY_FILES;
    const entries = isFull ? new KeyRegistry([...registry.entries, ...additions]).entries : additions;
    return [...(isFull ? [] : files), await written.addKeys(await runInSlices(encodeKeys(entries), rest))];
  }

  /** The keys, each with the marks that its paper had then and not with those that an import taught. */
  private async keysGivenSince(before: readonly StoredFile[], now: readonly StoredFile[]): Promise<readonly KeyEntry[]> {
    const known = new Set((await this.readKeys(before)).map(([key]) => key));
    return (await this.readKeys(now)).filter(([key]) => !known.has(key) && known.add(key));
  }

  private async readKeys(files: readonly StoredFile[]): Promise<readonly KeyEntry[]> {
    const all: KeyEntry[] = [];
    for (const { file } of files) {
      const bytes = await this.around.files.read(file);
      const { entries } = await runInSlices(decodeKeys(bytes ?? new Uint8Array()), this.around.rest);
      entries.forEach((entry) => all.push(entry));
    }
    return all;
  }
}

/** The manifest with files of imported digests. What could not be read of their files before is left as it is. */
function withImport({ manifest, damaged }: StoredLibrary, files: readonly StoredDigestFile[], keys: StoredFile[], summary: ImportSummary): Omit<Manifest, 'writer'> {
  const before = files.map(({ id }) => ({ id, before: manifest.digests.find((digest) => digest.id === id) ?? null }));
  const aside = before.flatMap((digest) => (digest.before !== null && damaged.has(digest.before.file) ? [digest.before.file] : []));
  return {
    ...manifest,
    digests: withFiles(manifest.digests, files.map((file) => ({ id: file.id, file }))),
    keys,
    aside: [...manifest.aside, ...aside],
    last: { ...summary, digests: before, keys: manifest.keys },
  };
}

function* packed(digests: readonly Digest[], packer: RecordPacker): Steps<readonly Digest[]> {
  const all: Digest[] = [];
  for (const digest of digests) {
    const papers: PaperFields[] = [];
    yield* forEach(digest.papers, (record) => papers.push(packer.pack(record)));
    all.push({ ...digest, papers });
  }
  return all;
}

function titleOf(digests: readonly Digest[]): string {
  const titles = digests.map(({ title }) => title);
  return [...titles.slice(0, MOST_TITLES), ...(titles.length > MOST_TITLES ? [`+${titles.length - MOST_TITLES}`] : [])].join(', ');
}

/** The digests of which the library has something else, or nothing. */
function* newContents(library: Library, contents: readonly DigestContent[]): Steps<readonly DigestContent[]> {
  const news: DigestContent[] = [];
  for (const content of contents) {
    yield;
    if (!isKnown(library, content)) {
      news.push(content);
    }
  }
  return news;
}

function isKnown(library: Library, content: DigestContent): boolean {
  const summary = library.digests.find(({ id }) => id === content.id);
  if (summary?.title !== content.title || summary.date !== content.date || summary.source !== content.source) {
    return false;
  }
  const { papers, earlier = [] } = library.recordsIn(content.id);
  return sameRecords(papers, content.papers) && sameRecords(earlier, content.earlier ?? []);
}

function sameRecords(some: readonly PaperFields[], others: readonly PaperFields[]): boolean {
  return some.length === others.length && some.every((record, index) => saySame(record, others[index]));
}
