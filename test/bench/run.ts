/** Program: `npm run bench [-- NAME… --json]`, `npm run bench search -- --corpus FILE --queries FILE`. Prints a table, or with `--json` one JSON document. */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { ReaderError, runProgram } from '../host/reader-error';
import { benchActivation } from './activation';
import { benchReader } from './reader';
import type { BenchRow } from './row';
import { benchSearch } from './search';
import type { SearchBenchOptions } from './search/task';
import { benchSizes } from './sizes';

/** What a bench gives: rows of the common form, and if it has one a form of its own for `--json`. */
interface Measured {
  readonly rows: readonly BenchRow[];
  readonly json?: unknown;
}

const BENCHES: Readonly<Record<string, (options: SearchBenchOptions) => Promise<Measured>>> = {
  sizes: async () => ({ rows: await benchSizes() }),
  activation: async () => ({ rows: await benchActivation() }),
  reader: async () => ({ rows: await benchReader() }),
  search: async (options) => {
    const { engines, rows } = await benchSearch(options);
    return { rows, json: engines };
  },
};

const USAGE = `usage: npm run bench [-- NAME… --json]
       npm run bench search -- [--corpus FILE.jsonl] [--queries FILE.jsonl] [--copies N] [--json]`;

const MOST_COPIES = 100;

async function bench(): Promise<number> {
  const { names, json, search } = parse(process.argv.slice(2));
  const measured: Measured[] = [];
  // One after another: two at a time would measure each other.
  for (const name of names) measured.push((await BENCHES[name]?.(search)) ?? { rows: [] });
  const rows = measured.flatMap((one) => one.rows);
  const [first] = measured;
  if (!json) console.log(table(rows));
  else console.log(JSON.stringify(measured.length === 1 && first?.json !== undefined ? first.json : { machine: machine(), rows }, null, 2));
  return 0;
}

interface Arguments {
  readonly names: readonly string[];
  readonly json: boolean;
  readonly search: SearchBenchOptions;
}

function parse(args: readonly string[]): Arguments {
  const { positionals, values } = parseStrictly(args);
  const unknown = positionals.find((name) => !(name in BENCHES));
  if (unknown !== undefined) throw new ReaderError(`There is no bench "${unknown}". The benches are: ${Object.keys(BENCHES).join(', ')}.`);
  const copies = Number(values.copies);
  if (!Number.isInteger(copies) || copies < 1 || copies > MOST_COPIES) throw new ReaderError(`--copies ${values.copies}: a whole number from 1 to ${MOST_COPIES}.`);
  const { corpus, queries } = values;
  if (corpus !== undefined && queries === undefined) throw new ReaderError('--corpus needs --queries with the ids of that corpus.');
  const search = { copies, ...(corpus === undefined ? {} : { corpus }), ...(queries === undefined ? {} : { queries }) };
  return { names: positionals.length > 0 ? positionals : Object.keys(BENCHES), json: values.json, search };
}

function parseStrictly(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, corpus: { type: 'string' }, queries: { type: 'string' }, copies: { type: 'string', default: '1' } },
    });
  } catch (error) {
    throw new ReaderError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function machine(): string {
  const [cpu] = cpus();
  return `${process.platform} ${process.arch}, ${cpus().length} × ${cpu?.model ?? 'unknown processor'}, Node ${process.versions.node}`;
}

function table(rows: readonly BenchRow[]): string {
  const cells = rows.map(({ bench: group, name, value, unit, budget, how }) => [
    group,
    name,
    `${format(value)} ${unit}`.trim(),
    budget === undefined ? '' : `budget ${format(budget)}`,
    how,
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) => row.map((cell, column) => (column === 2 ? cell.padStart(widths[2] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  '));
  return [machine(), '', ...lines].join('\n');
}

function format(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 });
}

await runProgram(bench);
