/** Runs in the extension host: every suite beside this file, and leaves the tally where the harness asked for it. */
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SUITES_BEGIN } from '../host/window';
import { runMocha } from '../steps/run-mocha';

const LIMIT_MS = 20_000;

/** What the extension host calls; it rejects when a test failed. */
export async function run(): Promise<void> {
  const results = process.env['LECTERN_TEST_RESULTS'];
  const grep = process.env['LECTERN_TEST_GREP'];
  const suites = (await readdir(__dirname)).filter((name) => name.endsWith('.test.js')).sort();
  console.log(SUITES_BEGIN);
  const tally = await runMocha(
    suites.map((name) => path.join(__dirname, name)),
    { timeoutMs: LIMIT_MS, ...(grep ? { grep } : {}) },
  );
  if (results) await writeFile(results, JSON.stringify(tally));
  if (tally.failed > 0) throw new Error(`${tally.failed} failed`);
}
