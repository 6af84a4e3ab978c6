import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { CodeFile } from '../../../src/core/anchors/code-target';
import { ROOT } from '../../host/paths';

const CODE = /\.(?:ts|js|py|c|cpp|cu|rs|go|jl|java)$/u;

/** Larger files are data. In bytes. */
const LARGEST = 150_000;

/** The code of a folder: Lectern's own, where none is given. */
export async function readCode(folder = path.join(ROOT, 'src')): Promise<readonly CodeFile[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => CODE.test(name) && !name.includes('node_modules')).sort();
  const files = await Promise.all(
    names.map(async (name): Promise<readonly CodeFile[]> => {
      const file = path.join(folder, name);
      return (await stat(file)).size > LARGEST ? [] : [{ path: name.split(path.sep).join('/'), text: await readFile(file, 'utf8') }];
    }),
  );
  return files.flat();
}
