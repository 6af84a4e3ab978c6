import { ATTN_ONLINE } from '../../gpu/blocks/attn-online';
import type { Kernel } from '../../gpu/demo';
import ropeLogit from './rope-logit.wgsl';
import streamNll from './stream-nll.wgsl';

export const KERNELS: readonly Kernel[] = [
  { name: 'rope_logit', file: 'rope-logit.wgsl', source: ropeLogit, entryPoints: ['main'], summary: 'The position logit at every distance for every fit, one invocation per distance.' },
  { name: 'stream_nll', file: 'stream-nll.wgsl', source: streamNll, entryPoints: ['main'], summary: 'Likelihood of the next token and entropy of the attention under a mask, one invocation per position.' },
  ATTN_ONLINE,
];
