/**
 * Program: runs built suites with Mocha in a process of their own and leaves the tally in a file.
 * usage: node mocha-child.mjs RESULTS_FILE TIMEOUT_MS GREP SUITE…   (GREP may be empty)
 */
import fc from 'fast-check';
import { writeFile } from 'node:fs/promises';
import { runMocha } from './run-mocha';

const [results, timeoutMs, grep, ...files] = process.argv.slice(2);
if (!results || files.length === 0) throw new Error('usage: mocha-child RESULTS_FILE TIMEOUT_MS GREP SUITE…');
// The same cases every time, so that a commit's tests give one answer; another seed, or `random`, looks further.
const seed = process.env['LECTERN_TEST_SEED'] ?? '20261124';
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) });
process.setSourceMapsEnabled(true);
const tally = await runMocha(files, { timeoutMs: Number(timeoutMs), ...(grep ? { grep } : {}) });
await writeFile(results, JSON.stringify(tally));
// A test that forgot a server or a timer would otherwise keep the process alive.
process.exit(tally.failed > 0 ? 1 : 0);
