// Builds everything that ships or is tested: the extension (desktop and web entry from the same
// sources), its worker, the pages with their kernels, and the prebuilt library and search index of the bundled digest.
import { build, context } from 'esbuild';
import { copyFile, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    watch: { type: 'boolean', default: false },
    production: { type: 'boolean', default: false },
    tests: { type: 'boolean', default: false },
  },
});

const PAGES = ['reader', 'lab', 'claims'];
const BUNDLED_DIGEST = 'media/digest/daily-papers-2026-01-09.txt';

/** @type {import('esbuild').BuildOptions} */
const common = {
  bundle: true,
  target: 'es2022',
  sourcemap: options.production ? false : 'linked',
  minify: options.production,
  legalComments: 'none',
  // Otherwise each typographic quote of a message takes six bytes.
  charset: 'utf8',
  logLevel: 'info',
  metafile: true,
};

/**
 * One `vscode` module for the whole bundle. esbuild would copy the API's two hundred members for each
 * file that imports it, which is a fifth of the time that loading takes.
 * @type {import('esbuild').Plugin}
 */
const vscodeOnce = {
  name: 'vscode-once',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
      namespace === 'vscode-once' ? { path: 'vscode', external: true } : { path: 'vscode', namespace: 'vscode-once' },
    );
    onLoad({ filter: /.*/, namespace: 'vscode-once' }, () => ({ contents: `export * from 'vscode';` }));
  },
};

/**
 * Files of which the web build has its own: a browser's extension host has other workers, and none of Node's modules.
 * @type {import('esbuild').Plugin}
 */
const webFiles = {
  name: 'web-files',
  setup({ onResolve }) {
    onResolve({ filter: /\/(start-worker|durable-files|in-process-worker)$/ }, ({ path: file, resolveDir }) => ({ path: path.join(resolveDir, `${file}.web.ts`) }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const extension = {
  ...common,
  entryPoints: { extension: 'src/extension.ts' },
  outdir: 'dist',
  format: 'cjs',
  platform: 'node',
  plugins: [vscodeOnce],
};

/** @type {import('esbuild').BuildOptions} */
const webExtension = {
  ...common,
  entryPoints: { 'extension.web': 'src/extension.ts' },
  outdir: 'dist',
  format: 'cjs',
  platform: 'browser',
  plugins: [vscodeOnce, webFiles],
};

// One file for a thread of Node and for a worker of the browser: only the former asks for Node's module.
// `vscode` is deliberately not external here: there is none in a worker.
/** @type {import('esbuild').BuildOptions} */
const worker = {
  ...common,
  entryPoints: { worker: 'src/worker.ts' },
  outdir: 'dist',
  format: 'iife',
  platform: 'browser',
  external: ['node:worker_threads'],
};

// `vscode` is deliberately not external here: a stray import in a page fails the build.
/** @type {import('esbuild').BuildOptions} */
const pages = {
  ...common,
  entryPoints: {
    ...Object.fromEntries(PAGES.map((page) => [page, `webview/${page}/main.ts`])),
    // Loaded by the Reader for an abstract that has formulas.
    formulas: 'webview/reader/formula-html.ts',
  },
  outdir: 'dist/webview',
  format: 'esm',
  platform: 'browser',
  loader: { '.wgsl': 'text' },
};

/**
 * The web build's way to do without a worker is tried in a host on Node too.
 * @type {import('esbuild').Plugin}
 */
const inHost = {
  name: 'in-host',
  setup({ onResolve }) {
    onResolve({ filter: /\/in-process-worker$/ }, ({ path: file, resolveDir }) => ({ path: path.join(resolveDir, `${file}.web.ts`) }));
  },
};

/** The suites that run in the extension host, found by name, and the module that runs them. */
async function testSuites() {
  const suites = (await readdir('test/extension')).filter((name) => name.endsWith('.test.ts'));
  return {
    ...common,
    entryPoints: ['index.ts', ...suites].map((name) => `test/extension/${name}`),
    outdir: 'dist/test/extension',
    format: 'cjs',
    platform: 'node',
    external: ['vscode', 'mocha'],
    plugins: [inHost],
  };
}

/** Parses and indexes the bundled digest at build time, so that nothing of it is parsed or indexed at run time. */
async function prebuildDigest() {
  const { outputFiles } = await build({
    entryPoints: ['src/core/prebuild.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'es2022',
    logLevel: 'warning',
  });
  const code = outputFiles[0].text;
  const { prebuild } = await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
  const { library, search, topics, categories, statements } = prebuild(await readFile(BUNDLED_DIGEST, 'utf8'));
  await mkdir('dist/digest', { recursive: true });
  await writeWhole('dist/digest/library.json', JSON.stringify(library));
  await writeWhole('dist/digest/search.bin', search);
  await writeWhole('dist/digest/topics.json', JSON.stringify(topics));
  await writeWhole('dist/digest/arxiv-categories.json', JSON.stringify(categories));
  await writeWhole('dist/digest/demo-statements.json', JSON.stringify(statements));
}

async function writeWhole(file, content) {
  await writeFile(`${file}.tmp`, content);
  await rename(`${file}.tmp`, file);
}

async function report(results) {
  const rows = results.flatMap(({ metafile }) => Object.entries(metafile.outputs)).filter(([file]) => !file.endsWith('.map'));
  await writeWhole('dist/sizes.json', JSON.stringify(Object.fromEntries(rows.map(([file, { bytes }]) => [file, bytes])), null, 2));
}

/** Gathers the licences of all packages that went into a bundle, as most of them ask for. */
async function gatherLicences(results) {
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const names = inputs.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []);
  const sections = [];
  for (const name of [...new Set([...names, '@vscode/codicons'])].sort()) {
    const folder = path.join('node_modules', name);
    const { version, license } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
    const texts = (await readdir(folder)).filter((file) => /^licen[cs]e/i.test(file));
    const text = await Promise.all(texts.map((file) => readFile(path.join(folder, file), 'utf8')));
    sections.push([`${name} ${version} (${license})`, ...text.map((part) => part.trim())].join('\n\n'));
  }
  await writeWhole('dist/third-party-licences.txt', `${sections.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`);
}

async function copyCodicons() {
  await mkdir('dist/webview', { recursive: true });
  const folder = path.join('node_modules', '@vscode', 'codicons', 'dist');
  for (const file of ['codicon.css', 'codicon.ttf']) await copyFile(path.join(folder, file), path.join('dist/webview', file));
}

if (options.watch) {
  await prebuildDigest();
  await copyCodicons();
  for (const target of [extension, webExtension, worker, pages]) await (await context(target)).watch();
} else {
  await rm('dist/webview', { recursive: true, force: true });
  await rm('dist/digest', { recursive: true, force: true });
  await rm('dist/test/extension', { recursive: true, force: true });
  const targets = [extension, webExtension, worker, pages, ...(options.tests ? [await testSuites()] : [])];
  const results = await Promise.all([...targets.map((target) => build(target)), prebuildDigest(), copyCodicons()]);
  const bundles = results.filter((result) => result?.metafile);
  await report(bundles);
  await gatherLicences(bundles);
}
