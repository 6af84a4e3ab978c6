/** Whether an error is one of the disk's, by Node's codes for them. */
export function isDiskError(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
}
