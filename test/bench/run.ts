/** Program: `npm run bench [-- NAME… --json]`. Prints a table, or with `--json` exactly one JSON document. */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { ReaderError, runProgram } from '../host/reader-error';
import { benchActivation } from './activation';
import type { BenchRow } from './row';
import { benchSearchRows } from './search-rows';
import { benchSizes } from './sizes';

const BENCHES: Readonly<Record<string, () => Promise<readonly BenchRow[]>>> = {
  sizes: benchSizes,
  activation: benchActivation,
  search: benchSearchRows,
};

async function bench(): Promise<number> {
  const { names, json } = parse(process.argv.slice(2));
  const rows: BenchRow[] = [];
  // One after another: two at a time would measure each other.
  for (const name of names) rows.push(...((await BENCHES[name]?.()) ?? []));
  if (json) console.log(JSON.stringify({ machine: machine(), rows }, null, 2));
  else console.log(table(rows));
  return 0;
}

function parse(args: readonly string[]): { readonly names: readonly string[]; readonly json: boolean } {
  const { positionals, values } = parseStrictly(args);
  const unknown = positionals.find((name) => !(name in BENCHES));
  if (unknown !== undefined) throw new ReaderError(`There is no bench "${unknown}". The benches are: ${Object.keys(BENCHES).join(', ')}.`);
  return { names: positionals.length > 0 ? positionals : Object.keys(BENCHES), json: values.json };
}

function parseStrictly(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { json: { type: 'boolean', default: false } } });
  } catch (error) {
    throw new ReaderError(`${error instanceof Error ? error.message : String(error)}\nusage: npm run bench [-- NAME… --json]`);
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
