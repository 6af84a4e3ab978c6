import type { Corpus } from './corpus';
import type { Engine } from './engine';
import type { PlacedQuery } from './queries';

/** One engine on one corpus. Compare times within one run only. */
export interface EngineFigures {
  readonly name: string;
  /** Mean over the queries of 1 / rank of the first right paper among ten, 0 without one. */
  readonly mrr10: number;
  /** Mean share of the right papers that are among the first ten. */
  readonly recall10: number;
  /** Processor time of the process, from texts to an index that answers. */
  readonly buildMs: number;
  /** Processor time of the process, from what was kept to an index that answers. */
  readonly loadMs: number;
  /** What the loaded index holds of the heap and of array buffers, in 2^20 bytes, texts of the corpus not counted. */
  readonly heapMb: number;
  /** What is kept between two starts, in 2^20 bytes. */
  readonly keptMb: number;
  /** Wall clock, of queries as they are while being typed: a sample of all keystrokes of all queries. */
  readonly prefixP50Ms: number;
  readonly prefixP95Ms: number;
  /** Wall clock, of the queries of two words and more. */
  readonly multiP50Ms: number;
  readonly multiP95Ms: number;
}

const DEPTH = 10;

/** The quickest of these passes counts: the first ones also warm the engine, and others share the machine. */
const PASSES = 5;

/** A query that has taken as long, in milliseconds, has no further pass but a second one: what is so slow needs no warming. */
const LONG_MS = 500;

/** Keystrokes that are timed, evenly spread over all of them. */
const MOST_KEYSTROKES = 400;

/** Measures an engine in this process, which must be its own and have `gc` exposed: nothing else may hold memory. */
export async function measure<Index>(engine: Engine<Index>, corpus: Corpus, queries: readonly PlacedQuery[]): Promise<EngineFigures> {
  const { documents } = corpus;
  const built = await timed(() => engine.build(documents));
  const kept = await engine.save(built.value);
  built.release();

  const before = held();
  const loaded = await timed(() => engine.load(kept, documents));
  const heapMb = held() - before;
  const search = (query: string): readonly number[] => engine.search(loaded.value, query, DEPTH);

  const answers = queries.map(({ q, truth }) => ({ truth, places: search(q) }));
  const prefixMs = keystrokes(queries.map(({ q }) => q)).map((query) => quickest(() => search(query)));
  const multiMs = queries.map(({ q }) => q).filter((query) => /\S\s+\S/.test(query)).map((query) => quickest(() => search(query)));
  return {
    name: engine.name,
    mrr10: mean(answers.map(({ truth, places }) => reciprocalRank(truth, places))),
    recall10: mean(answers.map(({ truth, places }) => truth.filter((place) => places.includes(place)).length / Math.min(DEPTH, truth.length))),
    buildMs: built.ms,
    loadMs: loaded.ms,
    heapMb,
    keptMb: (typeof kept === 'string' ? Buffer.byteLength(kept) : kept.byteLength) / 2 ** 20,
    prefixP50Ms: percentile(prefixMs, 0.5),
    prefixP95Ms: percentile(prefixMs, 0.95),
    multiP50Ms: percentile(multiMs, 0.5),
    multiP95Ms: percentile(multiMs, 0.95),
  };
}

/** What stands in the box after each keystroke that did not type a blank, or a sample of it. */
function keystrokes(queries: readonly string[]): readonly string[] {
  const all = queries.flatMap((query) => Array.from(query, (_, at) => query.slice(0, at + 1)).filter((typed) => !/\s$/.test(typed)));
  const sampled = Math.min(all.length, MOST_KEYSTROKES);
  return Array.from({ length: sampled }, (_, at) => all[Math.floor((at * all.length) / sampled)] ?? '');
}

function reciprocalRank(truth: readonly number[], places: readonly number[]): number {
  const rank = places.findIndex((place) => truth.includes(place));
  return rank < 0 ? 0 : 1 / (rank + 1);
}

interface Timed<Value> {
  readonly value: Value;
  readonly ms: number;
  /** Lets go of the value, so that it no longer counts as held. */
  release(): void;
}

async function timed<Value>(work: () => Value | Promise<Value>): Promise<Timed<Value>> {
  collect();
  const start = process.cpuUsage();
  const holder: { value: Value | undefined } = { value: await work() };
  const { user, system } = process.cpuUsage(start);
  return {
    get value() {
      return holder.value as Value;
    },
    ms: (user + system) / 1000,
    release() {
      holder.value = undefined;
    },
  };
}

/** Heap and array buffers in use after a full collection, in 2^20 bytes. */
function held(): number {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}

function collect(): void {
  if (!globalThis.gc) throw new Error('the engine process was started without --expose-gc');
  // Twice: what the first collection finalises is freed by the second.
  globalThis.gc();
  globalThis.gc();
}

function quickest(work: () => unknown): number {
  let least = Infinity;
  let all = 0;
  for (let pass = 0; pass < PASSES && (pass < 2 || all < LONG_MS); pass += 1) {
    const start = performance.now();
    work();
    const ms = performance.now() - start;
    least = Math.min(least, ms);
    all += ms;
  }
  return least;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
