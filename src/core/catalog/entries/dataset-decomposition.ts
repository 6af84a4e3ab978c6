import type { DemoEntry } from '../demo-entry';
import type { DemoStatements } from '../measure';

export const datasetDecomposition: DemoEntry = {
  slug: 'dataset-decomposition',
  title: 'Dataset Decomposition',
  paperTitles: ['Dataset Decomposition: Faster LLM Training with Variable Sequence Length Curriculum'],
  theme: 'Data and curriculum',
  summary:
    'Documents cut into power-of-two pieces instead of chunks of a fixed length: attention pairs, pairs across documents and dropped tokens counted exactly, and attention timed on both.',
};

export const datasetDecompositionStatements: DemoStatements = {
  measures: [
    {
      quote: 'We train an 8k context-length 1B model at the same cost as a 2k context-length model trained with the baseline approach',
      source: { metric: 'costAgainstQuarter' },
      unit: 'times the cost',
      isSpeed: false,
      scope: 'part',
      note: 'Estimated cost of a token, decomposed with C over the baseline with chunks of C / 4, from pairs counted on drawn document lengths and the usual formula for the rest. With C = 8192 and a model width of 2048 it is the paper’s comparison.',
    },
  ],
  leaves: [
    { quote: '3x faster compared to the baseline', why: 'This is the time to reach an accuracy, which only training a model can tell. The demo counts and times attention.' },
  ],
};
