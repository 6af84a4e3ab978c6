import { forEach, type Steps } from '../steps';
import type { Digest } from './digest';
import { compareDigests } from './digest-order';
import type { ImportPreview } from './import-preview';
import type { KeyEntry } from './key-registry';
import { changedLibrary, changeWith, keyless, type DigestContent, type LibraryChange } from './library-change';
import type { RecordPacker } from './packing/record-packer';
import { Library } from './paper-library';
import { previewOf } from './preview-import';
import { differingFields } from './same-paper';

/** A library with digests added, before anything of it is kept. */
export interface ImportedDigests {
  /** Its registry is a branch of the one before. */
  readonly library: Library;
  /** What is to be kept of each digest, with what earlier readings of it said. */
  readonly contents: readonly DigestContent[];
  /** Keys and marks that the registry before does not know. */
  readonly additions: readonly KeyEntry[];
}

/**
 * Adds digests to a library. The library itself and its registry stay as they are.
 *
 * @param packer packs papers of several records
 */
export function* importDigests(before: Library, digests: readonly Digest[], packer?: RecordPacker): Steps<ImportedDigests> {
  const keys = before.data.keys.branch();
  const library = new Library({ ...before.data, keys });
  const change = yield* changeWith(library, digests);
  const given = yield* keys.keysFor(keyless(change));
  const data = yield* changedLibrary(library, change, given, packer);
  yield* forEach(given.additions, (entry) => keys.add([entry]));
  return { library: new Library(data), contents: change.contents, additions: given.additions };
}

/**
 * What importing digests would do, one preview for each, in their order. To a digest, papers of the older ones are in the library,
 * in whatever order they are given: so it is when all are imported at once. The key of such a paper is the one it would
 * have if nothing came after it.
 */
export function* previewImports(before: Library, digests: readonly Digest[]): Steps<readonly ImportPreview[]> {
  const previews = new Map<Digest, ImportPreview>();
  let library = before;
  // Digests that have nothing to do with each other are looked at against the same library, since each new one costs its whole length.
  let waiting: Digest[] = [];
  let met = new Set<string>();
  for (const digest of [...digests].sort(compareDigests)) {
    let change = yield* changeWith(library, [digest]);
    if (marksOf(digest, change).some((mark) => met.has(mark))) {
      library = (yield* importDigests(library, waiting)).library;
      waiting = [];
      met = new Set();
      change = yield* changeWith(library, [digest]);
    }
    previews.set(digest, yield* previewOf(library, digest, change));
    waiting.push(digest);
    marksOf(digest, change).forEach((mark) => met.add(mark));
  }
  return digests.flatMap((digest) => previews.get(digest) ?? []);
}

/** How many papers a library has that it had not before, and how many that say something else. */
export function* countChanges(before: Library, after: Library): Steps<{ readonly added: number; readonly changed: number }> {
  let [added, changed] = [0, 0];
  yield* forEach(after.papers, (paper) => {
    const old = before.paper(paper.key);
    added += old === undefined ? 1 : 0;
    changed += old !== undefined && old !== paper && differingFields(old, paper).length > 0 ? 1 : 0;
  });
  return { added, changed };
}

/** By what a digest and the papers that it changes could have to do with another one. */
function marksOf({ id }: Digest, { after }: LibraryChange): readonly string[] {
  return [`digest ${id}`, ...after.flatMap(({ group }) => group.records.flatMap(({ identity }) => identity.tokens))];
}
