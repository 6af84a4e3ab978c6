import { NOTHING, type Failure, type Tally } from './tally';

export interface MochaOptions {
  /** Runs only the tests whose full title contains this text. */
  readonly grep?: string;
  readonly timeoutMs: number;
}

/** Runs built suites in this process, in plain Node or in an extension host, with a readable report on the console. */
export async function runMocha(files: readonly string[], { grep, timeoutMs }: MochaOptions): Promise<Tally> {
  // Imported when needed: mocha is an ES module, which the extension host of older releases cannot require.
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', timeout: timeoutMs });
  if (grep !== undefined) mocha.fgrep(grep);
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    const failures: Failure[] = [];
    const runner = mocha.run(() => {
      resolve({ ...NOTHING, passed: runner.stats?.passes ?? 0, failed: failures.length, failures });
    });
    runner.on('fail', (test, error: Error) => failures.push({ title: test.fullTitle(), message: error.stack ?? error.message }));
  });
}
