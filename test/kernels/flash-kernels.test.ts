import { VARIANTS } from '../../webview/demos/flash-attention/attention';
import { TOLERANCE } from '../../webview/demos/flash-attention/result-checks';
import { tiledAttention } from '../../webview/demos/flash-attention/tiled-reference';
import { Breath } from '../../webview/gpu/breath';
import { worstError } from '../../webview/gpu/compare';
import { ok } from './page/assert';
import { expectedOf, inputsFor, onGpu, outputOf, shapeWith } from './page/attention-bench';
import { sharedGpu, untilDone } from './page/device';

const CASES: readonly (readonly [string, Parameters<typeof shapeWith>[0], boolean])[] = [
  ['one row', { rows: 1 }, false],
  ['one row per tile short', { rows: 31, heads: 2 }, false],
  ['one over a workgroup', { rows: 33, heads: 3 }, false],
  ['no multiple of any tile', { rows: 131, heads: 2 }, false],
  ['no multiple, not causal', { rows: 131, causal: false }, false],
  ['narrow heads', { rows: 70, width: 16, heads: 8 }, false],
  ['wide heads', { rows: 97, width: 64, heads: 2, causal: false }, false],
  ['tall tiles of 32 keys', { rows: 200, tileRows: 64, tileKeys: 32 }, false],
  ['block-sparse', { rows: 150, heads: 2, density: 0.3 }, false],
  ['block-sparse, not causal', { rows: 161, causal: false, density: 0.1 }, false],
  ['block-sparse with more than 32 key tiles', { rows: 600, width: 16, density: 0.2 }, false],
  ['a late outlier', { rows: 100, heads: 2 }, true],
  ['a late outlier, block-sparse, not causal', { rows: 129, causal: false, density: 0.5, tileRows: 64 }, true],
];

describe('attention kernels', () => {
  for (const [name, some, adversarial] of CASES) {
    for (const variant of VARIANTS) {
      it(`${variant}: equals the float64 reference with ${name}`, async () => {
        const shape = shapeWith(some);
        const inputs = inputsFor(shape, adversarial);
        const worst = worstError(await outputOf(await sharedGpu(), variant, shape, inputs), await expectedOf(shape, inputs), TOLERANCE);
        ok(worst.inTolerances <= 1, `element ${String(worst.index)} is ${String(worst.actual)}, not ${String(worst.expected)}`);
      });
    }
  }

  for (const variant of VARIANTS) {
    it(`${variant}: gives zeros, not NaN, to rows whose every tile is masked`, async () => {
      const shape = { ...shapeWith({ rows: 64, causal: false }), mask: { tileRows: 32, tileKeys: 16, seen: [[false, false, false, false], [false, true, false, false]] } };
      const output = await outputOf(await sharedGpu(), variant, shape, inputsFor(shape));
      ok(output.subarray(0, 32 * 32).every((value) => value === 0), 'the first tile of rows is zero');
      ok(output.subarray(32 * 32).every((value) => Number.isFinite(value)) && output.subarray(32 * 32).some((value) => value !== 0), 'the second is finite');
    });
  }

  it('the tiled recurrence on the CPU equals the definition and visits the tiles that the kernel visits', async () => {
    const shape = shapeWith({ rows: 150, density: 0.4 });
    const inputs = inputsFor(shape);
    const { output, visits } = await tiledAttention(inputs, shape, new Breath(untilDone()));
    const worst = worstError(output, await expectedOf(shape, inputs), { relative: 1e-12, absolute: 1e-12 });
    ok(worst.inTolerances <= 1, `element ${String(worst.index)} is ${String(worst.actual)}, not ${String(worst.expected)}`);
    const traced = await onGpu(await sharedGpu(), shape, inputs, true, async (attention) => attention.visits(await attention.passes('flash')));
    ok(traced.length === visits.length && traced.every((visit, index) => visit === visits[index]), 'the same order of visits');
    ok(visits.some((visit) => visit === 0) && visits.some((visit) => visit > 2), 'some tiles skipped, some late');
  });

  it('work split over several submits gives the same result', async () => {
    const gpu = await sharedGpu();
    const shape = shapeWith({ rows: 700, width: 16, causal: false });
    await onGpu(gpu, shape, inputsFor(shape), false, async (attention) => {
      const [pass] = await attention.passes('online');
      ok((pass?.dispatches.length ?? 0) > 1, 'a size that is split on this adapter');
    });
    const worst = worstError(await outputOf(gpu, 'flash', shape, inputsFor(shape)), await expectedOf(shape, inputsFor(shape)), TOLERANCE);
    ok(worst.inTolerances <= 1, `element ${String(worst.index)}`);
  });
});
