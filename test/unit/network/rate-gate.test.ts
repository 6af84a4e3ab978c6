import assert from 'node:assert/strict';
import { Cancelled } from '../../../src/core/network/cancel';
import { ARXIV_RULE, RateGate, rateRuleOf } from '../../../src/core/network/rate-gate';
import { Cancel, FakeClock } from '../feeds/fake-clock';

describe('the rate rule', () => {
  it('of all arXiv hosts is one: a request per three seconds', () => {
    for (const host of ['arxiv.org', 'export.arxiv.org', 'rss.arxiv.org:443', 'EXPORT.ARXIV.ORG']) {
      assert.equal(rateRuleOf(host), ARXIV_RULE);
    }
    assert.equal(ARXIV_RULE.intervalMs, 3000);
  });

  it('of any other host is its own: a request per second', () => {
    assert.deepEqual(rateRuleOf('huggingface.co'), { name: 'huggingface.co', intervalMs: 1000 });
    assert.deepEqual(rateRuleOf('notarxiv.org'), { name: 'notarxiv.org', intervalMs: 1000 });
  });
});

describe('the rate gate', () => {
  it('lets requests of one rule through one at a time and in their interval', async () => {
    const clock = new FakeClock();
    const began = clock.now();
    const gate = new RateGate(clock);
    const starts: number[] = [];
    let under = 0;
    const work = async () => {
      under += 1;
      assert.equal(under, 1, 'no other is under way');
      starts.push(clock.now() - began);
      await Promise.resolve();
      clock.pass(500);
      under -= 1;
    };
    await Promise.all([1, 2, 3].map(() => gate.run(ARXIV_RULE, work)));
    assert.deepEqual(starts, [0, 3000, 6000]);
  });

  it('does not wait after a request that took longer than the interval', async () => {
    const clock = new FakeClock();
    const gate = new RateGate(clock);
    await gate.run(ARXIV_RULE, () => {
      clock.pass(10_000);
      return Promise.resolve();
    });
    await gate.run(ARXIV_RULE, () => Promise.resolve());
    assert.deepEqual(clock.waits, []);
  });

  it('does not hold one host up for another', async () => {
    const clock = new FakeClock();
    const gate = new RateGate(clock);
    await gate.run(ARXIV_RULE, () => Promise.resolve());
    await gate.run(rateRuleOf('huggingface.co'), () => Promise.resolve());
    assert.deepEqual(clock.waits, []);
  });

  it('lets the next one through after one that failed', async () => {
    const gate = new RateGate(new FakeClock());
    await assert.rejects(gate.run(ARXIV_RULE, () => Promise.reject(new Error('no'))), /no/u);
    assert.equal(await gate.run(ARXIV_RULE, () => Promise.resolve(7)), 7);
  });

  it('never asks for what was cancelled in the queue', async () => {
    const gate = new RateGate(new FakeClock());
    const cancel = new Cancel();
    let asked = false;
    const first = gate.run(ARXIV_RULE, () => {
      cancel.cancel();
      return Promise.resolve();
    });
    const second = gate.run(ARXIV_RULE, () => Promise.resolve((asked = true)), cancel);
    await first;
    await assert.rejects(second, Cancelled);
    assert.equal(asked, false);
  });

  it('waits no longer than its interval when the clock is set back', async () => {
    const clock = new FakeClock();
    const gate = new RateGate(clock);
    await gate.run(ARXIV_RULE, () => Promise.resolve());
    clock.pass(-24 * 60 * 60 * 1000);
    await gate.run(ARXIV_RULE, () => Promise.resolve());
    assert.deepEqual(clock.waits, [3000]);
  });
});
