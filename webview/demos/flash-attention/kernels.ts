import type { Kernel } from '../../gpu/demo';
import type { BindingKind } from '../../gpu/pipelines';
import { withBlocks } from '../../gpu/wgsl-blocks';
import common from './attention-common.wgsl';
import flash from './attention-flash.wgsl';
import online from './attention-online.wgsl';
import pv from './pv.wgsl';
import scores from './scores.wgsl';
import softmaxRows from './softmax-rows.wgsl';

export type KernelName = 'scores' | 'softmax_rows' | 'pv' | 'attn_online' | 'attn_flash';

const COMMON_BINDINGS: readonly BindingKind[] = ['uniform', 'read', 'write'];

/** Bindings of group 0 by kernel: shape, block mask and counters, then its own. */
export const KERNEL_BINDINGS: Readonly<Record<KernelName, readonly BindingKind[]>> = {
  scores: [...COMMON_BINDINGS, 'read', 'read', 'write'],
  softmax_rows: [...COMMON_BINDINGS, 'write'],
  pv: [...COMMON_BINDINGS, 'read', 'read', 'write'],
  attn_online: [...COMMON_BINDINGS, 'read', 'read', 'read', 'write'],
  attn_flash: [...COMMON_BINDINGS, 'read', 'read', 'read', 'write', 'write'],
};

export const KERNELS: readonly (Kernel & { readonly name: KernelName })[] = [
  kernel('scores', 'scores.wgsl', scores, 'Naive 1 of 3: the whole score matrix, one invocation per score.'),
  kernel('softmax_rows', 'softmax-rows.wgsl', softmaxRows, 'Naive 2 of 3: softmax in place, one invocation per row.'),
  kernel('pv', 'pv.wgsl', pv, 'Naive 3 of 3: weights times values, one invocation per four output columns.'),
  kernel('attn_online', 'attention-online.wgsl', online, 'Online softmax in registers, two rows per invocation, no barriers.'),
  kernel('attn_flash', 'attention-flash.wgsl', flash, 'Tiled attention: keys and values pass through workgroup memory.'),
];

function kernel(name: KernelName, file: string, source: string, summary: string): Kernel & { readonly name: KernelName } {
  return { name, file, source: withBlocks(source, common), entryPoints: ['main'], summary };
}
