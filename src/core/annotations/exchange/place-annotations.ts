import { describeTarget } from '../../anchors/describe-target';
import { findAnchor } from '../../anchors/find-anchor';
import type { TextTarget } from '../../anchors/text-target';

/** Quotations to be found in one abstract. */
export interface PlacesSought {
  readonly text: string;
  readonly targets: readonly TextTarget[];
}

/**
 * Where quotations of other programs stand in abstracts. Only the very words, known by their length or their surroundings and in one place
 * alone, are taken for found: their target in the abstract. `null` for the others, which the user is to look at.
 */
export function placeTargets(sought: readonly PlacesSought[]): readonly (readonly (TextTarget | null)[])[] {
  return sought.map(({ text, targets }) =>
    targets.map((target) => {
      const anchor = findAnchor(text, target);
      return anchor.state === 'exact' || anchor.state === 'moved' ? describeTarget(text, anchor.range) : null;
    }),
  );
}
