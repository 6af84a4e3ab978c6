import { withArena } from '../../../webview/gpu/buffers';
import type { Gpu } from '../../../webview/gpu/gpu';
import { bind, runPasses } from '../../../webview/gpu/passes';
import { RANDOM_BLOCK, withBlocks } from '../../../webview/gpu/wgsl-blocks';
import { untilDone } from './device';

const FILL = /* wgsl */ `
override threads : u32 = 64;
@group(0) @binding(0) var<storage, read> key : array<u32, 2>;         // seed, stream
@group(0) @binding(1) var<storage, read_write> bits : array<u32>;     // random
@group(0) @binding(2) var<storage, read_write> normals : array<f32>;  // gauss12
@compute @workgroup_size(threads)
fn main(@builtin(global_invocation_id) id : vec3u) {
  if (id.x >= arrayLength(&bits)) { return; }
  bits[id.x] = random(key[0], key[1], id.x);
  normals[id.x] = gauss12(key[0], key[1], id.x);
}`;

/** The first `count` numbers of a stream, computed on the GPU. */
export function fillRandom(gpu: Gpu, seed: number, stream: number, count: number): Promise<{ bits: Uint32Array; normals: Float32Array }> {
  return withArena(gpu, async (arena) => {
    const signal = untilDone();
    const threads = 64;
    const kernel = await gpu.kernel(
      { kernel: 'rng_fill', source: withBlocks(FILL, RANDOM_BLOCK), entryPoint: 'main', constants: { threads }, bindings: ['read', 'write', 'write'] },
      signal,
    );
    const key = await arena.upload('key', new Uint32Array([seed, stream]));
    const [bits, normals] = [await arena.storage('bits', 4 * count), await arena.storage('normals', 4 * count)];
    const bindGroup = await bind(gpu, kernel, [key, bits, normals]);
    await runPasses(gpu, [{ kernel, dispatches: [{ bindGroup, workgroups: [Math.ceil(count / threads), 1, 1] }] }], signal);
    const [bitBytes, normalBytes] = await arena.read([bits, normals], signal);
    return { bits: new Uint32Array(bitBytes ?? new ArrayBuffer(0)), normals: new Float32Array(normalBytes ?? new ArrayBuffer(0)) };
  });
}
