import type { Digest, DigestFormat, DigestSource } from '../digest';
import type { DigestDraft } from './digest-draft';
import type { ImportText } from '../format-reader';
import { fingerprint } from '../fingerprint';
import { slug } from './text-lines';

/** The digest of a bibliography: named after its file, without a date. A text without a name is known by the titles in it. */
export function bibliography(draft: DigestDraft, input: ImportText, source: DigestSource, format: DigestFormat, kind: string): Digest {
  const name = (input.name ?? '').trim();
  const stem = slug(name.replace(/(?<=.)\.[^.\s]{1,12}$/u, ''));
  const count = draft.papers.length;
  return draft.digest({
    id: `${source}-${stem || fingerprint(draft.papers.map(({ title }) => title).join('\n'))}`,
    source,
    format,
    title: name || `${kind}, ${count} ${count === 1 ? 'paper' : 'papers'}`,
  });
}

/** Words of a list separated by commas or semicolons, each once. */
export function splitKeywords(list: string): readonly string[] {
  const words = list.split(/[,;\n]/u).map((word) => word.replace(/\s+/gu, ' ').trim());
  return [...new Set(words)].filter((word) => word !== '');
}

/** A venue that only says “arXiv”: not where a paper was published. */
export function isPreprintVenue(venue: string): boolean {
  return /^(?:arxiv|corr)(?:$|[\s:.,(])/iu.test(venue);
}
