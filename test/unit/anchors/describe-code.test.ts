import assert from 'node:assert/strict';
import { enclosingLines, nameOf, symbolPath } from '../../../src/core/anchors/code-symbols';
import { describeCode } from '../../../src/core/anchors/describe-code';

const text = ['a', 'b', '', 'class C:', '  def f(', '    x,', '  ):', '    return x', '', 'last'].join('\r\n');

describe('describeCode', () => {
  it('keeps the lines, a few around them, the symbols they are in and the commit', () => {
    const f = { name: 'f', lines: { first: 5, last: 8 }, children: [] };
    const symbols = [{ name: 'C', lines: { first: 4, last: 8 }, children: [f] }];
    assert.deepEqual(describeCode({ path: 'p/q.py', text }, { first: 8, last: 8 }, { symbols, commit: 'abc' }), {
      path: 'p/q.py', lines: { first: 8, last: 8 }, exact: '    return x', before: '  def f(\n    x,\n  ):', after: '\nlast', symbols: ['C', 'f'], commit: 'abc',
    });
  });

  it('leaves blank lines at the ends out, and lines that the file does not have', () => {
    assert.deepEqual(describeCode({ path: 'p', text }, { first: 9, last: 99 })?.lines, { first: 10, last: 10 });
    assert.equal(describeCode({ path: 'p', text }, { first: 3, last: 3 }), undefined);
    assert.equal(describeCode({ path: 'p', text: '' }, { first: 1, last: 1 }), undefined);
  });
});

describe('symbols', () => {
  it('are those that hold all of the lines', () => {
    const symbols = [{ name: 'A', lines: { first: 1, last: 9 }, children: [{ name: 'f', lines: { first: 2, last: 4 }, children: [] }] }];
    assert.deepEqual(symbolPath(symbols, { first: 2, last: 4 }), ['A', 'f']);
    assert.deepEqual(symbolPath(symbols, { first: 3, last: 5 }), ['A']);
    assert.deepEqual(symbolPath(symbols, { first: 9, last: 10 }), []);
  });

  it('are known in the text by their name alone', () => {
    assert.deepEqual(['forward', 'run(int, float)', 'Vec<T>', 'f: number', '(*T).Close', ''].map(nameOf), ['forward', 'run', 'Vec', 'f', 'Close', undefined]);
  });

  it('are told by indentation too, parameters over several lines included', () => {
    assert.deepEqual(enclosingLines(text.split('\r\n'), 8), ['  ):', '  def f(', 'class C:']);
    assert.deepEqual(enclosingLines(['x'], 1), []);
  });
});
