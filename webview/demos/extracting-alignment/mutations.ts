import type { Mutation } from '../../gpu/demo';

/** One telling mistake per kernel, each of which the named check must find. */
export const MUTATIONS: readonly Mutation[] = [
  { kernel: 'match_masks', find: '1u << bit', replace: '2u << bit', failsCheck: 'distances-exact' },
  // Without the carry between blocks every block of 32 symbols is compared on its own.
  { kernel: 'edit_distance', find: 'let eq = equal | down;', replace: 'let eq = equal;', failsCheck: 'distances-exact' },
  { kernel: 'edit_distance', find: '(mh << 1u) | down', replace: '(mh << 1u)', failsCheck: 'distances-exact' },
  { kernel: 'common_subsequence', find: 'part + carry', replace: 'part', failsCheck: 'subsequences-exact' },
  { kernel: 'embed', find: 'if (at >= 3u)', replace: 'if (at >= 4u)', failsCheck: 'cosines-exact' },
  { kernel: 'mean_row', find: 'sum / f32(shape.samples)', replace: 'sum', failsCheck: 'cosines-exact' },
  { kernel: 'centre', find: 'rows[row + at] *= factor', replace: 'rows[row + at] *= 1.0', failsCheck: 'cosines-exact' },
  { kernel: 'cosine', find: 'at < shape.width;', replace: 'at + 1u < shape.width;', failsCheck: 'cosines-exact' },
  { kernel: 'best_match', find: 'f32(max(length, other))', replace: 'f32(min(length, other))', failsCheck: 'best-exact' },
];
