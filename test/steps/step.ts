import type { Tally } from './tally';

export interface StepOptions {
  /** Runs only the tests whose full title contains this text. */
  readonly grep?: string;
}

/** A step of `npm test`. */
export interface Step {
  /** What one types to run this step alone. */
  readonly name: string;
  readonly title: string;
  /** The others are pointless when it fails. */
  readonly essential?: boolean;
  /** Checks of the whole tree rather than tests: left out when tests are chosen with `--grep`. */
  readonly wholeTree?: boolean;
  /** May throw: that counts as one failure. */
  run(options: StepOptions): Promise<Tally>;
}
