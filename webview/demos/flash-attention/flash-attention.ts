import type { Demo } from '../../gpu/demo';
import { CLAIMS } from './claims';
import { costOf } from './cost';
import { runOnCpu } from './cpu-run';
import { runOnGpu } from './gpu-run';
import { KERNELS } from './kernels';
import { MUTATIONS } from './mutations';
import { PARAMS } from './params';

/** FlashAttention: exact attention tile by tile, without the N×N score matrix (Dao et al., 2022, algorithm 1). */
export const flashAttention: Demo = {
  slug: 'flash-attention',
  title: 'FlashAttention',
  whatItIs:
    'Exact softmax attention computed three ways on random queries, keys and values: three kernels that store all N×N scores, an online softmax in registers, and the tiled form that passes keys and values through workgroup memory. Results, memory and slow-memory accesses are compared.',
  whatItIsNot:
    'Not the authors’ CUDA kernels, no backward pass, no dropout, no half precision; times are those of these WGSL kernels on this adapter. The gain in accesses depends on Br/d: with d = 64 and tiles of 32 rows, ideal matrix products around a stored score matrix (4N² + 4Nd accesses) tie with the tiled kernel, so both baselines are shown, our naive kernels and the ideal.',
  provenance: [
    {
      statement: 'Tiles with a running maximum m and sum l: m′ = max(m, rowmax S), l′ = e^(m−m′) l + Σ e^(S−m′), O′ = e^(m−m′) O + e^(S−m′) V, at the end O / l.',
      tag: 'known',
    },
    { statement: 'Slow-memory accesses fall from Θ(Nd + N²) to Θ(N²d²/M) for on-chip memory of size M.', tag: 'known' },
    { statement: 'Block-sparse attention skips whole tiles by a mask.', tag: 'abstract' },
    { statement: 'The running maximum advances by four keys instead of a whole tile; the recurrence is the same.', tag: 'reconstructed' },
    { statement: 'The baseline of ideal matrix products, 4N² + 4Nd accesses a head, reads and writes every matrix once.', tag: 'reconstructed' },
  ],
  params: PARAMS,
  kernels: KERNELS,
  claims: CLAIMS,
  mutations: MUTATIONS,
  problems: () => [],
  cost: costOf,
  run: (context, params) => runOnGpu(flashAttention, context, params),
  reference: (params, signal, progress) => runOnCpu(flashAttention, params, signal, progress),
};
