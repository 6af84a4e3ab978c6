import type { DemoEntry } from '../demo-entry';
import type { DemoStatements } from '../measure';

const WHOLE_MODEL = 'The paper times the training of a whole model. The demo runs the attention kernel alone.';
const TRAINED_MODEL = 'This is the quality of a trained model. The demo shows the mechanism: exact attention and its memory accesses.';

export const flashAttention: DemoEntry = {
  slug: 'flash-attention',
  title: 'FlashAttention',
  paperTitles: ['FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness'],
  theme: 'Attention and KV cache',
  summary:
    'Exact softmax attention computed tile by tile: the same result as the three-kernel form without ever storing the N×N score matrix.',
};

export const flashAttentionStatements: DemoStatements = {
  measures: [
    {
      quote: 'it requires fewer HBM accesses than standard attention',
      source: { metric: 'accessRatioIdeal' },
      unit: 'times fewer accesses',
      isSpeed: false,
      scope: 'whole',
      note: 'Accesses to GPU buffers, by formulas that the counters of the run confirm: ideal matrix products around a stored score matrix, over the tiled kernel.',
    },
    {
      quote: '3times speedup on GPT-2',
      source: { timings: ['naive, all kernels', 'attn_flash'] },
      unit: '×',
      isSpeed: true,
      scope: 'part',
      note: 'The attention kernel alone, forward, against the demo’s own three naive kernels. The paper times the training of GPT-2 as a whole.',
    },
  ],
  leaves: [
    { quote: '15% end-to-end wall-clock speedup on BERT-large', why: WHOLE_MODEL },
    { quote: '2.4times speedup on long-range arena', why: WHOLE_MODEL },
    { quote: '0.7 better perplexity on GPT-2', why: TRAINED_MODEL },
    { quote: '6.4 points of lift on long-document classification', why: TRAINED_MODEL },
    { quote: '61.4% accuracy', why: TRAINED_MODEL },
    { quote: '63.1% accuracy', why: TRAINED_MODEL },
  ],
};
