import type { FileStore } from './file-store';
import { decodeManifest, filesOf, generationsIn, manifestName, type Manifest } from './manifest';

/** What is not needed and older than this, in milliseconds, is nobody's work in progress. */
const ABANDONED_MS = 60 * 60 * 1000;

const TEMPORARY = /^(?:library-\d+\.json|keys-[\w-]+\.jsonl|digests\/[\w.-]+\.jsonl)\.[0-9a-f]{8}\.tmp$/u;
const DATA = /^(?:keys-[\w-]+|digests\/[\w.-]+)\.jsonl$/u;

/** What can be removed of a library's folder. */
export interface Leftovers {
  /** Generations before the one that the newest was made from. */
  readonly manifests: readonly string[];
  /** Files that no generation needs. A young one may be another window's work in progress. */
  readonly files: readonly string[];
}

/**
 * Decides what is not needed any more. The newest two generations keep all of theirs. While there is a generation that cannot
 * be read, no file goes, since it may need any.
 *
 * @param names paths of everything in the folder
 * @param readable the generations that can be read
 */
export function leftovers(names: readonly string[], readable: ReadonlyMap<number, Manifest>): Leftovers {
  const generations = generationsIn(names);
  const [newest, previous] = generations.filter((generation) => readable.has(generation));
  const old = generations.filter((generation) => readable.has(generation) && generation !== newest && generation !== previous);
  const needed = new Set([newest, previous].flatMap((generation) => filesOfGeneration(readable, generation)));
  const isComplete = generations.every((generation) => readable.has(generation));
  const files = names.filter((name) => TEMPORARY.test(name) || (isComplete && DATA.test(name) && !needed.has(name)));
  return { manifests: old.map(manifestName), files };
}

/** Removes what no generation needs any more. Best effort: what stays does no harm, and the next change tries again. */
export async function clearLeftovers(files: FileStore, now: number): Promise<void> {
  try {
    const names = [...(await files.list('')), ...(await files.list('digests')).map((name) => `digests/${name}`)];
    const readable = new Map<number, Manifest>();
    for (const generation of generationsIn(names)) {
      const bytes = await files.read(manifestName(generation));
      const read = bytes && decodeManifest(bytes);
      if (read?.kind === 'read') {
        readable.set(generation, read.manifest);
      }
    }
    const { manifests, files: unneeded } = leftovers(names, readable);
    for (const name of manifests) {
      await files.remove(name);
    }
    for (const name of unneeded) {
      if (isAbandoned(await files.modified(name), now)) {
        await files.remove(name);
      }
    }
  } catch {
    // The change itself is done.
  }
}

function isAbandoned(modified: number | undefined, now: number): boolean {
  return modified !== undefined && now - modified > ABANDONED_MS;
}

function filesOfGeneration(readable: ReadonlyMap<number, Manifest>, generation: number | undefined): readonly string[] {
  const manifest = generation === undefined ? undefined : readable.get(generation);
  return manifest === undefined ? [] : filesOf(manifest);
}
