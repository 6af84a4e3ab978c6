import { build } from 'esbuild';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../host/command';
import { BUILT_TESTS, ROOT } from '../host/paths';
import { add, one, NOTHING, type Tally } from './tally';
import { twiceAtMost } from './twice-at-most';

export interface NodeSuites {
  /** Folder under `test/` that is searched for `*.test.ts`, at any depth. */
  readonly folder: string;
  readonly timeoutMs: number;
  readonly grep?: string;
  /**
   * Every suite in a process of its own, and one that fails a second time from its start. For walks through a whole
   * VS Code, whose own timing is not ours; what failed the first time is reported even when the second passes.
   */
  readonly apart?: boolean;
}

/** Bundles the suites of a folder, found by pattern, and runs them with Mocha in a child process. */
export async function runNodeSuites({ folder, timeoutMs, grep, apart }: NodeSuites): Promise<Tally> {
  const source = path.join(ROOT, 'test', folder);
  const suites = (await readdir(source, { recursive: true })).filter((name) => name.endsWith('.test.ts')).sort();
  if (suites.length === 0) return NOTHING;
  const outdir = path.join(BUILT_TESTS, folder);
  await rm(outdir, { recursive: true, force: true });
  await build({
    entryPoints: [...suites.map((name) => path.join(source, name)), { in: path.join(ROOT, 'test/steps/mocha-child.ts'), out: 'mocha-child' }].map(
      (entry) => (typeof entry === 'string' ? { in: entry, out: path.relative(source, entry).replace(/\.ts$/, '') } : entry),
    ),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'linked',
    loader: { '.wgsl': 'text', '.txt': 'text' },
    logLevel: 'warning',
  });
  const files = suites.map((name) => path.join(outdir, name.replace(/\.ts$/, '.mjs')));
  const runFiles = (chosen: readonly string[]) => runInChild(outdir, chosen, timeoutMs, grep);
  if (apart !== true) return runFiles(files);
  let total = NOTHING;
  for (const file of files) total = add(total, await twiceAtMost(() => runFiles([file])));
  return total;
}

async function runInChild(outdir: string, files: readonly string[], timeoutMs: number, grep = ''): Promise<Tally> {
  const results = path.join(outdir, 'results.json');
  await rm(results, { force: true });
  const child = path.join(outdir, 'mocha-child.mjs');
  const { code } = await run(process.execPath, [child, results, String(timeoutMs), grep, ...files], { folder: ROOT, output: 'inherit' });
  const written = await readFile(results, 'utf8').catch(() => undefined);
  if (written === undefined) {
    return one(files.map((file) => path.basename(file, '.mjs')).join(', '), `The test process ended with exit code ${code} before its suites did; see above.`);
  }
  return JSON.parse(written) as Tally;
}
