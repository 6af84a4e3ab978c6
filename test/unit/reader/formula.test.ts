import assert from 'node:assert/strict';
import { formulaAt, hasFormula } from '../../../webview/reader/formula';
import { formulaHtml } from '../../../webview/reader/formula-html';
import { styledLetters } from '../../../webview/reader/math-letters';

describe('a formula in a text', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['$x$ y', 'x'],
    ['$x$', 'x'],
    ['$O(n \\log n)$, and', 'O(n \\log n)'],
    ['$1.5\\times$ faster', '1.5\\times'],
    ['$a \\$ b$', 'a \\$ b'],
    ['\\(W_1\\) between', 'W_1'],
    ['$$\\frac{a}{b}$$', '\\frac{a}{b}'],
    ['$ x$', undefined],
    ['$x $', undefined],
    ['$5 and $10', undefined],
    ['$5 each, or 4$', undefined],
    ['$$', undefined],
    ['$x', undefined],
    ['$x\ny$', undefined],
    ['\\(see\\ below', undefined],
    ['x$y$', undefined],
  ];
  for (const [text, tex] of cases) {
    it(`${JSON.stringify(text)} starts with ${tex === undefined ? 'none' : JSON.stringify(tex)}`, () => {
      assert.equal(formulaAt(text)?.tex, tex);
    });
  }

  for (const [text, has] of [['It costs $5, or $6 with \\(it', false], ['of size $O(n)$, for $5', true], ['that \\(W_1\\) is', true], ['nothing', false]] as const) {
    it(`is ${has ? '' : 'not '}found in ${JSON.stringify(text)}`, () => {
      assert.equal(hasFormula(text), has);
    });
  }

  for (const tex of ['\\mathbb{R}^{N \\times d}', '\\fcolorbox{red}{blue}{$x$}']) {
    it(`is MathML without styles: ${tex}`, () => {
      const html = formulaHtml({ raw: '', tex, display: true }) ?? '';
      assert.match(html, /<math [^>]*display="block"/);
      assert.doesNotMatch(html, / style=/);
    });
  }

  it('keeps words that look like a style', () => {
    assert.match(formulaHtml({ raw: '', tex: '\\text{a style="b"}', display: false }) ?? '', /style=&quot;b&quot;/);
  });

  it('is none when it cannot be read', () => {
    assert.equal(formulaHtml({ raw: '', tex: '\\frac{', display: false }), undefined);
  });
});

describe('styled letters', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['double-struck', 'RNd1', 'ℝℕ𝕕𝟙'],
    ['script', 'LA', 'ℒ𝒜'],
    ['fraktur', 'gC', '𝔤ℭ'],
    ['bold', 'xZ9', '𝐱𝐙𝟗'],
    ['script', '3', '3'],
    ['bold', 'θ+', 'θ+'],
    ['normal', 'R', 'R'],
  ];
  for (const [variant, plain, styled] of cases) {
    it(`${plain} in ${variant} is ${styled}`, () => {
      assert.equal(styledLetters(plain, variant), styled);
    });
  }
});
