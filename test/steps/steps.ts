import { provideBrowser } from '../host/browser';
import { runExtensionSuites } from '../host/extension-suites';
import { ReaderError } from '../host/reader-error';
import { NEWEST, OLDEST, type Release } from '../host/releases';
import { runKernelTests } from '../kernels/run';
import { runNodeSuites } from './node-suites';
import type { Step } from './step';
import { add, NOTHING } from './tally';
import { toolStep } from './tool-step';
import { twiceAtMost } from './twice-at-most';

const UNIT_LIMIT_MS = 10_000;
const WORKBENCH_LIMIT_MS = 120_000;

/** The steps of `npm test`, in order. */
export const STEPS: readonly Step[] = [
  toolStep({ name: 'types', title: 'Types', wholeTree: true }, ['node_modules/typescript/bin/tsc', '-b']),
  toolStep({ name: 'lint', title: 'Lint', wholeTree: true }, [
    'node_modules/eslint/bin/eslint.js',
    ...['-c', '.config/eslint.config.mjs', '--max-warnings', '0', 'src', 'webview', 'test', 'esbuild.mjs'],
  ]),
  toolStep({ name: 'build', title: 'Build', essential: true }, ['esbuild.mjs', '--tests']),
  {
    name: 'unit',
    title: 'Unit tests',
    run: ({ grep }) => runNodeSuites({ folder: 'unit', timeoutMs: UNIT_LIMIT_MS, ...(grep === undefined ? {} : { grep }) }),
  },
  {
    name: 'pages',
    title: 'Page tests, the built pages in a browser',
    run: ({ grep }) => runNodeSuites({ folder: 'pages', timeoutMs: UNIT_LIMIT_MS, ...(grep === undefined ? {} : { grep }) }),
  },
  {
    name: 'kernels',
    title: 'Kernel tests, WebGPU on the software adapter',
    run: async ({ grep }) => ({
      ...NOTHING,
      ...(await runKernelTests({ executablePath: await provideBrowser(), ...(grep === undefined ? {} : { only: grep }) })),
    }),
  },
  {
    name: 'extension',
    title: 'Extension tests, in real extension hosts',
    async run({ grep }) {
      let tally = NOTHING;
      for (const release of releases()) {
        console.log(`\nVS Code ${release.vscode}, the ${release.name} supported`);
        tally = add(tally, await twiceAtMost(() => runExtensionSuites(release, grep)));
      }
      return tally;
    },
  },
  {
    name: 'workbench',
    title: 'Workbench tests, in a real VS Code through a browser',
    run: ({ grep }) => runNodeSuites({ folder: 'ui', timeoutMs: WORKBENCH_LIMIT_MS, apart: true, ...(grep === undefined ? {} : { grep }) }),
  },
];

/** Both ends of the supported range, or the one that `LECTERN_TEST_VSCODE` names. */
function releases(): readonly Release[] {
  const chosen = process.env['LECTERN_TEST_VSCODE'];
  const all = [NEWEST, OLDEST];
  const wanted = all.filter(({ name }) => !chosen || name === chosen);
  if (wanted.length === 0) throw new ReaderError(`LECTERN_TEST_VSCODE is "${chosen ?? ''}"; it may be ${all.map(({ name }) => name).join(' or ')}.`);
  return wanted;
}
