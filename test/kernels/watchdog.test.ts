import { withArena } from '../../webview/gpu/buffers';
import { GpuError } from '../../webview/gpu/errors';
import { bind, runPasses } from '../../webview/gpu/passes';
import { equal, ok, rejects } from './page/assert';
import { openOrThrow, sharedGpu, untilDone } from './page/device';
import { checkOf, runQuick } from './page/demo-runs';

describe('Stop', () => {
  it('ends a run within 300 ms and leaves the device usable', async () => {
    const gpu = await sharedGpu();
    const controller = new AbortController();
    const reason = new Error('stopped by the reader');
    let stopped = 0;
    const progress = (_: number, text: string): void => {
      // In the middle of the longest stretch of GPU work.
      if (text.includes('512 rows')) {
        queueMicrotask(() => {
          stopped = performance.now();
          controller.abort(reason);
        });
      }
    };
    const error = await rejects(runQuick('flash-attention', { sequence: 512, heads: 2 }, { gpu, signal: controller.signal, progress }), Error);
    const tookMs = performance.now() - stopped;
    ok(error === reason, 'the reason of the signal');
    ok(stopped > 0 && tookMs < 300, `${String(tookMs)} ms`);
    equal(checkOf(await runQuick('flash-attention', { sequence: 40 }, { gpu }), 'flash-exact').verdict, 'pass');
  });

  it('before the start keeps a run from starting', async () => {
    const reason = new Error('stopped early');
    const steps: string[] = [];
    const run = runQuick('flash-attention', { sequence: 40 }, { signal: AbortSignal.abort(reason), progress: (_, text) => steps.push(text) });
    ok((await rejects(run, Error)) === reason, 'the reason of the signal');
    ok(steps.length <= 1, steps.join(', '));
  });
});

describe('a lost device', () => {
  it('fails the run with an explanation and says so by its promise', async () => {
    const gpu = await openOrThrow();
    const progress = (_: number, text: string): void => {
      if (text.startsWith('Measuring')) gpu.destroy();
    };
    const error = await rejects(runQuick('flash-attention', { sequence: 64 }, { gpu, progress }), GpuError);
    ok(error.message.includes('Run again'), error.message);
    equal((await gpu.lost).reason, 'destroyed');
    ok(gpu.isLost, 'known as lost');
    await rejects(runQuick('flash-attention', { sequence: 64 }, { gpu }), GpuError);
  });

  it('fails a run on errors that no scope catches', async () => {
    const gpu = await openOrThrow();
    const progress = (_: number, text: string): void => {
      if (text.startsWith('Measuring')) gpu.device.createBuffer({ size: 16, usage: 0 });
    };
    const error = await rejects(runQuick('flash-attention', { sequence: 64 }, { gpu, progress }), GpuError);
    ok(error.message.startsWith('The GPU reported an error'), error.message);
    gpu.destroy();
  });
});

// Last: a software adapter goes on computing an endless loop until the browser is closed.
describe('an endless loop', () => {
  it('is given up by the watchdog, and a new device can be opened afterwards', async () => {
    const gpu = await openOrThrow({ timeLimitMs: 400 });
    const error = await rejects(
      withArena(gpu, async (arena) => {
        const source = /* wgsl */ `
          @group(0) @binding(0) var<storage, read_write> value : array<u32>;
          @compute @workgroup_size(1) fn main() { while (value[0] == 0u) { value[1] += 1u; } }`;
        const kernel = await gpu.kernel({ kernel: 'endless', source, entryPoint: 'main', constants: {}, bindings: ['write'] }, untilDone());
        const bindGroup = await bind(gpu, kernel, [await arena.storage('value', 8)]);
        await runPasses(gpu, [{ kernel, dispatches: [{ bindGroup, workgroups: [1, 1, 1] }] }], untilDone());
      }),
      GpuError,
    );
    equal(error.kernel, 'endless');
    ok(/did not finish within 0.4 s/.test(error.message), error.message);
    equal((await gpu.lost).reason, 'destroyed');

    const next = await openOrThrow();
    await next.submit('nothing', untilDone(), () => undefined);
    ok(!next.isLost, 'the new device is alive');
  });
});
