// Runs a TypeScript file of this folder in Node: bundles it with esbuild, then imports it.
// usage: node test/ts.mjs test/host/start.ts [arguments]
import { build } from 'esbuild';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [entry, ...args] = process.argv.slice(2);
const outfile = path.resolve('dist/test', entry.replace(/^test\//, '').replace(/\.ts$/, '.mjs'));
await mkdir(path.dirname(outfile), { recursive: true });
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  loader: { '.wgsl': 'text' },
  logLevel: 'warning',
});
process.argv.splice(1, process.argv.length - 1, outfile, ...args);
process.setSourceMapsEnabled(true);
await import(pathToFileURL(outfile).href);
