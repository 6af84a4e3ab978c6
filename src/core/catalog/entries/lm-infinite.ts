import type { DemoEntry } from '../demo-entry';
import type { DemoStatements } from '../measure';

export const lmInfinite: DemoEntry = {
  slug: 'lm-infinite',
  title: 'LM-Infinite',
  paperTitles: ['LM-Infinite: Simple On-the-Fly Length Generalization for Large Language Models'],
  theme: 'Attention and KV cache',
  summary: 'A head fitted on short distances reads long streams: its logits explode, and a Λ-shaped mask with a limit on distances keeps it working.',
};

export const lmInfiniteStatements: DemoStatements = {
  measures: [
    {
      quote: 'LM-Infinite is computational efficient with O(n) time and space',
      source: { metric: 'keysPerToken' },
      unit: 'keys a token at most',
      isSpeed: false,
      scope: 'part',
      note: 'Keys that one query of one head attends to under the Λ mask, counted by the kernel: the number of global tokens and the window, however long the stream.',
    },
  ],
  leaves: [
    { quote: '2.72x decoding speedup', why: 'The paper times decoding with a whole model. The demo times one head that scores a whole stream.' },
    { quote: 'consistent fluency and generation quality to as long as 32k tokens', why: 'This is the quality of a trained model. The demo shows the mechanism with one fitted head.' },
  ],
};
