import type { Demo } from '../../gpu/demo';
import { CLAIMS } from './claims';
import { costOf } from './cost';
import { runOnCpu } from './cpu-run';
import { runOnGpu } from './gpu-run';
import { KERNELS } from './kernels';
import { MUTATIONS } from './mutations';
import { PARAMS } from './params';

/** Counting training samples that a model gives back: by edit distance, and by the similarity of embeddings. */
export const extractingAlignment: Demo = {
  slug: 'extracting-alignment',
  title: 'Extracting alignment data',
  whatItIs:
    'Synthetic texts of which it is known which are copies of a training sample: given back with halves swapped, filler words, boilerplate or inflections, beside fresh texts. Edit distance, indel ratio and an embedding look for the copies, each at the least threshold that a separate set of texts does not reach.',
  whatItIsNot:
    'No language model is attacked and nothing is extracted. The embedding is a hashed vector of groups of three and four letters, not a learned one: it sees no meaning, so copies with other words in place may escape it and are shown apart. By how much edit distance undercounts depends on the mix and the intensity of the artifacts, so it is a curve here and no single factor.',
  provenance: [
    { statement: 'Copies are counted by the similarity of embeddings instead of by string matching, which trivial artifacts deflate.', tag: 'abstract' },
    { statement: 'Levenshtein distance by Myers’ bit-parallel columns, edit similarity 1 − distance / longer length; indel ratio 2 × common subsequence / both lengths.', tag: 'known' },
    { statement: 'Texts of words from a vocabulary of 400, four trivial artifacts in equal parts, and synonyms apart from them.', tag: 'reconstructed' },
    { statement: 'Embedding: hashed groups of three and four letters as a unit vector, less the mean of the samples, a unit vector again.', tag: 'reconstructed' },
    { statement: 'Thresholds: for each measure the highest score of a calibration set without copies.', tag: 'reconstructed' },
  ],
  params: PARAMS,
  kernels: KERNELS,
  claims: CLAIMS,
  mutations: MUTATIONS,
  problems: () => [],
  cost: costOf,
  run: (context, params) => runOnGpu(extractingAlignment, context, params),
  reference: (params, signal, progress) => runOnCpu(extractingAlignment, params, signal, progress),
};
