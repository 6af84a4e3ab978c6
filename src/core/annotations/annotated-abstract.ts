import { findAnchor } from '../anchors/find-anchor';
import type { Thread } from './annotation';

/**
 * The abstract that annotations were made on, where another one has taken its place: of the abstracts that digests
 * gave, the one in which the words of most annotations stand where they stood. `undefined` when none does better than
 * the present one.
 *
 * @param given newest first; of two that do equally well the newer is taken
 */
export function annotatedAbstract(present: string, given: readonly string[], threads: readonly Thread[]): string | undefined {
  const targets = threads.flatMap(({ first: { target, detached } }) => (target === undefined || detached ? [] : [target]));
  const standing = (abstract: string) => targets.filter((target) => findAnchor(abstract, target).state === 'exact').length;
  let best: { readonly abstract: string; readonly standing: number } | undefined;
  const now = standing(present);
  for (const abstract of new Set(given)) {
    const count = standing(abstract);
    if (abstract !== present && count > (best?.standing ?? now)) {
      best = { abstract, standing: count };
    }
  }
  return best?.abstract;
}
