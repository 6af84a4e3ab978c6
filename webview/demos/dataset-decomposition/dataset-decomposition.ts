import type { Demo } from '../../gpu/demo';
import { CLAIMS } from './claims';
import { costOf } from './cost';
import { runOnCpu } from './cpu-run';
import { runOnGpu } from './gpu-run';
import { KERNELS } from './kernels';
import { MUTATIONS } from './mutations';
import { PARAMS } from './params';
import { problemsOf } from './settings';

/** Dataset Decomposition: documents cut into powers of two and trained in buckets (Pouransari et al., 2024). */
export const datasetDecomposition: Demo = {
  slug: 'dataset-decomposition',
  title: 'Dataset Decomposition',
  whatItIs:
    'Documents of random lengths are cut into pieces of power-of-two lengths, and, as the baseline, laid end to end and cut into chunks. Attention pairs, pairs across documents and dropped tokens are counted exactly, attention runs for real on one batch laid out in three ways, and batches are drawn by a short-first curriculum.',
  whatItIsNot:
    'No model is trained, so nothing is said about accuracy. Lengths are drawn from a distribution, not from a corpus. Attention is a part of the cost of training: the saving on the whole is an estimate from the counted pairs by a formula, for one model width. Decomposing drops short remainders of documents, and it saves pairs within long documents too, by cutting them where context would have helped. Chunks with a document mask save nearly as many pairs where the kernel skips what is masked, as ours does.',
  provenance: [
    { statement: 'A document is cut into pieces of 2^max down to 2^min tokens, longest first; what is shorter than 2^min is dropped.', tag: 'repo' },
    { statement: 'A batch has as many tokens whatever its bucket: 2^(max − i) times as many sequences of length 2^i as of the longest.', tag: 'repo' },
    { statement: 'A bucket is drawn by its tokens times its odds (32 : 16 : 8 : 4 : 2 : 1, longest last) and leaves the cycle when it is spent; a training has several cycles.', tag: 'repo' },
    { statement: 'The repository’s pieces have one token more, the last one only predicted, and it cuts documents longer than 2^max at random by default; here the longest piece comes first.', tag: 'reconstructed' },
    { statement: 'Cost of a token and layer, forward: 24 d² + 4 d for each pair it attends to.', tag: 'known' },
    { statement: 'Lengths of documents: log-normal, uniform or Pareto.', tag: 'reconstructed' },
  ],
  params: PARAMS,
  kernels: KERNELS,
  claims: CLAIMS,
  mutations: MUTATIONS,
  problems: problemsOf,
  cost: costOf,
  run: (context, params) => runOnGpu(datasetDecomposition, context, params),
  reference: (params, signal, progress) => runOnCpu(datasetDecomposition, params, signal, progress),
};
