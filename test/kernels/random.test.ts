import { gauss12, gaussians, pcg, random, uniform } from '../../webview/gpu/random';
import { equal, ok } from './page/assert';
import { sharedGpu } from './page/device';
import { fillRandom } from './page/random-fill';

const COUNT = 4096;

describe('random numbers', () => {
  for (const [seed, stream] of [[1, 1], [0, 7], [4_294_967_295, 3]] as const) {
    it(`are bit-identical on the GPU and in TypeScript for seed ${String(seed)}, stream ${String(stream)}`, async () => {
      const { bits, normals } = await fillRandom(await sharedGpu(), seed, stream, COUNT);
      for (let index = 0; index < COUNT; index += 1) {
        equal(bits[index], random(seed, stream, index), `random ${String(index)}`);
        equal(normals[index], gauss12(seed, stream, index), `gauss12 ${String(index)}`);
      }
    });
  }

  it('use the published hash', () => {
    for (const value of [0, 1, 0x8000_0000, 0xffff_ffff]) equal(pcg(value), pcgByBigInt(value), `pcg(${String(value)})`);
  });

  it('are nearly normal and uniform', () => {
    const values = gaussians(3, 2, 20_000);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    ok(Math.abs(mean) < 0.03, `mean ${String(mean)}`);
    ok(Math.abs(variance - 1) < 0.05, `variance ${String(variance)}`);
    ok(values.every((value) => Math.abs(value) <= 6 && Math.fround(value) === value), 'all within ±6 and exact in float32');
    const uniforms = Array.from({ length: 1000 }, (_, index) => uniform(5, 1, index));
    ok(uniforms.every((value) => value >= 0 && value < 1), 'uniform in [0, 1)');
  });

  it('differ between streams and seeds', () => {
    ok(random(1, 1, 0) !== random(1, 2, 0) && random(1, 1, 0) !== random(2, 1, 0), 'different first numbers');
  });
});

function pcgByBigInt(value: number): number {
  const word32 = (big: bigint): bigint => BigInt.asUintN(32, big);
  const state = word32(BigInt(value) * 747_796_405n + 2_891_336_453n);
  const word = word32(((state >> ((state >> 28n) + 4n)) ^ state) * 277_803_737n);
  return Number((word >> 22n) ^ word);
}
