import { buildLibrary, Library } from '../../../../src/core/papers/library';
import type { Paper, PaperFields } from '../../../../src/core/papers/paper';
import { LibraryStorage } from '../../../../src/core/papers/storage/library-storage';
import { bundledDigest, digestOf } from '../pages';
import type { MemoryFiles } from './memory-files';

export const bundled = new Library(buildLibrary([bundledDigest]));
let names = 0;

export function storageOn(files: MemoryFiles, base: Library = bundled): LibraryStorage {
  return new LibraryStorage({
    files,
    bundled: () => Promise.resolve(base),
    rest: { rest: () => Promise.resolve(), sliceMs: 0 },
    uniqueName: () => (names++).toString(16).padStart(8, '0'),
    now: () => files.now,
  });
}

export const paper = (title: string, fields: Partial<PaperFields> = {}): PaperFields => ({ title, abstract: '', ...fields });
export const first = digestOf('2025-01-01', [paper('Alpha: One', { arxivId: '2501.00001', comments: 1 }), paper('Beta: Two')]);
export const second = digestOf('2025-02-01', [paper('Beta: Two', { arxivId: '2502.00002' }), paper('Gamma: Three')]);

export async function papersOn(files: MemoryFiles, base?: Library): Promise<readonly Paper[]> {
  return (await storageOn(files, base).load()).library.papers;
}

/** The keys of the library without the bundled ones. */
export async function keysOn(files: MemoryFiles): Promise<readonly string[]> {
  const isBundled = new Set(bundled.papers.map(({ key }) => key));
  return (await papersOn(files)).map(({ key }) => key).filter((key) => !isBundled.has(key)).sort();
}

export async function problemsOn(files: MemoryFiles): Promise<readonly string[]> {
  return (await storageOn(files).load()).problems;
}
