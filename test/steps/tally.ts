/** How a set of tests ended. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly Failure[];
}

export interface Failure {
  readonly title: string;
  readonly message: string;
}

export const NOTHING: Tally = { passed: 0, failed: 0, failures: [] };

/** The tally of a check that is either right or wrong as a whole. */
export function one(title: string, message: string | undefined): Tally {
  return message === undefined ? { passed: 1, failed: 0, failures: [] } : { passed: 0, failed: 1, failures: [{ title, message }] };
}

export function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, failures: [...a.failures, ...b.failures] };
}
