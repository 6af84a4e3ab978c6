import type { DemoEntry } from '../demo-entry';
import type { DemoStatements } from '../measure';

export const extractingAlignment: DemoEntry = {
  slug: 'extracting-alignment',
  title: 'Extracting alignment data',
  paperTitles: ['Extracting alignment data in open models'],
  theme: 'Retrieval and similarity',
  summary: 'Copies of training samples that trivial artifacts hide from edit distance, and what an embedding finds of them at a threshold without false positives.',
};

export const extractingAlignmentStatements: DemoStatements = {
  measures: [],
  leaves: [
    {
      quote: 'by a conservative estimate of 10times',
      why: 'The paper counts what real models give back, with a learned embedding. In the demo the factor is a curve over the intensity of chosen artifacts.',
    },
  ],
};
