import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CACHE } from '../../host/paths';
import { installDependencies } from '../../host/provision/npm';

/** The peers, pinned: numbers are comparable only between the same versions. */
const PEERS = { minisearch: '7.2.0', flexsearch: '0.8.212' };

const FOLDER = path.join(CACHE, `search-peers-${Object.values(PEERS).join('-')}`);

/** Installs the peers into a folder of their own, once. They are no dependency of Lectern. */
export async function installPeers(): Promise<void> {
  if (existsSync(FOLDER)) return;
  const installing = `${FOLDER}.installing`;
  await rm(installing, { recursive: true, force: true });
  await mkdir(installing, { recursive: true });
  await writeFile(path.join(installing, 'package.json'), JSON.stringify({ private: true, dependencies: PEERS }));
  await installDependencies('the search bench', installing);
  await rename(installing, FOLDER);
}

/** A peer's module; `Module` declares what of it is used. */
export async function loadPeer<Module>(name: keyof typeof PEERS): Promise<Module> {
  const entry = createRequire(path.join(FOLDER, 'package.json')).resolve(name);
  return (await import(pathToFileURL(entry).href)) as Module;
}
