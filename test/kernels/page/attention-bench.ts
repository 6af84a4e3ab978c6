import { Attention, type Variant } from '../../../webview/demos/flash-attention/attention';
import { makeBlockMask } from '../../../webview/demos/flash-attention/block-mask';
import { makeInputs, type Inputs } from '../../../webview/demos/flash-attention/inputs';
import { KERNELS } from '../../../webview/demos/flash-attention/kernels';
import { referenceAttention } from '../../../webview/demos/flash-attention/reference';
import type { AttentionShape } from '../../../webview/demos/flash-attention/shape';
import type { Bench } from '../../../webview/gpu/bench';
import { Breath } from '../../../webview/gpu/breath';
import { withArena } from '../../../webview/gpu/buffers';
import type { Gpu } from '../../../webview/gpu/gpu';
import { untilDone } from './device';

/** A shape with the ordinary values for what a test does not care about. */
export function shapeWith(some: Partial<AttentionShape> & { readonly rows: number; readonly density?: number }): AttentionShape {
  const { density = 1, ...rest } = some;
  const shape = { width: 32, heads: 1, causal: true, tileRows: 32, tileKeys: 16, mask: undefined, ...rest };
  return density < 1 ? { ...shape, mask: makeBlockMask({ ...shape, density, seed: 11 }) } : shape;
}

export function inputsFor(shape: AttentionShape, adversarial = false): Inputs {
  return makeInputs(shape, 5, adversarial);
}

/** Runs `use` over one attention on the GPU with the bundled kernels. */
export function onGpu<T>(
  gpu: Gpu,
  shape: AttentionShape,
  inputs: Inputs,
  counting: boolean,
  use: (attention: Attention, bench: Bench) => Promise<T>,
): Promise<T> {
  return withArena(gpu, async (arena) => {
    const sources = Object.fromEntries(KERNELS.map(({ name, source }) => [name, source]));
    const bench = { gpu, arena, sources, signal: untilDone() };
    return use(await Attention.open(bench, shape, inputs, counting), bench);
  });
}

export function outputOf(gpu: Gpu, variant: Variant, shape: AttentionShape, inputs: Inputs): Promise<Float32Array> {
  return onGpu(gpu, shape, inputs, false, async (attention) => {
    const scores = variant === 'naive' ? await attention.allocateScores() : undefined;
    return attention.output(await attention.passes(variant, scores));
  });
}

/** Every row in float64, as [heads, rows, width]. */
export function expectedOf(shape: AttentionShape, inputs: Inputs): Promise<Float64Array> {
  const queryRows = Array.from({ length: shape.heads * shape.rows }, (_, index) => ({ head: Math.floor(index / shape.rows), row: index % shape.rows }));
  return referenceAttention(inputs, shape, queryRows, new Breath(untilDone()));
}
