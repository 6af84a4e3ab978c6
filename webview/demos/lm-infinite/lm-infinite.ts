import type { Demo } from '../../gpu/demo';
import { CLAIMS } from './claims';
import { costOf } from './cost';
import { runOnCpu } from './cpu-run';
import { runOnGpu } from './gpu-run';
import { KERNELS } from './kernels';
import { MUTATIONS } from './mutations';
import { PARAMS } from './params';
import { problemsOf } from './settings';

/** LM-Infinite: a Λ-shaped attention mask and a limit on distances (Han et al., 2023). */
export const lmInfinite: Demo = {
  slug: 'lm-infinite',
  title: 'LM-Infinite',
  whatItIs:
    'One attention head whose RoPE position logit is fitted at distances below L alone reads streams many times as long, under full attention, a window, and the Λ mask with the distance limit. A second head, with an attention sink at the first token, shows what a window alone loses.',
  whatItIsNot:
    'No language model: one fitted head, tokens from a source that copies recent tokens, and logits from distance alone. On such streams a window does as well as the Λ mask; only the sink head tells them apart, and there the sink costs the queries that do find a key a little. A strong penalty does not save full attention on the longest streams (L = 512, N = 16384), where so many keys dilute it that the control is expected to fail. How far the logits explode depends on the ridge penalty of the fit, so all penalties are shown. Times are those of scoring a whole stream with these kernels, not of decoding with a model.',
  provenance: [
    { statement: 'Λ mask: a query attends to the first n_global tokens and to the last n_local, about as many as the trained length.', tag: 'repo' },
    { statement: 'Distances that enter the position encoding are limited to the trained length; for the global tokens the repository rotates queries and keys as if they stood that far apart.', tag: 'repo' },
    { statement: 'What goes wrong beyond the trained length: logits at unseen distances, entropy that grows with ln n, and the loss of the first tokens.', tag: 'abstract' },
    { statement: 'RoPE: the logit at distance D is Σ a_j cos(D θ_j) + b_j sin(D θ_j) with θ_j = 10000^(−2j/d).', tag: 'known' },
    { statement: 'The head: a_j and b_j from a ridge fit of 3 − ln(1 + D) at D < L, d = 64.', tag: 'reconstructed' },
    { statement: 'The streams: a token copies x_(t−1−δ), δ geometric with mean 5 and at most 15, with probability 0.85, else it is one of 64 evenly. Prediction: 0.95 of the attention on each token, and 0.05 spread evenly.', tag: 'reconstructed' },
    { statement: 'The sink head: a first key of logit ln L + 3 and zero value, other keys of logit 0 but for one that a query looks for.', tag: 'reconstructed' },
  ],
  params: PARAMS,
  kernels: KERNELS,
  claims: CLAIMS,
  mutations: MUTATIONS,
  problems: problemsOf,
  cost: costOf,
  run: (context, params) => runOnGpu(lmInfinite, context, params),
  reference: (params, signal, progress) => Promise.resolve().then(() => runOnCpu(lmInfinite, params, signal, progress)),
};
