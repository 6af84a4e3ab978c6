import { runNow } from '../steps';
import { KeyRegistry } from './key-registry';
import { Library } from './paper-library';
import { changedLibrary, changeWith, keyless, type DigestContent } from './library-change';
import { emptyLibraryData, type LibraryData } from './library-data';

/**
 * A library with digests added, at once; `PaperStore` does the same in slices. Records of one paper become one paper,
 * as `groupRecords` and `mergeRecords` say. A digest that is there already is read again.
 *
 * The order of `digests` and of their records makes no difference to papers, fields and sources, unless a digest is
 * among them twice; new keys are given in order of listing.
 */
export function buildLibrary(digests: readonly DigestContent[], existing: LibraryData = emptyLibraryData()): LibraryData {
  const keys = new KeyRegistry(existing.keys.entries);
  const library = new Library({ ...existing, keys });
  const change = runNow(changeWith(library, digests));
  const given = runNow(keys.keysFor(keyless(change)));
  const data = runNow(changedLibrary(library, change, given));
  keys.add(given.additions);
  return data;
}
