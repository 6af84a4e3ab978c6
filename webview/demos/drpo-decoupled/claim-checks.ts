import type { Check } from '../../../src/core/runs/result';
import { claimCheck, invariantCheck, type Circumstances, type Evidence } from '../../gpu/checks';
import { ACCURACY_ONLY, DRPO_CONTROL, isShortening, type Rule } from './arms';
import { CONTROL_CLAIM, PATH_CLAIM, RLOO_CLAIM } from './claims';
import { COMPARED, COMPARED_WITH_PATH, frontierGap, gapToPath } from './frontier';
import { armNamed, countsOf, finalSpot, ofSeed, type Outcome } from './outcome';

/** Invariants on which rule ever makes a correct answer less likely. */
export function censusChecks(outcome: Outcome): readonly Check[] {
  const [drpo, grpo, rloo] = [totals(outcome, 'drpo'), totals(outcome, 'grpo-length'), totals(outcome, 'rloo-lp')];
  return [
    invariantCheck(
      'drpo-never-negative',
      'DRPO gives no correct answer a negative weight, at any Λ and any step.',
      { value: drpo.pushedDown, operator: '==', threshold: 0, unit: 'answers' },
      `Of ${String(drpo.correct)} correct answers.`,
    ),
    invariantCheck(
      'grpo-pushes-down',
      'GRPO with a length penalty gives correct answers negative weights.',
      { value: grpo.pushedDown, operator: '>=', threshold: 1, unit: 'answers' },
      `${percent(grpo)} of ${String(grpo.correct)} correct answers; RLOO-LP ${percent(rloo)} of ${String(rloo.correct)}.`,
    ),
  ];
}

export function claimChecks(outcome: Outcome, circumstances: Circumstances): readonly Check[] {
  return [
    claimCheck(RLOO_CLAIM, rlooEvidence(outcome), circumstances),
    claimCheck(PATH_CLAIM, pathEvidence(outcome), circumstances),
    claimCheck(CONTROL_CLAIM, controlEvidence(outcome), circumstances),
  ];
}

function rlooEvidence(outcome: Outcome): Evidence {
  const found = frontierGap(outcome, 'drpo', 'rloo-lp');
  if (found === undefined) {
    return { missing: `Not evaluated: the two frontiers have no length in common between ${String(COMPARED.from)} and ${String(COMPARED.to)} tokens.` };
  }
  const single = seedsOf(outcome).flatMap((one) => frontierGap(one, 'drpo', 'rloo-lp')?.gap ?? []);
  return {
    value: found.gap,
    unit: '',
    detail: `Frontiers of the mean over ${String(outcome.seeds)} seeds, compared from ${found.from.toFixed(0)} to ${found.to.toFixed(0)} tokens. ${spread(single)}`,
  };
}

function pathEvidence(outcome: Outcome): Evidence {
  const found = gapToPath(outcome);
  if (found === undefined) return { missing: `Not evaluated: DRPO’s frontier or every path misses ${String(COMPARED_WITH_PATH)} tokens.` };
  const single = seedsOf(outcome).flatMap((one) => {
    const gap = gapToPath(one);
    return gap === undefined ? [] : gap.ours - gap.theirs;
  });
  return {
    value: found.ours - found.theirs,
    unit: '',
    detail: `DRPO ${found.ours.toFixed(3)}, the path of ${found.arm.name} ${found.theirs.toFixed(3)}. ${spread(single)}`,
  };
}

function controlEvidence(outcome: Outcome): Evidence {
  const [control, plain] = [DRPO_CONTROL, ACCURACY_ONLY].map((name) => finalSpot(outcome, armNamed(outcome, name)));
  if (control === undefined || plain === undefined) return { missing: 'Not evaluated: the control did not run.' };
  return {
    value: Math.abs(control.tokens / plain.tokens - 1),
    unit: '',
    detail:
      `${DRPO_CONTROL}: accuracy ${control.accuracy.toFixed(3)} at ${control.tokens.toFixed(0)} tokens; ` +
      `${ACCURACY_ONLY}: ${plain.accuracy.toFixed(3)} at ${plain.tokens.toFixed(0)}.`,
  };
}

function seedsOf(outcome: Outcome): readonly Outcome[] {
  return Array.from({ length: outcome.seeds }, (_, seed) => ofSeed(outcome, seed));
}

function spread(gaps: readonly number[]): string {
  if (gaps.length === 0) return 'No seed alone reaches these lengths.';
  return `Seed by seed, in ${String(gaps.length)} that reach these lengths: from ${Math.min(...gaps).toFixed(3)} to ${Math.max(...gaps).toFixed(3)}.`;
}

function totals(outcome: Outcome, rule: Rule): { readonly correct: number; readonly pushedDown: number } {
  return outcome.arms
    .filter((arm) => arm.rule === rule && (rule === 'drpo' || isShortening(arm)))
    .map((arm) => countsOf(outcome, arm))
    .reduce((sum, one) => ({ correct: sum.correct + one.correct, pushedDown: sum.pushedDown + one.pushedDown }));
}

function percent({ correct, pushedDown }: { readonly correct: number; readonly pushedDown: number }): string {
  return `${((100 * pushedDown) / correct).toFixed(1)} %`;
}
