import type { BufferArena } from './buffers';
import type { Gpu } from './gpu';
import { bind, type Dispatch, type Pass } from './passes';
import type { BindingKind } from './pipelines';

/** What stays the same while the kernels of a run are dispatched at several shapes. */
export interface Bench {
  readonly gpu: Gpu;
  readonly arena: BufferArena;
  /** WGSL by kernel name: the bundled one, or the user's. */
  readonly sources: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** How a kernel is built: its `override`s and what group 0 binds, in order. */
export interface KernelSetup {
  readonly name: string;
  /** `main` when absent. */
  readonly entryPoint?: string;
  readonly constants?: Readonly<Record<string, number>>;
  readonly bindings: readonly BindingKind[];
}

type Workgroups = Dispatch['workgroups'];
type Resource = GPUBuffer | GPUBufferBinding;

/** A kernel over its whole input in one dispatch. */
export async function passOf(bench: Bench, setup: KernelSetup, resources: readonly Resource[], workgroups: Workgroups): Promise<Pass> {
  return splitPass(bench, setup, [{ resources, workgroups }]);
}

/** A kernel whose input is split: one dispatch a part, with the part's own uniforms among its resources. */
export async function splitPass(
  { gpu, sources, signal }: Bench,
  { name, entryPoint = 'main', constants = {}, bindings }: KernelSetup,
  parts: readonly { readonly resources: readonly Resource[]; readonly workgroups: Workgroups }[],
): Promise<Pass> {
  const source = sources[name];
  if (source === undefined) throw new TypeError(`There is no kernel “${name}”.`);
  const kernel = await gpu.kernel({ kernel: name, source, entryPoint, constants, bindings }, signal);
  const dispatches = await Promise.all(
    parts.map(async ({ resources, workgroups }) => ({ bindGroup: await bind(gpu, kernel, resources), workgroups })),
  );
  return { kernel, dispatches };
}
