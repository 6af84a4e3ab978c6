import { STRONG_FIT, type Settings } from './settings';

/** Which keys a query sees, and at which distance it believes them to be. */
export type Mode = 'full' | 'window' | 'lambda' | 'uncapped' | 'strong';
export const MODES: readonly Mode[] = ['full', 'window', 'lambda', 'uncapped', 'strong'];
/** The masks that the paper compares; the others are controls. */
export const MASKS: readonly Mode[] = ['full', 'window', 'lambda'];
export const MODE_NAMES: Readonly<Record<Mode, string>> = {
  full: 'full attention',
  window: 'window',
  lambda: 'Λ mask and distance limit',
  uncapped: 'Λ mask, no distance limit (control)',
  strong: 'full attention, λ = 1 (control)',
};

export interface MaskShape {
  /** First keys of the stream that no window hides. */
  readonly globals: number;
  /** Nearest keys that a query sees. */
  readonly window: number;
  /** Greater distances are taken for this one. */
  readonly cap: number;
  /** Index of the fit whose logits are used. */
  readonly fit: number;
}

export function shapeOf(mode: Mode, { trained, sequence, globals, fit }: Settings): MaskShape {
  const far = sequence - 1;
  switch (mode) {
    case 'full':
      return { globals: 0, window: sequence, cap: far, fit };
    case 'window':
      return { globals: 0, window: trained, cap: far, fit };
    case 'lambda':
      return { globals, window: trained, cap: trained - 1, fit };
    case 'uncapped':
      return { globals, window: trained, cap: far, fit };
    case 'strong':
      return { globals: 0, window: sequence, cap: far, fit: STRONG_FIT };
  }
}

/** Keys that the query for one position sees. */
export function keysSeen({ globals, window }: MaskShape, position: number): number {
  const near = Math.min(position, window);
  return near + Math.min(globals, position - near);
}
