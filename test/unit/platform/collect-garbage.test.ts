import { collectGarbage } from '../../../src/platform/collect-garbage';

describe('garbage', () => {
  it('is collected after a while, though nothing else needs the memory', async () => {
    const collected = new Promise<void>((resolve) => {
      const registry = new FinalizationRegistry<undefined>(() => resolve());
      registry.register({ large: new Array<number>(1_000).fill(0) }, undefined);
      setTimeout(() => registry, 60_000).unref(); // A registry that is gone tells nobody.
    });
    collectGarbage();
    await collected;
  });
});
