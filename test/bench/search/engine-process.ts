/** Program: measures one engine in a process of its own. Arguments: a JSON `EngineTask`. Prints its figures as JSON. */
import { readCorpus } from './corpus';
import type { Engine } from './engine';
import { flexSearch } from './engines/flexsearch';
import { lectern } from './engines/lectern';
import { lunrAsShipped } from './engines/lunr';
import { miniSearch } from './engines/minisearch';
import { scan } from './engines/scan';
import { measure, type EngineFigures } from './measure';
import { readQueries } from './queries';
import type { EngineTask } from './task';

const { engine, corpus: corpusFile, queries: queriesFile, copies } = JSON.parse(process.argv[2] ?? '') as EngineTask;
const corpus = await readCorpus(corpusFile, copies);
const queries = await readQueries(queriesFile, corpus);

const run = <Index>(measured: Engine<Index>): Promise<EngineFigures> => measure(measured, corpus, queries);

const RUNS: Readonly<Record<EngineTask['engine'], () => Promise<EngineFigures>>> = {
  lectern: () => run(lectern),
  minisearch: async () => run(await miniSearch()),
  flexsearch: async () => run(await flexSearch()),
  lunr: () => run(lunrAsShipped),
  scan: () => run(scan),
};

console.log(JSON.stringify(await RUNS[engine]()));
