import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { workbenchAddress } from './address';
import { onPath } from './browser';
import { run } from './command';
import { linkExtension } from './linked-extension';
import { CACHE, ROOT } from './paths';
import { freePort } from './port';
import { provision } from './provision';
import { ReaderError, runProgram } from './reader-error';
import { NEWEST } from './releases';
import { existingFolder, sampleWorkspace } from './sample-workspace';
import { startServer } from './server';
import { parseStartOptions } from './start-options';

/** The same on every start, because a browser keeps the layout and state of a page by its port. */
const USUAL_PORT = 4632;

async function start(): Promise<number> {
  const options = parseStartOptions(process.argv.slice(2));
  const folder = options.workspace === undefined ? await sampleWorkspace() : existingFolder(options.workspace);
  const code = options.web ? undefined : onPath('code');
  if (code) {
    await buildExtension();
    const { code: exit } = await run(code, [`--extensionDevelopmentPath=${ROOT}`, folder], { output: 'inherit' });
    return exit;
  }
  // Asked for first, so that a taken port is known before anything is downloaded or built.
  const port = options.port === undefined ? await usualPort() : await freePort(options.port);
  const [installation] = await Promise.all([provision(NEWEST), buildExtension()]);
  const data = path.join(CACHE, 'start');
  await linkExtension(data);
  const token = randomBytes(16).toString('hex');
  const server = await startServer(installation, { data, port, token, testing: false });
  const address = workbenchAddress(server, { workspace: folder, token });
  console.log(`\nFolder: ${folder}\nLectern is running: ${address}\nCtrl+C ends it.`);
  openInBrowser(address);

  const stopped = await Promise.race([untilInterrupted(), server.ended.then(() => 'by itself' as const)]);
  await server.stop();
  if (stopped === 'by itself') throw new ReaderError(`VS Code's server ended by itself; its log is ${path.join(data, 'server.log')}.`);
  return 0;
}

async function usualPort(): Promise<number> {
  try {
    return await freePort(USUAL_PORT);
  } catch {
    return freePort(); // another Lectern, or another program, has the usual one
  }
}

async function buildExtension(): Promise<void> {
  const result = await run(process.execPath, ['esbuild.mjs'], { folder: ROOT });
  if (result.code !== 0) throw new ReaderError(`The build failed.\n${result.stderr}`);
  console.log('Lectern is built.');
}

function untilInterrupted(): Promise<'interrupted'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve('interrupted'));
  });
}

/** Opens the page where there is a screen; the printed address serves everyone else, so a failure is not worth a word. */
function openInBrowser(address: string): void {
  const hasScreen = process.platform === 'darwin' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
  const opener = onPath(process.platform === 'darwin' ? 'open' : 'xdg-open');
  if (hasScreen && opener) void run(opener, [address]).catch(() => undefined);
}

await runProgram(start);
