import assert from 'node:assert/strict';
import fc from 'fast-check';
import { quantity } from '../../../src/core/runs/quantity';

describe('a quantity', () => {
  for (const [value, unit, text] of [
    [0, '', '0'],
    [-0, '', '0'],
    [12, 'tiles', '12 tiles'],
    [1048576, 'accesses', '1,048,576 accesses'],
    [-1234567, '', '-1,234,567'],
    [12.3456, 'ms', '12.35 ms'],
    [1234.56, '', '1,235'],
    [123456.7, '', '123,457'],
    [0.0013217, '', '0.001322'],
    [3.5762786865234375e-7, '', '3.576e-7'],
    [0.00002, '', '2e-5'],
    [1e-3, '', '0.001'],
    [6.02214076e23, '', '6.022e23'],
    [1e20, '', '1e20'],
    [0, 'bytes', '0 bytes'],
    [1023, 'bytes', '1,023 bytes'],
    [1024, 'bytes', '1 KiB'],
    [1536, 'bytes', '1.5 KiB'],
    [67108864, 'bytes', '64 MiB'],
    [2 ** 30, 'bytes', '1 GiB'],
    [2 ** 52, 'bytes', '4,096 TiB'],
  ] as const) {
    it(`${value} ${unit} reads ${text}`, () => assert.equal(quantity(value, unit), text));
  }

  it('is off by at most one in the fourth digit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), (value) => {
        const read = Number(quantity(value).replace(/,/gu, ''));
        return Math.abs(read - value) <= Math.abs(value) * 1e-3;
      }),
    );
  });
});
