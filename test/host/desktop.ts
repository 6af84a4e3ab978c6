/** Program: `npm run test:desktop`. The extension suites in a downloaded desktop VS Code, or in the one `VSCODE_BIN` names. */
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from './command';
import { CACHE, EXTENSION_TESTS, ROOT } from './paths';
import { ReaderError, runProgram } from './reader-error';
import type { Tally } from '../steps/tally';

async function testDesktop(): Promise<number> {
  const vscodeExecutablePath = process.env['VSCODE_BIN'] ?? (await download());
  const built = await run(process.execPath, ['esbuild.mjs', '--tests'], { folder: ROOT, output: 'inherit' });
  if (built.code !== 0) throw new ReaderError('The build failed; see above.');
  const folder = await mkdtemp(path.join(tmpdir(), 'lectern-desktop-'));
  try {
    const workspace = path.join(folder, 'workspace');
    await mkdir(workspace);
    const results = path.join(folder, 'results.json');
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: ROOT,
      extensionTestsPath: EXTENSION_TESTS,
      launchArgs: [workspace, '--disable-extensions', '--user-data-dir', path.join(folder, 'data')],
      extensionTestsEnv: { LECTERN_TEST_RESULTS: results },
    }).catch((error: unknown) => console.error(error instanceof Error ? error.message : error));
    const written = await readFile(results, 'utf8').catch(() => undefined);
    if (written === undefined) throw new ReaderError('The desktop VS Code ended before the suites did; see above.');
    const { passed, failed } = JSON.parse(written) as Tally;
    console.log(`${passed} passed, ${failed} failed`);
    return failed > 0 || passed === 0 ? 1 : 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function download(): Promise<string> {
  try {
    return await downloadAndUnzipVSCode({ version: process.env['VSCODE_VERSION'] ?? 'stable', cachePath: path.join(CACHE, 'desktop') });
  } catch (error) {
    throw new ReaderError(`desktop VS Code could not be had; desktop not tested
(${error instanceof Error ? error.message : String(error)}; VSCODE_BIN may name one that is installed)`);
  }
}

await runProgram(testDesktop);
