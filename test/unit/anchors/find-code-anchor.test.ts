import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clueCounter } from '../../../src/core/anchors/code-clues';
import type { CodeFile, CodeTarget } from '../../../src/core/anchors/code-target';
import { linesOf } from '../../../src/core/anchors/code-text';
import { describeCode } from '../../../src/core/anchors/describe-code';
import { findCodeAnchor } from '../../../src/core/anchors/find-code-anchor';
import { readCode } from '../../bench/anchors/code-corpus';
import { tryCodeEdits } from '../../bench/anchors/code-score';
import { summarise } from '../../bench/anchors/summary';

const SEED = 20261124;

const CODE = `import math

class Attention(Module):
    def __init__(self, config):
        super().__init__()
        self.scale = 1 / math.sqrt(config.head_size)

    def forward(self, q, k, v):
        scores = q @ k.transpose(-2, -1) * self.scale
        weights = scores.softmax(dim=-1)
        return weights @ v


def causal_mask(size):
    rows = arange(size)[:, None]
    return rows >= arange(size)[None, :]
`;

const FORWARD = { first: 8, last: 11 };
const SYMBOLS = [
  { name: 'Attention', lines: { first: 3, last: 11 }, children: [{ name: '__init__', lines: { first: 4, last: 6 }, children: [] }, { name: 'forward', lines: FORWARD, children: [] }] },
  { name: 'causal_mask', lines: { first: 14, last: 16 }, children: [] },
];

const file = (path: string, text: string): CodeFile => ({ path, text });

function target(lines = FORWARD, text = CODE): CodeTarget {
  const made = describeCode(file('model/attention.py', text), lines, { symbols: SYMBOLS });
  assert.ok(made);
  return made;
}

/** The state, and where: `moved attention.py:9-12`. */
function found(sought: CodeTarget, ...files: readonly CodeFile[]): string {
  const anchor = findCodeAnchor(sought, files);
  return 'place' in anchor ? `${anchor.state} ${anchor.place.file.path}:${anchor.place.lines.first}-${anchor.place.lines.last}` : anchor.state;
}

const own = (text: string) => file('model/attention.py', text);

describe('findCodeAnchor', () => {
  it('finds code where it stood', () => {
    assert.equal(found(target(), own(CODE)), 'exact model/attention.py:8-11');
  });

  it('finds it below lines that were put in', () => {
    assert.equal(found(target(), own(`# A licence\n# of two lines\n${CODE}`)), 'moved model/attention.py:10-13');
  });

  it('makes no difference between blanks, line ends and line breaks', () => {
    assert.equal(found(target(), own(CODE.replaceAll('    ', '\t').replaceAll('\n', '\r\n'))), 'exact model/attention.py:8-11');
    assert.equal(found(target(), own(CODE.replace('q, k, v', 'q,\n            k,\n            v'))), 'exact model/attention.py:8-13');
  });

  it('finds it with a name changed, and says how like it is', () => {
    const anchor = findCodeAnchor(target(), [own(CODE.replaceAll('scores', 'logits'))]);
    assert.ok(anchor.state === 'changed' && anchor.score > 0.85 && anchor.score < 1);
    assert.deepEqual(anchor.place.lines, FORWARD);
  });

  it('finds it in a file that was renamed, and in another file', () => {
    assert.equal(found(target(), file('model/attend.py', CODE)), 'movedFile model/attend.py:8-11');
    const moved = `def other(): pass\n\n${linesOf(CODE).slice(7, 11).join('\n')}\n`;
    assert.equal(found(target(), own(CODE.replace(linesOf(CODE).slice(7, 11).join('\n'), '')), file('core/heads.py', moved)), 'movedFile core/heads.py:3-6');
  });

  it('takes the place of its own file before a copy elsewhere, and asks between two copies', () => {
    assert.equal(found(target(), own(`\n${CODE}`), file('copy/attention.py', CODE)), 'moved model/attention.py:9-12');
    const anchor = findCodeAnchor(target(), [file('one/attention.py', CODE), file('two/attention.py', CODE)]);
    assert.ok(anchor.state === 'ambiguous');
    assert.deepEqual(anchor.candidates.map((place) => place.file.path), ['one/attention.py', 'two/attention.py']);
  });

  it('takes no other function for one that is gone', () => {
    const without = linesOf(CODE).filter((_, index) => index < 7 || index > 10).join('\n');
    assert.equal(found(target(), own(without), file('x.py', CODE.slice(0, 120))), 'orphaned');
    assert.equal(found(target()), 'orphaned');
  });

  it('tells a short line by what stands around it, and by nothing else', () => {
    const line = target({ first: 11, last: 11 });
    const text = `def first(weights, v):\n    return weights @ v\n\n${CODE}`;
    assert.equal(found(line, own(text)), 'moved model/attention.py:14-14');
    assert.equal(found(line, file('other.py', 'def first(weights, v):\n    return weights @ v\n')), 'orphaned');
  });

  it('says that a line was changed that stands between its neighbours still', () => {
    assert.equal(found(target({ first: 10, last: 10 }), own(CODE.replace('scores.softmax(dim=-1)', 'softcap(scores).softmax(-1)'))), 'changed model/attention.py:10-10');
  });

  it('finds at least 99 % of what edits leave recognisable, and nothing of what they take away in silence', async () => {
    const summary = summarise(tryCodeEdits(await readCode(), 400, SEED));
    assert.ok(summary.recognisable > 200 && summary.gone > 100, JSON.stringify(summary));
    // 99 %, and one more: the command measures it on 2,000.
    assert.ok(summary.right >= summary.recognisable * 0.99 - 1, JSON.stringify(summary));
    assert.equal(summary.goneSilent, 0);
  }).timeout(60_000);

  it('finds in any text only lines that it has', () => {
    const line = fc.constantFrom('', '  ', '}', 'return x', 'x = 1', '\tx = 1 ', 'def f(x):', '𝒳 = 1', '\uD800', 'x\r', 'naïve = "é"', 'a'.repeat(300));
    const text = fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, fc.nat(30), fc.nat(10), (before, after, first, length) => {
        const sought = describeCode(file('a', before), { first, last: first + length });
        if (sought === undefined) {
          return;
        }
        assert.equal(found(sought, file('a', before)), `exact a:${sought.lines.first}-${sought.lines.last}`);
        const anchor = findCodeAnchor(sought, [file('a', after), file('b', before)]);
        for (const { file: holder, lines } of 'place' in anchor ? [anchor.place] : anchor.state === 'ambiguous' ? anchor.candidates : []) {
          assert.ok(lines.first >= 1 && lines.last >= lines.first && lines.last <= linesOf(holder.text).length);
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});

describe('clues', () => {
  it('are the lines of a target and its name, wherever they stand', () => {
    const count = clueCounter(target());
    assert.ok(count(CODE) >= 4);
    assert.equal(count('def forward(x): pass'), 1);
    assert.equal(count('nothing of it'), 0);
  });
});
