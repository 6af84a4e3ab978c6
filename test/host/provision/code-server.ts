import { build } from 'esbuild';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CACHE, ROOT } from '../paths';
import type { Release } from '../releases';
import { leanDependencies, type Locked, type Manifest } from './dependencies';
import { downloadPackage, installDependencies, unpack } from './npm';
import { megabytes } from './node-runtime';
import type { Progress } from './progress';
import { recipeHash } from './recipe';
import { makeWhole } from './whole-folder';

const SERVER = 'package/lib/vscode';

/** Built-in extensions that need the network, an account or a debugger. */
const LEFT_OUT = [
  'copilot',
  'mermaid-markdown-features',
  'microsoft-authentication',
  'ms-vscode.js-debug',
  'ms-vscode.js-debug-companion',
  'ms-vscode.vscode-js-profile-table',
  'node_modules',
  'prompt-basics',
  'tunnel-forwarding',
];

const SHIMS: Readonly<Record<string, string>> = {
  '@vscode/spdlog': 'spdlog',
  '@vscode/fs-copyfile': 'fs-copyfile',
  '@vscode/native-watchdog': 'native-watchdog',
  'native-watchdog': 'native-watchdog',
  '@vscode/deviceid': 'deviceid',
  '@vscode/ripgrep': 'ripgrep',
};

/** The lean server of a release, from code-server's package: no compiler and no system package needed. Returns its folder. */
export async function provideCodeServer(release: Release, progress: Progress): Promise<string> {
  const family = `code-server-${release.codeServer}-`;
  const folder = path.join(CACHE, `${family}${await recipeHash()}`);
  await makeWhole(folder, family, async (temporary) => {
    const download = progress(`VS Code ${release.vscode}`);
    const archive = await downloadPackage(`code-server@${release.codeServer}`, temporary);
    const exclude = [...LEFT_OUT.map((name) => `${SERVER}/extensions/${name}`), '*.map'];
    await unpack(archive.file, temporary, { only: SERVER, strip: 3, exclude });
    await rm(archive.file);
    download(`${megabytes(archive.bytes)} downloaded`);

    const install = progress(`Dependencies of VS Code ${release.vscode}`);
    await slimManifest(temporary);
    await installDependencies(`VS Code ${release.vscode}`, temporary);
    await Promise.all(Object.entries(SHIMS).map(([name, source]) => writeShim(temporary, name, source)));
    await keepOwnRipgrep(temporary);
    install('installed');
  });
  return folder;
}

async function slimManifest(folder: string): Promise<void> {
  const file = path.join(folder, 'package.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Manifest;
  const shrinkwrap = path.join(folder, 'npm-shrinkwrap.json');
  const locked = existsSync(shrinkwrap)
    ? ((JSON.parse(await readFile(shrinkwrap, 'utf8')) as { readonly packages?: Locked }).packages ?? {})
    : {};
  await rm(shrinkwrap, { force: true });
  const slim = {
    ...manifest,
    dependencies: leanDependencies(manifest, locked, `${process.platform}-${process.arch}`),
    devDependencies: {},
    optionalDependencies: {},
    overrides: {},
    scripts: {},
  };
  await writeFile(file, JSON.stringify(slim, null, 2));
}

/** Compiles a stand-in to where the native module would be, in the form both `require` and `import` read names from. */
async function writeShim(server: string, name: string, source: string): Promise<void> {
  const folder = path.join(server, 'node_modules', name);
  if (existsSync(folder)) return;
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name, version: '0.0.0', main: 'index.js' }));
  await build({
    entryPoints: [path.join(ROOT, 'test', 'host', 'provision', 'shims', `${source}.ts`)],
    outfile: path.join(folder, 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  });
}

/** The package ships ripgrep for every platform, 56 MB; one is 6 MB. */
async function keepOwnRipgrep(server: string): Promise<void> {
  const folder = path.join(server, 'node_modules', '@vscode', 'ripgrep-universal', 'bin');
  if (!existsSync(folder)) return;
  const others = (await readdir(folder)).filter((name) => name !== `${process.platform}-${process.arch}`);
  await Promise.all(others.map((name) => rm(path.join(folder, name), { recursive: true })));
}
