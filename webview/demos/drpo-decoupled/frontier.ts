import { isShortening, type Arm, type Rule } from './arms';
import { finalSpot, pathOf, type Outcome, type Spot } from './outcome';

/** Lengths over which two frontiers are compared, in tokens. */
export const COMPARED = { from: 305, to: 340 } as const;
/** Length at which DRPO is compared with the path of GRPO, in tokens. */
export const COMPARED_WITH_PATH = 325;
const SAMPLES = 36;

/** Where the arms of a rule end, one for each strength, by length. */
export function frontierOf(outcome: Outcome, rule: Rule): readonly Spot[] {
  return outcome.arms
    .filter((arm) => arm.rule === rule && isShortening(arm))
    .map((arm) => finalSpot(outcome, arm))
    .sort((a, b) => a.tokens - b.tokens);
}

/** Accuracy at a length, linear between neighbouring spots; the best where several pass; `undefined` outside. */
export function accuracyAt(spots: readonly Spot[], tokens: number): number | undefined {
  let best: number | undefined;
  for (const [index, b] of spots.entries()) {
    const a = spots[index - 1];
    if (a === undefined || tokens < Math.min(a.tokens, b.tokens) || tokens > Math.max(a.tokens, b.tokens)) continue;
    const share = a.tokens === b.tokens ? 0 : (tokens - a.tokens) / (b.tokens - a.tokens);
    best = Math.max(best ?? 0, a.accuracy + share * (b.accuracy - a.accuracy));
  }
  return best;
}

/** Mean difference of accuracy over the lengths that both frontiers and the compared range have in common. */
export function frontierGap(outcome: Outcome, better: Rule, other: Rule): { readonly gap: number; readonly from: number; readonly to: number } | undefined {
  const [ours, theirs] = [frontierOf(outcome, better), frontierOf(outcome, other)];
  const from = Math.max(COMPARED.from, ours[0]?.tokens ?? Infinity, theirs[0]?.tokens ?? Infinity);
  const to = Math.min(COMPARED.to, ours.at(-1)?.tokens ?? 0, theirs.at(-1)?.tokens ?? 0);
  if (to <= from) return undefined;
  let gap = 0;
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const tokens = from + ((sample + 0.5) / SAMPLES) * (to - from);
    gap += ((accuracyAt(ours, tokens) ?? NaN) - (accuracyAt(theirs, tokens) ?? NaN)) / SAMPLES;
  }
  return { gap, from, to };
}

/**
 * DRPO's frontier against the best of the paths that GRPO with a length penalty takes while it trains:
 * all its strengths end at nearly the same place, since dividing by the deviation cancels α.
 */
export function gapToPath(outcome: Outcome): { readonly ours: number; readonly theirs: number; readonly arm: Arm } | undefined {
  const ours = accuracyAt(frontierOf(outcome, 'drpo'), COMPARED_WITH_PATH);
  const [best] = outcome.arms
    .filter((arm) => arm.rule === 'grpo-length' && isShortening(arm))
    .flatMap((arm) => {
      const theirs = accuracyAt(pathOf(outcome, arm), COMPARED_WITH_PATH);
      return theirs === undefined ? [] : { theirs, arm };
    })
    .sort((a, b) => b.theirs - a.theirs);
  return ours === undefined || best === undefined ? undefined : { ours, ...best };
}
