import type { Tally } from './tally';

/**
 * Runs suites a second time when they fail. For suites within a whole VS Code, whose timing is not ours. The second
 * run counts; what failed the first time stays in the report.
 */
export async function twiceAtMost(runSuites: () => Promise<Tally>): Promise<Tally> {
  const first = await runSuites();
  if (first.failed === 0) return first;
  const second = await runSuites();
  return second.failed > 0 ? second : { ...second, unsteady: first.failures };
}
