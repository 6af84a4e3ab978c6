import { run } from '../../host/command';
import { ReaderError } from '../../host/reader-error';
import type { EngineFigures } from './measure';
import { installPeers } from './peers';
import { ENGINES, type EngineId, type SearchBenchOptions } from './task';

/** More documents than lunr as shipped and FlexSearch bear: their indexes pass the heap that a process is given. */
const MOST_FOR_ALL = 20_000;
const OF_ANY_SIZE: readonly EngineId[] = ['lectern', 'minisearch', 'scan'];

/** Without its figures there is nothing to compare with. */
const OWN: EngineId = 'lectern';

/**
 * Measures the engines one after another, each in a process of its own, on the same corpus and queries. A peer that cannot be
 * measured is left out, and the error stream says why.
 */
export async function runEngines(options: SearchBenchOptions, documents: number): Promise<readonly EngineFigures[]> {
  await installPeers();
  const figures: EngineFigures[] = [];
  for (const engine of ENGINES) {
    if (documents > MOST_FOR_ALL && !OF_ANY_SIZE.includes(engine)) {
      console.error(`${engine} is not measured: its index of ${documents.toLocaleString('en')} papers passes the memory that a process is given.`);
      continue;
    }
    try {
      figures.push(await runEngine(engine, options));
    } catch (error) {
      if (engine === OWN || !(error instanceof ReaderError)) throw error;
      console.error(`${engine} is not measured. ${error.message}`);
    }
  }
  return figures;
}

async function runEngine(engine: EngineId, options: SearchBenchOptions): Promise<EngineFigures> {
  const task = JSON.stringify({ ...options, engine });
  const node = ['--expose-gc', '--max-old-space-size=8192', 'test/ts.mjs', 'test/bench/search/engine-process.ts', task];
  const { code, stdout, stderr } = await run(process.execPath, node);
  if (code !== 0) throw new ReaderError(`The engine ${engine} could not be measured.\n${stderr.trim()}`);
  return JSON.parse(stdout) as EngineFigures;
}
