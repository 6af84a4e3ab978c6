import type { Metric } from '../../../src/core/runs/result';
import { intensitiesOf } from './corpus';
import { CUSTOMARY, isTrivialCopy, mean, MEASURE_NAMES, MEASURES, recalls, type Scores } from './recall';
import type { Settings } from './settings';

/** Recalls at the chosen intensity, mean over the seeds. */
export function metricsOf(scores: Scores, settings: Settings): Readonly<Record<string, Metric>> {
  const copies = isTrivialCopy(intensitiesOf(settings).length - 1);
  const calibrated = MEASURES.map((measure): [string, Metric] => [
    `${measure}Recall`,
    { value: mean(recalls(scores, measure, copies)), unit: '', meaning: `Copies found at the calibrated threshold, ${MEASURE_NAMES[measure]}` },
  ]);
  return {
    ...Object.fromEntries(calibrated),
    customaryRecall: { value: mean(recalls(scores, 'edit', copies, CUSTOMARY)), unit: '', meaning: `Copies found by an edit similarity above ${String(CUSTOMARY)}` },
  };
}
