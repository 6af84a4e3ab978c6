import { findAnchor } from './find-anchor';
import type { Anchor, TextTarget } from './text-target';

interface Placed {
  readonly text: string;
  readonly anchor: Anchor;
}

/** The last answer for each target: several views ask for the same, and a long quote in a long text takes its time. */
const placed = new WeakMap<TextTarget, Placed>();

/** What became of a target in a text, as `findAnchor` says; asked again with the same text, it is known. */
export function placeOfTarget(text: string, target: TextTarget): Anchor {
  const known = placed.get(target);
  if (known?.text === text) {
    return known.anchor;
  }
  const anchor = findAnchor(text, target);
  placed.set(target, { text, anchor });
  return anchor;
}
