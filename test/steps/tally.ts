/** How a set of tests ended. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly Failure[];
  /** Failures that did not come again when their suite ran anew: the suite passes, and the report says so. */
  readonly unsteady: readonly Failure[];
}

export interface Failure {
  readonly title: string;
  readonly message: string;
}

export const NOTHING: Tally = { passed: 0, failed: 0, failures: [], unsteady: [] };

/** The tally of a check that is either right or wrong as a whole. */
export function one(title: string, message: string | undefined): Tally {
  return message === undefined ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1, failures: [{ title, message }] };
}

export function add(a: Tally, b: Tally): Tally {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    failures: [...a.failures, ...b.failures],
    unsteady: [...a.unsteady, ...b.unsteady],
  };
}
