import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findLinks } from '../../../src/core/papers/links';
import { abstractHtml } from '../../../webview/reader/abstract';
import { formulaHtml } from '../../../webview/reader/formula-html';
import { setFormulasBy } from '../../../webview/reader/formulas';
import { formulaAt } from '../../../webview/reader/formula';
import { SourceMap, type ShownPiece } from '../../../webview/reader/source-map';
import { bundledPapers } from '../search/bundled-papers';

setFormulasBy(formulaHtml);

/** Text nodes of the HTML as a browser has them; those of a formula are one piece. */
function shownPieces(source: string): readonly ShownPiece[] {
  const html = abstractHtml(source, findLinks(source)).replace(/<annotation .*?<\/annotation>/gs, '');
  return html.split(/(<span class="katex">.*?<\/math><\/span>)/gs).flatMap((part): readonly ShownPiece[] => {
    const isFormula = part.startsWith('<span class="katex">');
    const texts = part.split(/<[^>]*>/gu).map(decoded);
    return isFormula ? [{ text: texts.join(''), isFormula }] : texts.map((text) => ({ text, isFormula }));
  });
}

function decoded(text: string): string {
  return text
    .replace(/&#(?:x([\da-f]+)|(\d+));/giu, (_, hexadecimal?: string, decimal?: string) => String.fromCodePoint(hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)))
    .replace(/&(lt|gt|quot|nbsp|eacute|amp);/gu, (entity, name: string) => ({ lt: '<', gt: '>', quot: '"', nbsp: '\u00A0', eacute: 'é', amp: '&' })[name] ?? entity);
}

function mapped(source: string) {
  const pieces = shownPieces(source);
  const shown = pieces.map(({ text }) => text).join('');
  const map = new SourceMap(source, pieces);
  return {
    shown,
    map,
    /** What of the source words of the shown text stand for. */
    sourceOf: (words: string): string | undefined => {
      const start = shown.indexOf(words);
      assert.ok(start >= 0, `${words} is shown in ${shown}`);
      const range = map.toSource({ start, end: start + words.length });
      return range && source.slice(range.start, range.end);
    },
    shownFor: (words: string): string | undefined => {
      const start = source.indexOf(words);
      const range = map.toShown({ start, end: start + words.length });
      return range && shown.slice(range.start, range.end);
    },
  };
}

/** Formulas of a source, where they are. */
function formulasIn(source: string): readonly { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const { index } of source.matchAll(/\$|\\\(/gu)) {
    const formula = index >= (found.at(-1)?.end ?? 0) ? formulaAt(source.slice(index)) : undefined;
    if (formula) {
      found.push({ start: index, end: index + formula.raw.length });
    }
  }
  return found;
}

const SOURCE_OF: readonly (readonly [name: string, source: string, words: string, expected: string])[] = [
  ['plain words', 'It is 3x faster.', '3x', '3x'],
  ['emphasised words', 'an **IO-aware** one', 'IO-aware', 'IO-aware'],
  ['words across emphasis', 'an **IO-aware** *exact* one', 'aware exact', 'aware** *exact'],
  ['escaped signs', 'a 77\\% gain', '77% gain', '77\\% gain'],
  ['entities', 'R&amp;D at A&#66;C', 'R&D at ABC', 'R&amp;D at A&#66;C'],
  ['links with other words', 'see [the code](https://a.org/code) for code', 'code for', 'code](https://a.org/code) for'],
  ['the word after a link to it', 'see [it](https://code.org) code here', 'code', 'code'],
  ['line breaks', 'one\ntwo\n\nthree', 'two\nthree', 'two\n\nthree'],
  ['list items', '1. first\n2. second', 'second', 'second'],
  ['brackets that are shown', 'the [RET] token', '[RET]', '[RET]'],
  ['powers', 'E^2 and A^* search', 'A^* search', 'A^* search'],
  ['a part of a formula', 'in $O(N^2)$ time', 'O', '$O(N^2)$'],
  ['words across a formula', 'in $O(N)$ time', 'in O(N) time', 'in $O(N)$ time'],
  ['words after formulas', 'from $x$ to $y$, at $3\\times$ cost', 'cost', 'cost'],
  ['astral letters', '𝒪𝒪 is **fast**', 'is fast', 'is **fast'],
  ['combining marks', 'Poincare\u0301 *maps*', 'Poincare\u0301 maps', 'Poincare\u0301 *maps'],
];

describe('the source of what is shown of an abstract', () => {
  for (const [name, source, words, expected] of SOURCE_OF) {
    it(`is found for ${name}`, () => assert.equal(mapped(source).sourceOf(words), expected));
  }

  it('is shown with whole formulas', () => {
    assert.equal(mapped('in $O(N^2)$ time').shownFor('N^2'), 'O(N2)');
    assert.equal(mapped('in $O(N^2)$ time').shownFor('N^2)$ ti'), 'O(N2) ti');
  });

  it('is nowhere for what is shown otherwise, and known after it', () => {
    const { sourceOf, shownFor } = mapped('the caf&eacute; of the neighbourhood is open');
    assert.equal(sourceOf('caf'), 'caf');
    assert.equal(shownFor('&eacute;'), undefined);
    assert.equal(sourceOf('neighbourhood'), 'neighbourhood');
  });

  it('is the word itself for every word of the bundled abstracts', () => {
    for (const { key, abstract } of bundledPapers) {
      const { map } = mapped(abstract);
      const formulas = formulasIn(abstract);
      for (const { index: start, 0: word } of abstract.matchAll(/[\p{L}\p{N}]+/gu)) {
        const range = { start, end: start + word.length };
        const formula = formulas.find((one) => one.start <= start && start < one.end);
        const shown = map.toShown(range);
        assert.deepEqual(shown && map.toSource(shown), formula ?? range, `${key}: ${word} at ${start}`);
      }
    }
  });

  it('never is other letters than those shown', () => {
    const part = fc.constantFrom('word ', '**bold** ', '*it* ', '$x^2$ ', '\\% ', '&amp; ', '[a](https://a.org/b) ', '`code` ', '\n\n', '- ', '[x] ', '1. ', '* ', '&eacute; ', '𝒪 ', '](', '$');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }).map((parts) => parts.join('')), (source) => {
        const { map, shown } = mapped(source);
        for (const { index: start, 0: word } of shown.matchAll(/word|bold|code/gu)) {
          const range = map.toSource({ start, end: start + word.length });
          assert.ok(range === undefined || source.slice(range.start, range.end) === word);
        }
      }),
      { seed: 20260109, numRuns: 300 },
    );
  });
});
