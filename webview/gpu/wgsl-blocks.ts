import pcg from './wgsl/pcg.wgsl';

/** WGSL functions `pcg`, `random`, `uniform01` and `gauss12`, bit-identical to random.ts. */
export const RANDOM_BLOCK: string = pcg;

/** A kernel with shared blocks after it, so that line numbers stay those of the kernel's own file. */
export function withBlocks(source: string, ...blocks: readonly string[]): string {
  return [source, ...blocks].join('\n');
}
