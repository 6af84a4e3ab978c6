import type { BenchRow } from '../row';
import { readCorpus } from './corpus';
import type { EngineFigures } from './measure';
import { readQueries } from './queries';
import { runEngines } from './run-engines';
import type { SearchBenchOptions } from './task';

type Measure = Exclude<keyof EngineFigures, 'name'>;

const MEASURES: Readonly<Record<Measure, { readonly title: string; readonly unit: string }>> = {
  mrr10: { title: 'MRR@10', unit: '' },
  recall10: { title: 'recall@10', unit: '' },
  buildMs: { title: 'build', unit: 'ms' },
  loadMs: { title: 'load', unit: 'ms' },
  heapMb: { title: 'heap', unit: 'MiB' },
  keptMb: { title: 'kept', unit: 'MiB' },
  prefixP50Ms: { title: 'keystroke p50', unit: 'ms' },
  prefixP95Ms: { title: 'keystroke p95', unit: 'ms' },
  multiP50Ms: { title: 'several words p50', unit: 'ms' },
  multiP95Ms: { title: 'several words p95', unit: 'ms' },
};

export interface SearchBench {
  readonly engines: readonly EngineFigures[];
  readonly rows: readonly BenchRow[];
}

/** The search bench: Lectern's engine and its peers in one run, each measure also as a ratio to Lectern's. */
export async function benchSearch(options: SearchBenchOptions): Promise<SearchBench> {
  // Read here too, so that a wrong file is told of before anything is installed or measured.
  const corpus = await readCorpus(options.corpus, options.copies);
  const queries = await readQueries(options.queries, corpus);
  const engines = await runEngines(options, corpus.documents.length);
  const [own] = engines;
  const how = `${queries.length} judged queries over ${corpus.documents.length.toLocaleString('en')} papers`;
  const rows = (Object.keys(MEASURES) as Measure[]).flatMap((measure) =>
    engines.map((engine): BenchRow => {
      const { title, unit } = MEASURES[measure];
      const ratio = own === undefined || engine === own ? '' : `; ${ratioOf(engine[measure], own[measure])} times Lectern's`;
      return { bench: 'search', name: `${title}, ${engine.name}`, value: engine[measure], unit, how: how + ratio };
    }),
  );
  return { engines, rows };
}

function ratioOf(value: number, own: number): string {
  return own > 0 ? (value / own).toPrecision(3) : '–';
}
