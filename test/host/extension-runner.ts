import { build } from 'esbuild';
import path from 'node:path';
import { BUILT_TESTS, ROOT } from './paths';

/** Builds the module that the extension host calls to run the suites. Returns its path. */
export async function buildExtensionRunner(): Promise<string> {
  const outfile = path.join(BUILT_TESTS, 'extension', 'index.js');
  await build({
    entryPoints: [path.join(ROOT, 'test', 'extension', 'index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha'],
    sourcemap: 'linked',
    logLevel: 'warning',
  });
  return outfile;
}
