import type { SearchDocument } from '../core/search/document';
import { SHARD_SIZE } from '../core/search/shard';

export interface BuildLimits {
  readonly shardSize: number;
  /** Documents, and UTF-16 units, of one step of a build. */
  readonly slice: number;
  readonly sliceText: number;
}

/** A step takes about a tenth of a second: a question waits for no longer. */
export const APART: BuildLimits = { shardSize: SHARD_SIZE, slice: 100, sliceText: 200_000 };

/** In the host's own process nothing else runs meanwhile. */
export const IN_PROCESS: BuildLimits = { shardSize: 250, slice: 25, sliceText: 50_000 };

/** Documents that are sent to the worker at a time. */
export interface Slice {
  readonly positions: number[];
  readonly documents: SearchDocument[];
  /** UTF-16 units, about. */
  readonly text: number;
}

/** Cuts the documents at some positions into slices. */
export function slices(positions: Uint32Array, documents: readonly SearchDocument[], { slice: most, sliceText }: BuildLimits): readonly Slice[] {
  const all: { positions: number[]; documents: SearchDocument[]; text: number }[] = [];
  for (const position of positions) {
    const document = documents[position];
    if (document) {
      const last = all.at(-1);
      const slice = last && last.positions.length < most && last.text < sliceText ? last : { positions: [], documents: [], text: 0 };
      slice.positions.push(position);
      slice.documents.push(indexedPart(document));
      slice.text += document.title.length + document.abstract.length;
      if (slice !== last) {
        all.push(slice);
      }
    }
  }
  return all;
}

/** What of a document is indexed. */
function indexedPart({ key, title, abstract, authors, organisation }: SearchDocument): SearchDocument {
  return { key, title, abstract, ...(authors ? { authors } : {}), ...(organisation ? { organisation } : {}) };
}
