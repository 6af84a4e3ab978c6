/**
 * An error written for the person who reads it: shown as it stands. Any other error is a fault of
 * ours, logged with its stack and shown briefly with a way to the log.
 */
export class ReaderError extends Error {
  override readonly name = 'ReaderError';
}
