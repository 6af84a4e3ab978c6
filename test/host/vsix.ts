import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { BUNDLE_BUDGETS } from './budgets';
import { CACHE, ROOT } from './paths';
import { ReaderError } from './reader-error';

const LIMIT_BYTES = 5_000_000;

/** What may ship. Anything else in the package is a mistake in `.vscodeignore`. */
const ALLOWED = [
  /^(package\.json|README\.md|CHANGELOG\.md|LICENSE)$/,
  /^dist\/extension(\.web)?\.js$/,
  /^dist\/worker\.js$/,
  /^dist\/digest\/(library|topics|arxiv-categories|demo-statements)\.json$/,
  /^dist\/digest\/search\.bin$/,
  /^dist\/third-party-licences\.txt$/,
  /^dist\/webview\/[\w-]+\.(js|css|ttf)$/,
  /^media\/digest\/[\w.-]+\.txt$/,
  /^media\/(icons|guide)\/[\w./-]+\.(svg|png|md)$/,
  /^syntaxes\/[\w.-]+\.(tmLanguage|language-configuration)\.json$/,
];

/** Must be in it, or Lectern does not work. */
const REQUIRED = [
  'package.json',
  'LICENSE',
  'dist/third-party-licences.txt',
  'dist/extension.js',
  'dist/extension.web.js',
  'dist/worker.js',
  'dist/digest/arxiv-categories.json',
  'dist/digest/demo-statements.json',
  'dist/digest/library.json',
  'dist/digest/search.bin',
  'dist/digest/topics.json',
  'dist/webview/reader.js',
  'dist/webview/lab.js',
];

export interface Vsix {
  readonly file: string;
  readonly bytes: number;
  readonly files: readonly string[];
}

/** Builds for production and packs the extension. Throws a `ReaderError` when the package or a bundle is too big, or a wrong file is in it. */
export async function makeVsix(): Promise<Vsix> {
  const { name, version } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
  };
  const file = path.join(CACHE, `${name}-${version}.vsix`);
  await createVSIX({
    cwd: ROOT,
    packagePath: file,
    dependencies: false,
    // No public repository is named yet that relative links could be rewritten to.
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  const files = [...(await listFiles({ cwd: ROOT, packageManager: PackageManager.None }))].sort();
  const wrong = files.filter((each) => !ALLOWED.some((pattern) => pattern.test(each)));
  if (wrong.length > 0) throw new ReaderError(`These files must not ship; see .vscodeignore and the list in test/host/vsix.ts:\n${wrong.join('\n')}`);
  const missing = REQUIRED.filter((each) => !files.includes(each));
  if (missing.length > 0) throw new ReaderError(`These files are missing from the package:\n${missing.join('\n')}`);
  const { size: bytes } = await stat(file);
  if (bytes > LIMIT_BYTES) throw new ReaderError(`The package is ${bytes} bytes; the limit is ${LIMIT_BYTES}.`);
  for (const [bundle, budget] of Object.entries(BUNDLE_BUDGETS)) {
    const { size } = await stat(path.join(ROOT, bundle));
    if (size > budget) throw new ReaderError(`${bundle} is ${size} bytes; its budget is ${budget}.`);
  }
  return { file, bytes, files };
}
