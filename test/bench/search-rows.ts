import type { BenchRow } from './row';
import { benchSearch, type SearchBenchRow } from './search';

const UNITS: Readonly<Record<Exclude<keyof SearchBenchRow, 'name'>, string>> = {
  mrr10: '',
  recall10: '',
  buildMs: 'ms',
  loadMs: 'ms',
  prefixP50Ms: 'ms',
  prefixP95Ms: 'ms',
  multiP50Ms: 'ms',
  multiP95Ms: 'ms',
};

/** The search bench, its peers side by side, as rows of the common form. */
export async function benchSearchRows(): Promise<readonly BenchRow[]> {
  const engines = await benchSearch();
  return engines.flatMap((engine) =>
    Object.entries(UNITS).map(([measure, unit]) => ({
      bench: 'search',
      name: `${measure.replace(/Ms$/, '')}, ${engine.name}`,
      value: engine[measure as keyof typeof UNITS],
      unit,
      how: 'judged queries over the bundled digest',
    })),
  );
}
