/** Assertions for tests that run in a browser, where `node:assert` is missing. */

export function ok(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

export function equal<T extends boolean | number | string | null | undefined>(actual: T, expected: T, what = 'value'): void {
  ok(Object.is(actual, expected), `${what}: expected ${String(expected)}, got ${String(actual)}`);
}

/** Compares plain JSON data by its text. */
export function deepEqual(actual: unknown, expected: unknown, what = 'value'): void {
  const [a, e] = [JSON.stringify(actual), JSON.stringify(expected)];
  ok(a === e, `${what}: expected ${e}, got ${a}`);
}

/** Waits for a promise to reject with an error of `type` and returns it. */
export async function rejects<E extends Error>(promise: Promise<unknown>, type: abstract new (...args: never[]) => E): Promise<E> {
  const outcome = await promise.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  ok(outcome !== undefined, `expected a rejection with ${type.name}`);
  const { error } = outcome;
  ok(error instanceof type, `expected ${type.name}, got ${String(error)}`);
  return error;
}
