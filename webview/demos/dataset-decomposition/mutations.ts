import type { Mutation } from '../../gpu/demo';

/** One telling mistake per kernel at least, each of which the named check must find. */
export const MUTATIONS: readonly Mutation[] = [
  { kernel: 'count_pieces', find: 'doc = block * BLOCK; doc < end; doc += 1u) {\n      pieces', replace: 'doc = block * BLOCK + 1u; doc < end; doc += 1u) {\n      pieces', failsCheck: 'buckets-exact' },
  { kernel: 'count_pieces', find: 'tokens += lengths', replace: 'tokens = lengths', failsCheck: 'buckets-exact' },
  { kernel: 'scan_counts', find: 'counts[at] = sum;', replace: 'counts[at] = sum + count;', failsCheck: 'pieces-exact' },
  // The longest piece must come first: its place in the document depends on it.
  { kernel: 'place_pieces', find: 'token += 1u <<', replace: 'token += 2u <<', failsCheck: 'tokens-kept' },
  { kernel: 'place_pieces', find: 'begins += length;', replace: 'begins += token;', failsCheck: 'chunks-exact' },
  { kernel: 'chunk_stats', find: 'share * (share + 1u) / 2u', replace: 'share * share / 2u', failsCheck: 'chunks-exact' },
  { kernel: 'chunk_stats', find: 'if (doc_start >= end)', replace: 'if (doc_start > end)', failsCheck: 'chunks-exact' },
  { kernel: 'draw_curriculum', find: 'if (left[bucket] == 0u) { weight -=', replace: 'if (left[bucket] == 1u) { weight -=', failsCheck: 'curriculum-exact' },
  { kernel: 'attn_online', find: 'o_a[c] * step_a.shrink', replace: 'o_a[c]', failsCheck: 'attention-concatenated' },
  { kernel: 'attn_online', find: '== vec4u(segments[first + row])', replace: '!= vec4u(segments[first + row])', failsCheck: 'attention-document-mask' },
  { kernel: 'attn_online', find: 'let first = task.base + id.y * task.rows;', replace: 'let first = id.y * task.rows;', failsCheck: 'attention-decomposed' },
];
