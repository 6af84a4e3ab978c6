import type { Trial } from './score';

/** How a finder did, in numbers of quotes. */
export interface Summary {
  readonly recognisable: number;
  readonly right: number;
  /** Shown as ambiguous although one place is the right one. */
  readonly asked: number;
  readonly missed: number;
  readonly wrong: number;
  readonly gone: number;
  /** Quotes that are gone and were said to stand somewhere. */
  readonly goneWrong: number;
  /** Of those, how many as if nothing had happened. */
  readonly goneSilent: number;
}

export function summarise(trials: readonly Trial[]): Summary {
  const recognisable = trials.filter(({ isRecognisable }) => isRecognisable);
  const gone = trials.filter(({ isRecognisable }) => !isRecognisable);
  const count = (verdict: Trial['verdict']) => recognisable.filter((trial) => trial.verdict === verdict).length;
  const goneWrong = gone.filter(({ verdict }) => verdict === 'wrong');
  return {
    recognisable: recognisable.length,
    right: count('right'),
    asked: count('asked'),
    missed: count('missed'),
    wrong: count('wrong'),
    gone: gone.length,
    goneWrong: goneWrong.length,
    goneSilent: goneWrong.filter(({ result }) => result === 'exact').length,
  };
}
