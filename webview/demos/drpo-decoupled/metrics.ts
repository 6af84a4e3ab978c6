import type { Metric } from '../../../src/core/runs/result';
import { ACCURACY_ONLY } from './arms';
import { SHOWN_ARMS } from './example';
import { armNamed, countsOf, finalSpot, type Outcome } from './outcome';

const KEYS: Readonly<Record<string, string>> = {
  [ACCURACY_ONLY]: 'accuracyOnly',
  [SHOWN_ARMS[0]]: 'grpoLength',
  [SHOWN_ARMS[1]]: 'rlooLp',
  [SHOWN_ARMS[2]]: 'drpo',
};

/** Where the shown arms end, and how many correct answers each pushed down. */
export function metricsOf(outcome: Outcome): Readonly<Record<string, Metric>> {
  return Object.fromEntries(
    Object.entries(KEYS).flatMap(([name, key]) => {
      const arm = armNamed(outcome, name);
      const { accuracy, tokens } = finalSpot(outcome, arm);
      const { correct, pushedDown } = countsOf(outcome, arm);
      return [
        [`${key}Accuracy`, { value: accuracy, unit: '', meaning: `Expected accuracy after training, ${name}` }],
        [`${key}Tokens`, { value: tokens, unit: 'tokens', meaning: `Expected length of an answer after training, ${name}` }],
        [`${key}PushedDown`, { value: (100 * pushedDown) / correct, unit: '%', meaning: `Correct answers with a negative weight, ${name}` }],
      ];
    }),
  );
}
