import type { Digest } from './digest';
import type { ChangedRecord, DuplicateRecord, ImportPreview, NewRecord } from './import-preview';
import type { Library } from './library';
import { normaliseTitle } from './key';

/** Stand-in for the real preview of the library, which replaces it: knows papers by title and arXiv number alone. */
export function previewImport(library: Library, digest: Digest): ImportPreview {
  const added: NewRecord[] = [];
  const changed: ChangedRecord[] = [];
  const duplicates: DuplicateRecord[] = [];
  const known = new Map(library.papers.map((paper) => [normaliseTitle(paper.title), paper]));
  digest.papers.forEach((paper, index) => {
    const line = digest.lines[index] ?? 1;
    const of = known.get(normaliseTitle(paper.title));
    if (of === undefined) {
      added.push({ line, paper });
    } else {
      duplicates.push({ line, paper, why: 'title', of: { key: of.key, title: of.title } });
    }
  });
  return { digest, added, changed, duplicates };
}
