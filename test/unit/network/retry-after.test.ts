import assert from 'node:assert/strict';
import { retryAfterMs } from '../../../src/core/network/retry-after';

const NOW = Date.parse('2026-01-09T12:00:00Z');

describe('what a server asks to wait', () => {
  for (const [header, ms] of [
    ['120', 120_000],
    [' 0 ', 0],
    ['Fri, 09 Jan 2026 12:00:30 GMT', 30_000],
    ['Fri, 09 Jan 2026 11:00:00 GMT', 0],
    ['9999999999', 24 * 60 * 60 * 1000],
    ['Wed, 09 Jan 2036 11:00:00 GMT', 24 * 60 * 60 * 1000],
  ] as const) {
    it(`by “${header}” is ${ms} ms`, () => assert.equal(retryAfterMs(header, NOW), ms));
  }

  for (const header of [undefined, '', 'soon', '-5', '1.5', 'Fri, 09 Foo 2026 12:00:30 GMT', '1e9']) {
    it(`by “${header ?? 'nothing'}” is not known`, () => assert.equal(retryAfterMs(header, NOW), undefined));
  }
});
