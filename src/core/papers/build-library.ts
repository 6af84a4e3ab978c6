import type { Digest } from './digest';
import type { DigestId, PaperKey } from './paper';
import type { DigestSummary, LibraryData } from './library-data';
import { KeyGiver } from './key';
import { EMPTY_LIBRARY } from './library-data';
import { findLinks } from './links';
import { PaperMerger, type MergedPaper } from './merge';

/**
 * Adds digests to a library. Records of one paper become one paper: when an arXiv id, a DOI or the normalised
 * title agrees, and no two arXiv ids disagree. A paper keeps the key it has and every field the source
 * it came from; a field is only replaced by a later reading of the same digest, except that the
 * counts of comments and upvotes follow the newest digest. Adding the same digest twice changes nothing.
 *
 * The order of `digests` makes no difference to the result unless two have the same date.
 */
export function buildLibrary(digests: readonly Digest[], existing: LibraryData = EMPTY_LIBRARY): LibraryData {
  const sorted = [...digests].sort(byDate);
  const summaries = mergeSummaries(existing.digests, sorted);
  const rank = new Map(summaries.map((summary, index) => [summary.id, index]));
  const rankOf = (id: DigestId) => rank.get(id) ?? -1;

  const merger = new PaperMerger(existing.papers, (one, other) => rankOf(one) >= rankOf(other));
  for (const digest of sorted) {
    for (const paper of digest.papers) {
      merger.add(paper, digest.id);
    }
  }

  const merged = merger.papers;
  const formerKeys = mergeFormerKeys(existing.formerKeys ?? {}, merged);
  const givenKeys = merged.flatMap((paper) => (paper.key === undefined ? [] : [paper.key]));
  const keys = new KeyGiver([...givenKeys, ...Object.keys(formerKeys)]);
  const papers = merged.map(({ key, fields, digests: listedIn, sources }) => ({
    key: key ?? keys.give(fields.title, fields.published?.slice(0, 4)),
    ...fields,
    links: findLinks(fields.abstract),
    digests: [...listedIn].sort((one, other) => rankOf(one) - rankOf(other)),
    sources,
  }));
  const data = { ...EMPTY_LIBRARY, digests: summaries, papers };
  return Object.keys(formerKeys).length === 0 ? data : { ...data, formerKeys };
}

/** A digest read again replaces its former summary. */
function mergeSummaries(existing: readonly DigestSummary[], digests: readonly Digest[]): readonly DigestSummary[] {
  const byId = new Map(existing.map((summary) => [summary.id, summary]));
  for (const { id, source, title, date } of digests) {
    byId.set(id, { id, source, title, ...(date === undefined ? {} : { date }) });
  }
  return [...byId.values()].sort(byDate);
}

function mergeFormerKeys(existing: Readonly<Record<PaperKey, PaperKey>>, papers: readonly MergedPaper[]): Readonly<Record<PaperKey, PaperKey>> {
  const now = new Map<PaperKey, PaperKey>();
  for (const { key, formerKeys } of papers) {
    for (const former of formerKeys) {
      now.set(former, key ?? former);
    }
  }
  const earlier = Object.entries(existing).map(([former, key]) => [former, now.get(key) ?? key] as const);
  return Object.fromEntries([...earlier, ...now]);
}

/** Oldest first; undated ones last. */
function byDate(one: { readonly date?: string }, other: { readonly date?: string }): number {
  const [first, second] = [one.date ?? '9999', other.date ?? '9999'];
  return first < second ? -1 : first > second ? 1 : 0;
}
