import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { BUNDLE_BUDGETS } from '../host/budgets';
import { ROOT } from '../host/paths';
import { productionBuild } from './production';
import type { BenchRow } from './row';

const DATA = ['dist/digest/arxiv-categories.json', 'dist/digest/demo-statements.json', 'dist/digest/library.json', 'dist/digest/search.bin', 'dist/digest/topics.json'];

/** Bytes of everything that ships, after a production build. */
export async function benchSizes(): Promise<readonly BenchRow[]> {
  await productionBuild();
  const outputs = JSON.parse(await readFile(path.join(ROOT, 'dist', 'sizes.json'), 'utf8')) as Readonly<Record<string, number>>;
  const data = await Promise.all(DATA.map(async (file) => [file, (await stat(path.join(ROOT, file))).size] as const));
  return [...Object.entries(outputs), ...data].map(([name, value]) => {
    const budget = BUNDLE_BUDGETS[name];
    return { bench: 'sizes', name, value, unit: 'bytes', how: 'production build', ...(budget === undefined ? {} : { budget }) };
  });
}
