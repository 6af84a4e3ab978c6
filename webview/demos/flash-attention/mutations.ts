import type { Mutation } from '../../gpu/demo';

/** One telling mistake per kernel, each of which the named check must find. */
export const MUTATIONS: readonly Mutation[] = [
  { kernel: 'scores', find: 'sum * shape.scale', replace: 'sum', failsCheck: 'naive-exact' },
  { kernel: 'softmax_rows', find: 'weight(s[at], largest) * factor', replace: 'weight(s[at], largest)', failsCheck: 'naive-exact' },
  { kernel: 'pv', find: 'key < keys;', replace: 'key + 1u < keys;', failsCheck: 'naive-exact' },
  // Without the factor, what was gathered under a smaller maximum keeps its old weight.
  { kernel: 'attn_online', find: 'o_a[c] * step_a.shrink', replace: 'o_a[c]', failsCheck: 'online-exact' },
  { kernel: 'attn_online', find: 'run.sum * shrink + dot', replace: 'run.sum + dot', failsCheck: 'online-exact' },
  { kernel: 'attn_flash', find: 'o_row[c] * shrink', replace: 'o_row[c]', failsCheck: 'flash-exact' },
  { kernel: 'attn_flash', find: 'let row_end = keys_end(row);', replace: 'let row_end = keys_end(row + 1u);', failsCheck: 'flash-exact' },
  { kernel: 'attn_flash', find: 'v[(first + tile) * depth + at]', replace: 'v[first * depth + at]', failsCheck: 'flash-exact' },
];
