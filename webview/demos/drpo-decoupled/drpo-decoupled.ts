import type { Demo } from '../../gpu/demo';
import { CLAIMS } from './claims';
import { costOf } from './cost';
import { runOnCpu } from './cpu-run';
import { runOnGpu } from './gpu-run';
import { KERNELS } from './kernels';
import { MUTATIONS } from './mutations';
import { PARAMS } from './params';

/** DRPO: correct and incorrect answers weighed apart, so that asking for short answers never pushes a correct one down. */
export const drpoDecoupled: Demo = {
  slug: 'drpo-decoupled',
  title: 'DRPO',
  whatItIs:
    'Small policies that choose how long to think, trained by three rules that reward short correct answers: GRPO with a length penalty, RLOO-LP and DRPO, each at several strengths and seeds, all at once. It counts the correct answers that each rule makes less likely, and compares accuracy at equal length.',
  whatItIsNot:
    'Not a language model: a policy is a table of 16 answer lengths for each of 4 types of problem, and a synthetic verifier says with what probability an answer of that length is correct. Steps are the same for all rules, step sizes are not: 1 for GRPO, 2 for RLOO-LP and DRPO. Where answers become very short the three rules meet: the gap is one of medium lengths.',
  provenance: [
    { statement: 'GRPO: A = (R − mean) / deviation over the whole group, so that a correct but long answer can get A < 0.', tag: 'repo' },
    {
      statement:
        'DRPO: Σ ω s over the correct answers − τ log Σ exp(s/τ) over the incorrect ones, ω ∝ exp((1 − l/C)/Λ) normalised among the correct alone; groups without both kinds are skipped.',
      tag: 'repo',
    },
    { statement: 'RLOO-LP: R = c (1 − α σ(z)), z the length against the correct answers of the group, and a leave-one-out baseline.', tag: 'known' },
    { statement: 'A fixed step size takes the place of DRPO’s squared-hinge constraint on the divergence from the old policy.', tag: 'reconstructed' },
    { statement: 'Tabular policies over 16 lengths; P(correct) = 0.02 + 0.93 σ((l − need)/12), need = 20 + Gamma(4, 18 × type); s is the log-probability of the length chosen.', tag: 'reconstructed' },
  ],
  params: PARAMS,
  kernels: KERNELS,
  claims: CLAIMS,
  mutations: MUTATIONS,
  problems: () => [],
  cost: costOf,
  run: (context, params) => runOnGpu(drpoDecoupled, context, params),
  reference: (params, signal, progress) => runOnCpu(drpoDecoupled, params, signal, progress),
};
