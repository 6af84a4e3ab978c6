import type { AttentionTask } from '../../gpu/blocks/attn-online';
import type { DataSet } from './data-set';
import { HEAD_WIDTH, pieceLengths, type Settings } from './settings';

/** How the tokens of a batch are laid out and which of them see one another. */
export type Layout = 'concatenated' | 'document-mask' | 'decomposed';
export const LAYOUTS: readonly Layout[] = ['concatenated', 'document-mask', 'decomposed'];
export const LAYOUT_NAMES: Readonly<Record<Layout, string>> = {
  concatenated: 'concat-and-chunk',
  'document-mask': 'chunks with a document mask',
  decomposed: 'decomposed',
};

/** A batch on which attention runs for real. */
export interface LiveBatch {
  readonly layout: Layout;
  readonly tokens: number;
  readonly tasks: readonly AttentionTask[];
  /** For each token, the row of its own sequence at which its document begins; read under the document mask. */
  readonly segments: Uint32Array<ArrayBuffer>;
  /** For each token, the first token that it sees, counted from the beginning of the batch. */
  readonly sees: Uint32Array;
}

/** The same documents laid out in three ways, each batch of at most the wanted tokens. */
export function liveBatches(lengths: Uint32Array, decomposed: DataSet, settings: Settings): readonly LiveBatch[] {
  return [concatenated('concatenated', lengths, settings), concatenated('document-mask', lengths, settings), ofPieces(decomposed, settings)];
}

function concatenated(layout: Layout, lengths: Uint32Array, { live }: Settings): LiveBatch {
  const rows = 2 ** live.maxLog2;
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const heads = Math.floor(Math.min(total, live.tokens) / rows);
  const tokens = heads * rows;
  const segments = new Uint32Array(tokens);
  const sees = new Uint32Array(tokens);
  let start = 0;
  for (const length of lengths) {
    for (let token = start; token < Math.min(start + length, tokens); token += 1) {
      const chunk = token - (token % rows);
      const begins = Math.max(start, chunk);
      segments[token] = begins - chunk;
      sees[token] = layout === 'concatenated' ? chunk : begins;
    }
    start += length;
  }
  return { layout, tokens, tasks: [taskOf(heads, rows, 0)], segments, sees };
}

/** Pieces in the order of their documents, as long as they fit; then sorted into their buckets. */
function ofPieces({ pieceCounts, pieces }: DataSet, { live }: Settings): LiveBatch {
  const sizes = pieceLengths(live);
  const inOrder: { readonly bucket: number; readonly doc: number }[] = [];
  let place = 0;
  for (const [bucket, count] of pieceCounts.entries()) {
    for (let piece = 0; piece < count; piece += 1, place += 1) inOrder.push({ bucket, doc: pieces[2 * place] ?? 0 });
  }
  inOrder.sort((a, b) => a.doc - b.doc || b.bucket - a.bucket);
  const taken = sizes.map(() => 0);
  let tokens = 0;
  for (const { bucket } of inOrder) {
    const size = sizes[bucket] ?? NaN;
    if (tokens + size > live.tokens) continue;
    taken[bucket] = (taken[bucket] ?? 0) + 1;
    tokens += size;
  }
  const sees = new Uint32Array(tokens);
  let base = 0;
  const tasks = sizes.map((rows, bucket) => {
    const task = taskOf(taken[bucket] ?? 0, rows, base);
    for (let row = 0; row < task.heads * rows; row += 1) sees[base + row] = base + row - (row % rows);
    base += task.heads * rows;
    return task;
  });
  return { layout: 'decomposed', tokens, tasks, segments: new Uint32Array(tokens), sees };
}

function taskOf(heads: number, rows: number, base: number): AttentionTask {
  return { heads, rows, base, scale: 1 / Math.sqrt(HEAD_WIDTH), globals: 0, window: 0, cap: 0 };
}
