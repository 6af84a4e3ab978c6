import assert from 'node:assert/strict';
import { parseDailyPapersText } from '../../../src/core/papers/formats/daily-papers-text';
import { outlineOf } from '../../../src/core/papers/page-outline';
import { bundledDigest, bundledPage, digestOf, readProjectFile } from './pages';

const textOf = (text: string, { first, last }: { readonly first: number; readonly last: number }) => text.split('\n').slice(first, last + 1);

describe('the outline of a digest', () => {
  it('holds every paper of the bundled page, from its title to its date', () => {
    const outline = outlineOf(bundledDigest, bundledPage);
    assert.equal(outline.length, 42);
    for (const entry of outline) {
      const lines = textOf(bundledPage, entry);
      assert.equal(lines[0], entry.title);
      assert.match(lines.at(-1) ?? '', /^[A-Z][a-z]{2} \d{1,2}, \d{4}( \d+)?$/u);
      assert.equal(entry.titleLine, entry.first);
    }
  });

  it('covers each line once, in order, also after lines were lost', () => {
    const text = readProjectFile('test/fixtures/digests/lines-lost.txt');
    const outline = outlineOf(parseDailyPapersText(text), text);
    assert.ok(outline.length > 5);
    outline.forEach((entry, index) => {
      assert.ok(entry.first <= entry.titleLine && entry.titleLine <= entry.last, entry.title);
      assert.ok(entry.first > (outline[index - 1]?.last ?? -1), entry.title);
    });
  });

  it('keeps the upvotes of the next paper out, and the comments of this one in', () => {
    const entry = (title: string) => [' [-] 24', '', 'https://x.example/login', '', title, '', 'https://x.example/1', '', 'Words.', '', '·', '', 'Jul 4, 2024 ', '', '3', '', 'https://x.example/1#community', ''];
    const text = ['new', '', ...entry('One'), ...entry('Two')].join('\n');
    const digest = { ...digestOf('2024-07-04', [{ title: 'One', abstract: '' }, { title: 'Two', abstract: '' }]), lines: [7, 25] };
    const outline = outlineOf(digest, text);
    assert.deepEqual(outline.map((each) => textOf(text, each)).map((lines) => [lines[0], lines.at(-1)]), [
      ['One', 'https://x.example/1#community'],
      ['Two', 'https://x.example/1#community'],
    ]);
  });

  it('ends a paper without a date at its last words', () => {
    const text = ['One', '', 'Words.', '', ' [-] 24', '', 'https://x.example/login', '', 'Two', '', 'Words.', ''].join('\n');
    const digest = { ...digestOf('2024-07-04', [{ title: 'One', abstract: '' }, { title: 'Two', abstract: '' }]), lines: [1, 9] };
    assert.deepEqual(outlineOf(digest, text).map(({ first, last }) => [first, last]), [[0, 2], [8, 10]]);
  });

  it('comes to an end with lines of blanks that hold a word at their very end', () => {
    const text = `One\n\n${' '.repeat(200_000)}x\n\nJul 4, 2024\n\n${' '.repeat(200_000)}x`;
    const digest = { ...digestOf('2024-07-04', [{ title: 'One', abstract: '' }]), lines: [1] };
    assert.deepEqual(outlineOf(digest, text).map(({ first, last }) => [first, last]), [[0, 4]]);
  });

  it('stays within the text when a made-up title is nowhere in it', () => {
    const digest = { ...digestOf('2024-07-04', [{ title: 'Made up…', abstract: '' }]), lines: [2] };
    assert.deepEqual(outlineOf(digest, '\nWords.'), [{ title: 'Made up…', first: 1, last: 1, titleLine: 1 }]);
  });
});
