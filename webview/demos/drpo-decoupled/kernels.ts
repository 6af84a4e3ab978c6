import type { KernelSetup } from '../../gpu/bench';
import type { Kernel } from '../../gpu/demo';
import { RANDOM_BLOCK, withBlocks } from '../../gpu/wgsl-blocks';
import census from './census.wgsl';
import common from './common.wgsl';
import policyEval from './policy-eval.wgsl';
import rollout from './rollout.wgsl';
import signals from './signals.wgsl';
import update from './update.wgsl';

export type KernelName = 'rollout' | 'signals' | 'update' | 'census' | 'policy_eval';

/** How each kernel is built: invocations per workgroup, and what it binds after the shape. */
export const SETUPS: Readonly<Record<KernelName, KernelSetup & { readonly constants: { readonly threads: number } }>> = {
  rollout: { name: 'rollout', constants: { threads: 64 }, bindings: ['uniform', 'read', 'read', 'read', 'write'] },
  signals: { name: 'signals', constants: { threads: 64 }, bindings: ['uniform', 'read', 'read', 'read', 'write'] },
  update: { name: 'update', constants: { threads: 32 }, bindings: ['uniform', 'read', 'read', 'read', 'write', 'write'] },
  census: { name: 'census', constants: { threads: 32 }, bindings: ['uniform', 'read', 'read', 'write'] },
  policy_eval: { name: 'policy_eval', constants: { threads: 32 }, bindings: ['uniform', 'uniform', 'read', 'read', 'write'] },
};

export const KERNELS: readonly (Kernel & { readonly name: KernelName })[] = [
  kernel('rollout', 'rollout.wgsl', withBlocks(rollout, common, RANDOM_BLOCK), 'Draws the answers of every group and lets the verifier decide them.'),
  kernel('signals', 'signals.wgsl', withBlocks(signals, common), 'Weighs the rollouts of a group by GRPO with a length penalty, RLOO-LP or DRPO.'),
  kernel('update', 'update.wgsl', withBlocks(update, common), 'One gradient step of every row of logits.'),
  kernel('census', 'census.wgsl', withBlocks(census, common), 'Counts correct rollouts that are made less likely.'),
  kernel('policy_eval', 'policy-eval.wgsl', withBlocks(policyEval, common), 'Exact expected accuracy and length of every policy.'),
];

function kernel(name: KernelName, file: string, source: string, summary: string): Kernel & { readonly name: KernelName } {
  return { name, file, source, entryPoints: ['main'], summary };
}
