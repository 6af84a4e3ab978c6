import { ATTN_ONLINE } from '../../gpu/blocks/attn-online';
import type { Kernel } from '../../gpu/demo';
import type { BindingKind } from '../../gpu/pipelines';
import { RANDOM_BLOCK, withBlocks } from '../../gpu/wgsl-blocks';
import chunkStats from './chunk-stats.wgsl';
import countPieces from './count-pieces.wgsl';
import dataSet from './data-set.wgsl';
import drawCurriculum from './draw-curriculum.wgsl';
import placePieces from './place-pieces.wgsl';
import scanCounts from './scan-counts.wgsl';

type OwnKernel = 'count_pieces' | 'scan_counts' | 'place_pieces' | 'chunk_stats' | 'draw_curriculum';

/** Bindings of group 0 by kernel. */
export const KERNEL_BINDINGS: Readonly<Record<OwnKernel, readonly BindingKind[]>> = {
  count_pieces: ['uniform', 'read', 'write'],
  scan_counts: ['uniform', 'write', 'write'],
  place_pieces: ['uniform', 'read', 'read', 'read', 'write', 'write'],
  chunk_stats: ['uniform', 'read', 'read', 'read', 'write'],
  draw_curriculum: ['uniform', 'read', 'read', 'read', 'write'],
};

export const KERNELS: readonly Kernel[] = [
  kernel('count_pieces', 'count-pieces.wgsl', withBlocks(countPieces, dataSet), 'Pieces by bucket for every block of documents, one invocation per block.'),
  kernel('scan_counts', 'scan-counts.wgsl', withBlocks(scanCounts, dataSet), 'Prefix sums over the blocks and totals, one invocation per bucket.'),
  kernel('place_pieces', 'place-pieces.wgsl', withBlocks(placePieces, dataSet), 'Every piece at its place in its bucket, one invocation per block.'),
  kernel('chunk_stats', 'chunk-stats.wgsl', withBlocks(chunkStats, dataSet), 'Documents and useful pairs in every chunk of the baseline, one invocation per chunk.'),
  kernel('draw_curriculum', 'draw-curriculum.wgsl', withBlocks(drawCurriculum, RANDOM_BLOCK), 'The order of batches in a training, one invocation per training.'),
  ATTN_ONLINE,
];

function kernel(name: OwnKernel, file: string, source: string, summary: string): Kernel {
  return { name, file, source, entryPoints: ['main'], summary };
}
