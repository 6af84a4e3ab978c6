import type { Check } from '../../../src/core/runs/result';
import { claimCheck, type Circumstances, type Evidence } from '../../gpu/checks';
import { CONTROL_CLAIM, RECALL_CLAIM, UNDERCOUNT_CLAIM } from './claims';
import { intensitiesOf } from './corpus';
import { calibrated, CUSTOMARY, isTrivialCopy, mean, recalls, scoresWhere, shareAbove, type Measure, type Scores } from './recall';
import type { Settings } from './settings';

export function claimChecks(scores: Scores, settings: Settings, circumstances: Circumstances): readonly Check[] {
  const copies = isTrivialCopy(intensitiesOf(settings).length - 1);
  const embedding = recalls(scores, 'embedding', copies);
  const edit = recalls(scores, 'edit', copies);
  const customary = recalls(scores, 'edit', copies, CUSTOMARY);
  const atFull = (evidence: Evidence): Evidence =>
    settings.intensity === 1 ? evidence : { missing: 'Not evaluated: the claim is stated for artifacts at full intensity.' };
  const untouched = [...recalls(scores, 'edit', isTrivialCopy(0)), ...recalls(scores, 'embedding', isTrivialCopy(0))];
  return [
    claimCheck(
      RECALL_CLAIM,
      atFull({
        value: mean(embedding) - mean(edit),
        unit: '',
        detail: `Recall of the embedding ${spread(embedding)}, of edit similarity ${spread(edit)}. Fresh texts above the thresholds: ${falseShare(scores, 'embedding')} and ${falseShare(scores, 'edit')}.`,
      }),
      circumstances,
    ),
    claimCheck(
      UNDERCOUNT_CLAIM,
      atFull(
        mean(embedding) === 0
          ? { missing: 'Not evaluated: the embedding found no copy.' }
          : { value: mean(customary) / mean(embedding), unit: '', detail: `Recall of edit similarity above ${String(CUSTOMARY)} ${spread(customary)}, of the embedding ${spread(embedding)}.` },
      ),
      circumstances,
    ),
    claimCheck(
      CONTROL_CLAIM,
      { value: Math.min(...untouched), unit: '', detail: `The lowest recall of either measure among ${String(scores.seeds)} seeds, of copies given back word for word.` },
      circumstances,
    ),
  ];
}

function spread(values: readonly number[]): string {
  return `${mean(values).toFixed(3)} (${Math.min(...values).toFixed(3)} to ${Math.max(...values).toFixed(3)})`;
}

function falseShare(scores: Scores, measure: Measure): string {
  const shares = Array.from({ length: scores.seeds }, (_, seed) =>
    shareAbove(
      scoresWhere(scores, seed, measure, ({ kind }) => kind === 'fresh'),
      calibrated(scores, seed, measure),
    ),
  );
  return `${(100 * mean(shares)).toFixed(1)} %`;
}
