import { COUNTING_THREADS, type Variant } from '../../webview/demos/flash-attention/attention';
import { flashAccesses, idealNaiveAccesses, naiveAccesses, onlineAccesses, totalAccesses, type Accesses } from '../../webview/demos/flash-attention/counts';
import type { AttentionShape } from '../../webview/demos/flash-attention/shape';
import { deepEqual, equal, ok } from './page/assert';
import { inputsFor, onGpu, shapeWith } from './page/attention-bench';
import { sharedGpu } from './page/device';

const CLOSED_FORMS: readonly (readonly [Variant, (shape: AttentionShape) => Accesses])[] = [
  ['naive', naiveAccesses],
  ['online', onlineAccesses],
  ['flash', (shape) => flashAccesses(shape, COUNTING_THREADS)],
];

const SHAPES: readonly (readonly [string, Parameters<typeof shapeWith>[0]])[] = [
  ['dense', { rows: 128, causal: false }],
  ['causal', { rows: 128 }],
  ['causal, no multiple of the tile', { rows: 101, heads: 3, width: 16 }],
  ['block-sparse', { rows: 128, causal: false, density: 0.3 }],
  ['causal and block-sparse, no multiple', { rows: 147, heads: 2, density: 0.4 }],
  ['tall tiles', { rows: 128, tileRows: 64 }],
  ['tiles of one row', { rows: 96, tileRows: 1 }],
];

describe('counted memory accesses', () => {
  for (const [name, some] of SHAPES) {
    for (const [variant, closedForm] of CLOSED_FORMS) {
      it(`${variant}: equal the closed form exactly when ${name}`, async () => {
        const shape = shapeWith(some);
        const { counted } = await onGpu(await sharedGpu(), shape, inputsFor(shape), true, async (attention) => {
          const scores = variant === 'naive' ? await attention.allocateScores() : undefined;
          return attention.countedOutput(await attention.passes(variant, scores));
        });
        deepEqual(counted, closedForm(shape));
      });
    }
  }

  it('the tiled closed form is N·d + 2·N²·d/Br loads without causal skipping', () => {
    for (const [rows, tileRows] of [[512, 32], [1024, 64]] as const) {
      const { loads, stores } = flashAccesses(shapeWith({ rows, tileRows, causal: false }));
      equal(loads, rows * 32 + (2 * rows * rows * 32) / tileRows);
      equal(stores, rows * 32);
    }
  });

  it('wide heads tie with ideal matrix products at tiles of 32 rows', () => {
    const shape = shapeWith({ rows: 4096, width: 64, causal: false });
    ok(idealNaiveAccesses(shape) / totalAccesses(flashAccesses(shape)) < 1.05, 'no advantage left');
  });
});
