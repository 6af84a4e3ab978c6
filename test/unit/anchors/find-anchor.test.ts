import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describeTarget } from '../../../src/core/anchors/describe-target';
import { findAnchor } from '../../../src/core/anchors/find-anchor';
import type { TextTarget } from '../../../src/core/anchors/text-target';
import { tryEdits } from '../../bench/anchors/score';
import { summarise } from '../../bench/anchors/summary';
import { bundledPapers } from '../search/bundled-papers';

const TEXT =
  'We study attention in long contexts. Attention sinks keep the first tokens. Our method keeps attention exact and needs no training. ' +
  'It is 2.7 times faster than full attention on an A100, and memory grows linearly with the length of the text.';

/** Half of a surrogate pair. */
const LONE = /\p{Cs}/u;

function targetOf(words: string, text = TEXT): TextTarget {
  const start = text.indexOf(words);
  return describeTarget(text, { start, end: start + words.length });
}

/** The words found, with the state. */
function found(text: string, target: TextTarget): string {
  const anchor = findAnchor(text, target);
  return 'range' in anchor ? `${anchor.state}: ${text.slice(anchor.range.start, anchor.range.end)}` : anchor.state;
}

describe('findAnchor', () => {
  it('finds words where they stood', () => {
    assert.equal(found(TEXT, targetOf('keeps attention exact')), 'exact: keeps attention exact');
  });

  it('finds words that moved with their sentence', () => {
    assert.equal(found(`A sentence before. ${TEXT}`, targetOf('Attention sinks')), 'moved: Attention sinks');
  });

  it('tells equal words apart by what stands around them', () => {
    const text = TEXT.replace('We study attention in long contexts. ', '');
    const anchor = findAnchor(text, targetOf('attention', TEXT.slice(TEXT.indexOf('Our method'))));
    assert.deepEqual(anchor, { state: 'moved', range: { start: text.indexOf('attention exact'), end: text.indexOf('attention exact') + 9 } });
  });

  it('takes no look-alike for words that are gone', () => {
    const text = TEXT.replace('We study attention in long contexts. ', '');
    assert.equal(found(text, targetOf('attention')), 'orphaned');
  });

  it('finds words with a typo mended, and says how like they are', () => {
    const before = TEXT.replace('linearly', 'lineraly');
    const anchor = findAnchor(TEXT, targetOf('memory grows lineraly with', before));
    assert.ok(anchor.state === 'fuzzy' && anchor.score > 0.9 && anchor.score < 1);
    assert.equal(found(TEXT, targetOf('memory grows lineraly with', before)), 'fuzzy: memory grows linearly with');
  });

  it('makes no difference between blanks, or between letters composed and not', () => {
    const text = TEXT.replaceAll(' ', '\n');
    assert.equal(found(text, targetOf('keeps attention exact')), 'exact: keeps\nattention\nexact');
    assert.equal(found('Das Gerät ist größer.'.normalize('NFD'), targetOf('größer', 'Das Gerät ist größer.')), `moved: ${'größer'.normalize('NFD')}`);
  });

  it('says so when words differ in capitals or in the shape of quotes', () => {
    const text = TEXT.replace('Attention sinks', 'attention sinks');
    assert.equal(found(text, targetOf('Attention sinks')), 'fuzzy: attention sinks');
  });

  it('finds a quote that something was put into, as a whole', () => {
    const text = TEXT.replace('keeps attention exact', 'keeps attention, unlike others, exact');
    assert.equal(found(text, targetOf('Our method keeps attention exact and needs')), 'fuzzy: Our method keeps attention, unlike others, exact and needs');
  });

  it('is not sure between equal places', () => {
    const sentence = 'Attention sinks keep the first tokens of every text that is read.';
    const text = `One. ${sentence} Two. ${sentence} Three.`;
    const anchor = findAnchor(`Something new. ${text}`, targetOf('keep the first tokens', `${sentence} Three.`));
    assert.ok(anchor.state === 'ambiguous' && anchor.candidates.length === 2);
  });

  it('keeps its place between equal places', () => {
    const text = 'Attention is all. Attention is all. Attention is all.';
    const start = text.indexOf('Attention', 5);
    const anchor = findAnchor(text, describeTarget(text, { start, end: start + 9 }));
    assert.deepEqual(anchor, { state: 'exact', range: { start, end: start + 9 } });
  });

  it('finds a quote that came without context or position, if it is there once', () => {
    const bare = { prefix: '', suffix: '' };
    assert.equal(found(TEXT, { exact: 'needs no training', ...bare }), 'moved: needs no training');
    assert.equal(found(TEXT, { exact: 'attention', ...bare }), 'ambiguous');
    assert.equal(found(TEXT, { exact: 'needs no trainings at', ...bare }), 'orphaned');
  });

  it('finds nothing for a quote of nothing', () => {
    assert.equal(found(TEXT, { exact: '', prefix: '', suffix: '', position: { start: 0, end: 0 } }), 'orphaned');
    assert.equal(found(TEXT, { exact: '  ', prefix: 'We', suffix: 'study' }), 'orphaned');
    assert.equal(found('', targetOf('attention')), 'orphaned');
  });

  it('gives a hostile target up in time', () => {
    const text = 'a b '.repeat(75_000);
    assert.equal(findAnchor(text, { exact: 'b'.repeat(100_000), prefix: 'a'.repeat(100_000), suffix: '' }).state, 'orphaned');
    assert.equal(findAnchor(text, { exact: 'a', prefix: '', suffix: '' }).state, 'ambiguous');
  });

  it('finds any part of any text where it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(), fc.nat(), (text, from, to) => {
        const start = Math.min(from % (text.length + 1), to % (text.length + 1));
        const target = describeTarget(text, { start, end: Math.max(from % (text.length + 1), to % (text.length + 1)) });
        const anchor = findAnchor(text, target);
        if (anchor.state === 'exact') {
          assert.equal(text.slice(anchor.range.start, anchor.range.end).trim() === '', target.exact.trim() === '');
        } else {
          // Nothing to see is nothing to find; letters that compose with their neighbours are no letters of their own.
          assert.notEqual(anchor.state, 'fuzzy');
        }
      }),
    );
  });

  it('finds words where they stood, and moved with all that stands before them', () => {
    const words = fc.array(fc.stringMatching(/^[a-zä𝔸]{2,9}$/u), { minLength: 12, maxLength: 40 });
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), fc.stringMatching(/^[A-Z][A-Z ]{0,60}\. $/), (all, from, count, before) => {
        const text = all.map((word, index) => `${word}${index}`).join(' ');
        const first = from % all.length;
        const start = all.slice(0, first).reduce((length, word, index) => length + `${word}${index} `.length, 0);
        const end = start + all.slice(first, first + 1 + (count % 6)).map((word, index) => `${word}${first + index}`).join(' ').length;
        const target = describeTarget(text, { start, end });
        assert.deepEqual(findAnchor(text, target), { state: 'exact', range: { start, end } });
        assert.deepEqual(findAnchor(before + text, target), { state: 'moved', range: { start: start + before.length, end: end + before.length } });
      }),
    );
  });

  it('gives only places that the text has, of whole characters', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 120 });
    const target = fc.record({ exact: text, prefix: text, suffix: text, position: fc.record({ start: fc.integer({ min: -5, max: 150 }), end: fc.integer({ min: -5, max: 150 }) }) });
    fc.assert(
      fc.property(text, target, (source, sought) => {
        const anchor = findAnchor(source, sought);
        const ranges = 'range' in anchor ? [anchor.range] : anchor.state === 'ambiguous' ? anchor.candidates : [];
        for (const { start, end } of ranges) {
          assert.ok(start >= 0 && start < end && end <= source.length);
          assert.ok(!LONE.test(source.slice(start, end)) || LONE.test(source));
        }
      }),
    );
  });

  it('lands on the right words after edits of real abstracts, or says that it does not', function () {
    this.timeout(120_000);
    const { recognisable, right, wrong, gone, goneWrong } = summarise(tryEdits(bundledPapers.map(({ abstract }) => abstract), 300, 7));
    assert.ok(recognisable > 150 && gone > 50, 'the edits leave both kinds');
    // 99 %, and one more: of so few, one is half a per cent. The command measures them on 2,000.
    assert.ok(right >= recognisable * 0.99 - 1, `${right} of ${recognisable}`);
    assert.ok(wrong / recognisable <= 0.005, `${wrong} elsewhere`);
    assert.equal(goneWrong, 0, 'none that is gone is found');
  });
});
