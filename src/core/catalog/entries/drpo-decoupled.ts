import type { DemoEntry } from '../demo-entry';
import type { DemoStatements } from '../measure';

const LANGUAGE_MODEL = 'This is the quality and length of a trained language model. The demo trains tables of answer lengths against a synthetic verifier.';

export const drpoDecoupled: DemoEntry = {
  slug: 'drpo-decoupled',
  title: 'DRPO',
  paperTitles: ['DRPO: Efficient Reasoning via Decoupled Reward Policy Optimization'],
  theme: 'RL for concise reasoning',
  summary: 'Three rules that reward short correct answers, trained side by side: which of them push correct answers down, and how accurate they are at equal length.',
};

export const drpoDecoupledStatements: DemoStatements = {
  measures: [],
  leaves: [
    { quote: '77\\% length reduction', why: LANGUAGE_MODEL },
    { quote: '1.1\\% performance loss', why: LANGUAGE_MODEL },
    { quote: 'sacrifices 4.3\\%', why: LANGUAGE_MODEL },
    { quote: '68\\% length reduction', why: LANGUAGE_MODEL },
  ],
};
