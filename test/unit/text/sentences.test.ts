import assert from 'node:assert/strict';
import { sentenceAt, sentencesOf } from '../../../src/core/text/sentences';

const cases: readonly (readonly [name: string, sentences: readonly string[]])[] = [
  ['full stops, questions and exclamations', ['We ask why.', 'Is it so?', 'It is!', 'We show how.']],
  ['for example and that is', ['Models (e.g. GPT-4, i.e. LLMs) fail.', 'Some, e.g., Mamba, do not.']],
  ['authors and figures', ['As Dao et al. (2022) say in Fig. 2 and Eq. (3), it works.', 'See Sec. 4.']],
  ['versus and with respect to', ['Adam vs. SGD w.r.t. Speed is open.', 'We look.']],
  ['decimals and versions', ['It is 2.72x faster than Llama-3.18B.', 'Version 2.0 follows.']],
  ['an address at the end', ['Code is at https://github.com/a/b.git.', 'Models are at http://x.org/y?z=1.']],
  ['a small letter goes on', ['We use the .5 rule vs. the rest ... and go on.']],
  ['quotes and brackets close with the sentence', ['He said "no."', '(It was so.)', 'We go on.']],
  ['a name that begins small', ['This is known.', 'iMAML needs more.']],
  ['an initial, and a letter that ends a sentence', ['J. Smith found a rank R.', 'We do not.']],
  ['no. as a word', ['Is it No. 5?', 'We say no.', 'They agree.']],
];

describe('sentences', () => {
  for (const [name, sentences] of cases) {
    it(`knows ${name}`, () => {
      const text = sentences.join(' ');
      assert.deepEqual(textsOf(text), sentences);
    });
  }

  it('end with a heading, a list item and a paragraph', () => {
    const text = '# Overview\nWe do this\nover two lines. Then that\n\n- first, e.g. one\n- second\n\n1. Third. More of it.\n## End\nDone';
    assert.deepEqual(textsOf(text), [
      '# Overview', 'We do this\nover two lines.', 'Then that', '- first, e.g. one', '- second', '1. Third.', 'More of it.', '## End', 'Done',
    ]);
  });

  it('are none in a text of blanks', () => {
    assert.deepEqual(sentencesOf(' \n\n '), []);
    assert.deepEqual(sentencesOf(''), []);
  });

  it('are found by offset, and between two the one before', () => {
    const text = ' One. Two.';
    const sentences = sentencesOf(text);
    assert.equal(sentenceAt(sentences, 0), undefined);
    assert.equal(sentenceAt(sentences, 1), sentences[0]);
    assert.equal(sentenceAt(sentences, 5), sentences[0]);
    assert.equal(sentenceAt(sentences, 9), sentences[1]);
  });

  it('are cut in time in proportion to the length, whatever the text holds', () => {
    for (const piece of ['. ', '.'.repeat(50), '\n \n', '....x', '"'.repeat(40), 'e.g. ', '#'.repeat(7), ' ']) {
      const text = piece.repeat(200_000 / piece.length);
      const kept = sentencesOf(text).reduce((sum, { start, end }) => sum + end - start, 0);
      assert.ok(kept <= text.length);
    }
  });
});

function textsOf(text: string): readonly string[] {
  return sentencesOf(text).map(({ start, end }) => text.slice(start, end));
}
