import type { KernelSetup } from '../../gpu/bench';
import type { Kernel } from '../../gpu/demo';
import { RANDOM_BLOCK, withBlocks } from '../../gpu/wgsl-blocks';
import bestMatch from './best-match.wgsl';
import centre from './centre.wgsl';
import commonSubsequence from './common-subsequence.wgsl';
import common from './common.wgsl';
import cosine from './cosine.wgsl';
import editDistance from './edit-distance.wgsl';
import embed from './embed.wgsl';
import matchMasks from './match-masks.wgsl';
import meanRow from './mean-row.wgsl';

export type KernelName = 'match_masks' | 'edit_distance' | 'common_subsequence' | 'embed' | 'mean_row' | 'centre' | 'cosine' | 'best_match';

/** How each kernel is built: invocations per workgroup, and what it binds after the shape. */
export const SETUPS: Readonly<Record<KernelName, KernelSetup & { readonly constants: { readonly threads: number } }>> = {
  match_masks: { name: 'match_masks', constants: { threads: 64 }, bindings: ['uniform', 'read', 'read', 'write'] },
  edit_distance: { name: 'edit_distance', constants: { threads: 32 }, bindings: ['uniform', 'read', 'read', 'read', 'write'] },
  common_subsequence: { name: 'common_subsequence', constants: { threads: 32 }, bindings: ['uniform', 'read', 'read', 'read', 'write'] },
  embed: { name: 'embed', constants: { threads: 32 }, bindings: ['uniform', 'read', 'read', 'write'] },
  mean_row: { name: 'mean_row', constants: { threads: 64 }, bindings: ['uniform', 'read', 'write'] },
  centre: { name: 'centre', constants: { threads: 32 }, bindings: ['uniform', 'read', 'write'] },
  cosine: { name: 'cosine', constants: { threads: 32 }, bindings: ['uniform', 'read', 'write'] },
  best_match: { name: 'best_match', constants: { threads: 32 }, bindings: ['uniform', 'read', 'read', 'read', 'read', 'write'] },
};

export const KERNELS: readonly (Kernel & { readonly name: KernelName })[] = [
  kernel('match_masks', 'match-masks.wgsl', matchMasks, 'Where each symbol stands in each sample, as bits.'),
  kernel('edit_distance', 'edit-distance.wgsl', editDistance, 'Levenshtein distance of all pairs, 32 cells of a column at a time.'),
  kernel('common_subsequence', 'common-subsequence.wgsl', commonSubsequence, 'Longest common subsequence of all pairs, for the indel ratio.'),
  kernel('embed', 'embed.wgsl', withBlocks(embed, RANDOM_BLOCK), 'Hashed groups of three and four letters of every text, as a unit vector.'),
  kernel('mean_row', 'mean-row.wgsl', meanRow, 'Mean embedding of the samples.'),
  kernel('centre', 'centre.wgsl', centre, 'Takes the mean from every embedding.'),
  kernel('cosine', 'cosine.wgsl', cosine, 'Cosine of all pairs of embeddings.'),
  kernel('best_match', 'best-match.wgsl', bestMatch, 'The likest sample of each generation by each measure.'),
];

function kernel(name: KernelName, file: string, source: string, summary: string): Kernel & { readonly name: KernelName } {
  return { name, file, source: withBlocks(source, common), entryPoints: ['main'], summary };
}
