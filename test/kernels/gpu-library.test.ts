import { BufferArena, withArena } from '../../webview/gpu/buffers';
import { worstError } from '../../webview/gpu/compare';
import { GpuError } from '../../webview/gpu/errors';
import type { Gpu } from '../../webview/gpu/gpu';
import { bind, runPasses, splitRows, type Pass } from '../../webview/gpu/passes';
import { GpuClock, median } from '../../webview/gpu/timing';
import { deepEqual, equal, ok, rejects } from './page/assert';
import { sharedGpu, untilDone } from './page/device';
import { runQuick, bundledDemo } from './page/demo-runs';

const DOUBLE = /* wgsl */ `
override threads : u32 = 64;
@group(0) @binding(0) var<storage, read_write> values : array<u32>;
@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id : vec3u) {
  if (id.x >= arrayLength(&values)) { return; }
  values[id.x] *= 2u;
}`;

async function doublePass(gpu: Gpu, values: GPUBuffer): Promise<Pass> {
  const request = { kernel: 'double', source: DOUBLE, entryPoint: 'main', constants: { threads: 64 }, bindings: ['write'] } as const;
  const kernel = await gpu.kernel(request, untilDone());
  const workgroups = [Math.ceil(values.size / 4 / 64), 1, 1] as const;
  return { kernel, dispatches: [{ bindGroup: await bind(gpu, kernel, [values]), workgroups }] };
}

describe('the adapter', () => {
  it('is known as a software adapter here, with its limits', async () => {
    const { facts } = await sharedGpu();
    ok(facts.software, JSON.stringify(facts));
    ok((facts.limits['maxStorageBufferBindingSize'] ?? 0) >= 2 ** 27, 'limits recorded');
  });
});

describe('kernels', () => {
  it('are built once for the same text and constants', async () => {
    const gpu = await sharedGpu();
    const request = { kernel: 'double', source: DOUBLE, entryPoint: 'main', constants: { threads: 32 }, bindings: ['write'] } as const;
    const first = await gpu.kernel(request, untilDone());
    ok((await gpu.kernel({ ...request }, untilDone())) === first, 'the same kernel');
    ok((await gpu.kernel({ ...request, constants: { threads: 16 } }, untilDone())) !== first, 'another kernel');
  });

  it('that do not compile are reported with name, line and column', async () => {
    const source = bundledDemo('flash-attention').kernels.find(({ name }) => name === 'pv')?.source ?? '';
    const lines = source.split('\n');
    const at = lines.findIndex((line) => line.includes('count_stores(4u)'));
    lines[at] = '  count_stores(4.5);';
    const error = await rejects(runQuick('flash-attention', { sequence: 32 }, { sources: { pv: lines.join('\n') } }), GpuError);
    equal(error.kernel, 'pv');
    const message = error.compileMessages.find(({ severity }) => severity === 'error');
    equal(message?.line, at + 1, 'line');
    ok((message?.column ?? 0) > 1, 'column');
    ok(error.message.includes(`line ${String(at + 1)}`), error.message);
  });

  it('whose bindings do not fit are reported by name', async () => {
    const gpu = await sharedGpu();
    const request = { kernel: 'double', source: DOUBLE, entryPoint: 'main', constants: { threads: 64 }, bindings: ['read'] } as const;
    const error = await rejects(gpu.kernel(request, untilDone()), GpuError);
    equal(error.kernel, 'double');
  });

  it('whose constants are unknown are reported by name', async () => {
    const gpu = await sharedGpu();
    const request = { kernel: 'double', source: DOUBLE, entryPoint: 'main', constants: { treads: 64 }, bindings: ['write'] } as const;
    equal((await rejects(gpu.kernel(request, untilDone()), GpuError)).kernel, 'double');
  });
});

describe('the buffer arena', () => {
  it('counts bytes by label and in total, and extra bytes while watched', async () => {
    await withArena(await sharedGpu(), async (arena) => {
      await arena.storage('a', 100);
      const watch = arena.watchPeak();
      const first = await arena.storage('b', 1000);
      arena.release(first);
      await arena.storage('b', 500);
      equal(watch.extraBytes, 1000);
      deepEqual(arena.memory(), { peakBytes: 1100, buffers: { a: 100, b: 1000 } });
    });
  });

  it('reads several buffers back in one go', async () => {
    await withArena(await sharedGpu(), async (arena) => {
      const a = await arena.upload('a', new Uint32Array([1, 2, 3]));
      const b = await arena.upload('b', new Float32Array([0.5]));
      const [first, second] = await arena.read([a, b], untilDone());
      deepEqual([...new Uint32Array(first ?? new ArrayBuffer(0))], [1, 2, 3]);
      deepEqual([...new Float32Array(second ?? new ArrayBuffer(0))], [0.5]);
      const [again] = await arena.read([b], untilDone());
      equal(again?.byteLength, 4);
    });
  });

  it('refuses a buffer that the adapter does not allow, by its label', async () => {
    const arena = new BufferArena(await sharedGpu());
    const error = await rejects(arena.storage('scores', 2 ** 40), GpuError);
    ok(error.message.includes('scores') && error.message.includes('MiB'), error.message);
  });

  it('reports a submit that uses a destroyed buffer', async () => {
    const gpu = await sharedGpu();
    const arena = new BufferArena(gpu);
    const pass = await doublePass(gpu, await arena.storage('values', 64));
    arena.destroy();
    equal((await rejects(runPasses(gpu, [pass], untilDone()), GpuError)).kernel, 'double');
  });
});

describe('times', () => {
  for (const method of ['timestamp-query', 'wall'] as const) {
    it(`are five samples of at least a moment, by ${method}`, async () => {
      const gpu = await sharedGpu();
      await withArena(gpu, async (arena) => {
        const pass = await doublePass(gpu, await arena.storage('values', 4 * 65_536));
        const clock = await GpuClock.open(gpu, arena, untilDone(), method);
        const [times] = await clock.time([pass], untilDone());
        equal(times?.method, method);
        equal(times?.samplesMs.length, 5);
        ok(times?.samplesMs.every((sample) => sample > 0 && sample < 1000) === true, JSON.stringify(times));
      });
    });
  }

  it('have the median of their samples', () => {
    equal(median([3, 1, 2]), 2);
    equal(median([4, 1, 3, 2]), 2.5);
  });
});

describe('split work', () => {
  it('covers every row once, in whole units but for the last', () => {
    deepEqual(splitRows(150, 1000, 64, 400), [{ first: 0, end: 64 }, { first: 64, end: 128 }, { first: 128, end: 150 }]);
    deepEqual(splitRows(150, 1000, 64, 5000), [{ first: 0, end: 150 }]);
    deepEqual(splitRows(150, 1e12, 64, 1).length, 3);
  });
});

describe('comparison with the reference', () => {
  const tolerance = { relative: 0.1, absolute: 1 };

  it('finds the worst element in units of its tolerance', () => {
    deepEqual(worstError([10, 21], [10, 20], tolerance), { inTolerances: 1 / 3, index: 1, actual: 21, expected: 20 });
  });

  it('takes anything that is not finite as the worst', () => {
    equal(worstError([Number.NaN, 5], [1, 50], tolerance).index, 0);
    equal(worstError([Infinity], [1], tolerance).inTolerances, Number.MAX_VALUE);
  });
});
