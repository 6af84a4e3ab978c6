import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from './paths';
import { extensionsFolder } from './server';

/**
 * Registers the repository itself as an installed extension of a server's data folder, in place of an installed
 * copy: a new build is there after "Reload Window". An ordinary server takes no development path in the address,
 * and with the test driver that does it would show no notifications.
 */
export async function linkExtension(data: string): Promise<void> {
  const manifest = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8')) as {
    readonly publisher: string;
    readonly name: string;
    readonly version: string;
  };
  const folder = extensionsFolder(data);
  await mkdir(folder, { recursive: true });
  const entry = {
    identifier: { id: `${manifest.publisher}.${manifest.name}` },
    version: manifest.version,
    location: { $mid: 1, scheme: 'file', path: ROOT },
  };
  await writeFile(path.join(folder, 'extensions.json'), JSON.stringify([entry]));
}
