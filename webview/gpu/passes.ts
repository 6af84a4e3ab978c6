import { withErrorScopes } from './errors';
import type { Gpu } from './gpu';
import type { ComputeKernel } from './pipelines';

/** One dispatch, small enough to be a submit of its own. */
export interface Dispatch {
  readonly bindGroup: GPUBindGroup;
  readonly workgroups: readonly [x: number, y: number, z: number];
}

/** All the dispatches of one kernel over its whole input; they may run in any order. */
export interface Pass {
  readonly kernel: ComputeKernel;
  readonly dispatches: readonly Dispatch[];
}

/** Half-open range of rows. */
export interface RowRange {
  readonly first: number;
  readonly end: number;
}

/** Time that one submit should stay under, so that Stop answers and no driver loses patience. */
const SUBMIT_SECONDS = 0.2;
/** Lowest rates expected of simple kernels, in floating-point operations a second. */
const SOFTWARE_FLOPS = 1e8;
const HARDWARE_FLOPS = 2e10;

/** Floating-point operations that one submit may hold on this adapter. */
export function flopsPerSubmit(gpu: Gpu): number {
  return SUBMIT_SECONDS * (gpu.facts.software ? SOFTWARE_FLOPS : HARDWARE_FLOPS);
}

/** Splits `rows` rows of equal cost into ranges that fit a submit; every range begins at a multiple of `unit`. */
export function splitRows(rows: number, flops: number, unit: number, mostFlops: number): readonly RowRange[] {
  const units = Math.ceil(rows / unit);
  const perRange = Math.max(1, Math.floor((units * mostFlops) / Math.max(flops, 1)));
  const ranges: RowRange[] = [];
  for (let first = 0; first < units; first += perRange) {
    ranges.push({ first: first * unit, end: Math.min(rows, (first + perRange) * unit) });
  }
  return ranges;
}

/** Buffers of group 0 in binding order. @throws GpuError when they do not fit the kernel */
export function bind(gpu: Gpu, kernel: ComputeKernel, resources: readonly (GPUBuffer | GPUBufferBinding)[]): Promise<GPUBindGroup> {
  return withErrorScopes(gpu.device, kernel.name, () =>
    gpu.device.createBindGroup({
      label: kernel.name,
      layout: kernel.layout,
      entries: resources.map((resource, binding) => ({
        binding,
        resource: resource instanceof GPUBuffer ? { buffer: resource } : resource,
      })),
    }),
  );
}

/** Writes one dispatch into a compute pass of its own, `repeats` times over. */
export function encodeDispatch(
  encoder: GPUCommandEncoder,
  kernel: ComputeKernel,
  dispatch: Dispatch,
  repeats = 1,
  timestampWrites?: GPUComputePassTimestampWrites,
): void {
  const pass = encoder.beginComputePass({
    label: kernel.name,
    ...(timestampWrites === undefined ? {} : { timestampWrites }),
  });
  pass.setPipeline(kernel.pipeline);
  pass.setBindGroup(0, dispatch.bindGroup);
  for (let time = 0; time < repeats; time += 1) pass.dispatchWorkgroups(...dispatch.workgroups);
  pass.end();
}

/** Runs many small passes in their order in one submit; together they must be as short as one. */
export async function runTogether(gpu: Gpu, name: string, passes: readonly Pass[], signal: AbortSignal): Promise<void> {
  await gpu.submit(name, signal, (encoder) => {
    for (const { kernel, dispatches } of passes) {
      for (const dispatch of dispatches) encodeDispatch(encoder, kernel, dispatch);
    }
  });
}

/** Runs passes one after another, a submit a dispatch. */
export async function runPasses(gpu: Gpu, passes: readonly Pass[], signal: AbortSignal): Promise<void> {
  for (const { kernel, dispatches } of passes) {
    for (const dispatch of dispatches) {
      await gpu.submit(kernel.name, signal, (encoder) => {
        encodeDispatch(encoder, kernel, dispatch);
      });
    }
  }
}
