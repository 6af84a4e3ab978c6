/** The engines of the bench, in the order in which they are measured and shown. */
export const ENGINES = ['lectern', 'minisearch', 'flexsearch', 'lunr', 'scan'] as const;
export type EngineId = (typeof ENGINES)[number];

/** What a process of the bench is told to measure. */
export interface EngineTask extends SearchBenchOptions {
  readonly engine: EngineId;
}

export interface SearchBenchOptions {
  /** JSON Lines, may be gzipped; the bundled digest when absent. */
  readonly corpus?: string;
  /** JSON Lines; the judged queries over the bundled digest when absent. */
  readonly queries?: string;
  /** How many times as many documents as the corpus has. */
  readonly copies: number;
}
