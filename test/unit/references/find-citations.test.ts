import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findCitations } from '../../../src/core/references/find-citations';

const SEED = 20260109;

/** What is cited, as `kind id: words`. */
function cited(text: string): readonly string[] {
  return findCitations(text).map(({ kind, id, start, end }) => `${kind} ${id}: ${text.slice(start, end)}`);
}

const CITATIONS: readonly (readonly [string, string, ...string[]])[] = [
  ['a key', '# Tiles as in @paper:flashattention.', 'key flashattention: @paper:flashattention'],
  ['a key in brackets', '(@paper:lm-infinite)', 'key lm-infinite: @paper:lm-infinite'],
  ['a key as it was mistyped', '@paper:Flash_Attention', 'key Flash_Attention: @paper:Flash_Attention'],
  ['an arXiv identifier', '// see arXiv:2205.14135v2, section 3', 'arxiv 2205.14135: arXiv:2205.14135v2'],
  ['an arXiv identifier after a blank', 'arXiv: 2205.14135', 'arxiv 2205.14135: arXiv: 2205.14135'],
  ['an identifier of the old style', 'hep-ex/0307015', 'arxiv hep-ex/0307015: hep-ex/0307015'],
  ['an identifier of the old style with its class', 'arXiv:math.GT/0309136v1', 'arxiv math/0309136: arXiv:math.GT/0309136v1'],
  ['an abstract page', 'https://arxiv.org/abs/2205.14135v2.', 'arxiv 2205.14135: https://arxiv.org/abs/2205.14135v2'],
  ['a PDF', '<https://arxiv.org/pdf/2205.14135v1.pdf>', 'arxiv 2205.14135: https://arxiv.org/pdf/2205.14135v1.pdf'],
  ['an HTML page', 'http://www.arxiv.org/html/2205.14135', 'arxiv 2205.14135: http://www.arxiv.org/html/2205.14135'],
  ['a page of Hugging Face', 'https://huggingface.co/papers/2205.14135', 'arxiv 2205.14135: https://huggingface.co/papers/2205.14135'],
  ['a DOI', 'doi:10.1145/3292500.3330701.', 'doi 10.1145/3292500.3330701: doi:10.1145/3292500.3330701'],
  ['the address of a DOI', 'https://doi.org/10.1145/3292500.3330701?x=1', 'doi 10.1145/3292500.3330701: https://doi.org/10.1145/3292500.3330701'],
  ['a bare DOI in brackets', '(10.1016/S0140-6736(20)30183-5)', 'doi 10.1016/s0140-6736(20)30183-5: 10.1016/S0140-6736(20)30183-5'],
  ['a DOI in BibTeX', 'doi = {10.1145/3292500.3330701},', 'doi 10.1145/3292500.3330701: 10.1145/3292500.3330701'],
  ['a DOI before the end of a comment', '/* 10.1145/3292500.3330701*/', 'doi 10.1145/3292500.3330701: 10.1145/3292500.3330701'],
  ['a DOI of arXiv', '10.48550/arXiv.2205.14135', 'arxiv 2205.14135: 10.48550/arXiv.2205.14135'],
  ['a repository', 'https://github.com/THUDM/LongWriter', 'repository github.com/thudm/longwriter: https://github.com/THUDM/LongWriter'],
  ['a clone address', 'git@github.com:THUDM/LongWriter.git', 'repository github.com/thudm/longwriter: git@github.com:THUDM/LongWriter.git'],
  ['a path in a repository', 'github.com/a/b/blob/main/x.py#L3).', 'repository github.com/a/b/blob/main/x.py: github.com/a/b/blob/main/x.py'],
  ['a page of alphaXiv', 'https://www.alphaxiv.org/overview/2205.14135v2', 'arxiv 2205.14135: https://www.alphaxiv.org/overview/2205.14135v2'],
  ['a model', 'https://hf.co/THUDM/LongWriter-glm4-9b/tree/main', 'repository huggingface.co/thudm/longwriter-glm4-9b/tree/main: https://hf.co/THUDM/LongWriter-glm4-9b/tree/main'],
  ['a key right after the mark of a comment', '//@paper:a', 'key a: @paper:a'],
  ['several on a line', '@paper:a, arXiv:2205.14135 @paper:b', 'key a: @paper:a', 'arxiv 2205.14135: arXiv:2205.14135', 'key b: @paper:b'],
  ['what stands after an astral character', '𝒳 @paper:a', 'key a: @paper:a'],
];

const TRAPS: readonly (readonly [string, string])[] = [
  ['a version', 'torch==2205.14135'],
  ['a decimal', 'x = 2205.14135 + 10.48550'],
  ['a division', 'y = 10.1234/width'],
  ['a longer number', '110.1145/3292500'],
  ['a mail address', 'me@paper:8080, a.b@paper:key'],
  ['a path', 'packages/@paper:x, ./@paper:x, a-/@paper:x'],
  ['a decorator', '@paper: str'],
  ['a template', '@paper:${key}'],
  ['an impossible month', 'arXiv:2213.14135'],
  ['a date as a path', 'logs/0307015'],
  ['an import of a module', "import x from 'github.com'"],
  ['an owner without a repository', 'https://github.com/THUDM'],
  ['another host', 'https://notgithub.com/a/b'],
  ['a minified line', `${'x=1;'.repeat(3000)}/* @paper:a */`],
];

describe('citations in a text', () => {
  for (const [name, text, ...expected] of CITATIONS) {
    it(`are found: ${name}`, () => {
      assert.deepEqual(cited(text), expected);
    });
  }

  for (const [name, text] of TRAPS) {
    it(`are not seen in ${name}`, () => {
      assert.deepEqual(cited(text), []);
    });
  }

  it('are found beside a minified line', () => {
    assert.deepEqual(cited(`@paper:a\n${'x=1;'.repeat(3000)}\n@paper:b`), ['key a: @paper:a', 'key b: @paper:b']);
  });

  it('are in order, apart from each other, whatever the text', () => {
    const pieces = fc.constantFrom('@paper:', 'a', '-', ' ', '\n', 'arXiv:', '2205.14135', 'v2', '10.1145/', '(', ')', 'https://', 'github.com/', 'a/b', '.', 'hep-ex/0307015', '/');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        let end = 0;
        for (const citation of findCitations(text)) {
          assert.ok(citation.start >= end && citation.end > citation.start && citation.end <= text.length);
          end = citation.end;
        }
      }),
      { seed: SEED },
    );
  });

  it('come to an end with a long text of anything', () => {
    for (const piece of ['@paper:', '@paper:a-', 'a-', 'arXiv:', 'arxiv.org/', '10.1145/', '10.1145.', '10.1145/(', 'https://github.com/', 'github.com/a/', 'huggingface.co/', 'alphaxiv.org/abs/', 'a/1', 'a.', 'hep-ex/030701', 'doi ', 'www.']) {
      const text = `${piece.repeat(Math.floor(9_000 / piece.length))}\n`.repeat(100);
      assert.ok(findCitations(`@paper:a ${text}`).length > 0, piece);
    }
  });
});
