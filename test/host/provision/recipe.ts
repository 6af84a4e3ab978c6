import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../paths';

/** Short hash of the sources of the provisioner, so that a changed recipe makes a fresh installation. */
export async function recipeHash(): Promise<string> {
  const folder = path.join(ROOT, 'test', 'host', 'provision');
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts')).sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(await readFile(path.join(folder, file)));
  return hash.digest('hex').slice(0, 8);
}
