import type { Mutation } from '../../gpu/demo';

/** Telling mistakes, at least one a kernel, each of which the named check must find. */
export const MUTATIONS: readonly Mutation[] = [
  { kernel: 'rope_logit', find: 'weights[fit * head.frequencies + j]', replace: 'weights[j]', failsCheck: 'logits-exact' },
  { kernel: 'rope_logit', find: 'var sum = 0.0;', replace: 'var sum = 0.1;', failsCheck: 'logits-exact' },
  { kernel: 'stream_nll', find: 'right * shrink +', replace: 'right +', failsCheck: 'nll-exact' },
  { kernel: 'stream_nll', find: 'vec4u(position - 1u) - keys', replace: 'vec4u(position) - keys', failsCheck: 'nll-exact' },
  { kernel: 'stream_nll', find: 'min(task.globals, start)', replace: '0u', failsCheck: 'visits-exact' },
  { kernel: 'attn_online', find: 'o_a[c] * step_a.shrink', replace: 'o_a[c]', failsCheck: 'sink-exact' },
  { kernel: 'attn_online', find: '(keys < vec4u(task.globals)) |', replace: '', failsCheck: 'sink-exact' },
];
