import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SearchEngine } from '../../../src/core/search/engine';
import type { TextMatch } from '../../../src/core/search/highlight';
import { SNIPPET_LENGTH, snippetOf } from '../../../src/core/search/snippet';
import { aDocument, bundledEngine } from './bundled-papers';

/** The matched stretches of the first hit for a query over one paper. */
function matched(query: string, title: string, abstract = ''): { title: string[]; snippet: string[] } {
  const [hit] = SearchEngine.build([aDocument({ title, abstract })]).search(query);
  assert.ok(hit, `nothing found for ${query}`);
  return {
    title: hit.title.map(({ start, end }) => title.slice(start, end)),
    snippet: hit.snippet.ranges.map(({ start, end }) => hit.snippet.text.slice(start, end)),
  };
}

const titleCases: readonly (readonly [name: string, query: string, title: string, matched: readonly string[]])[] = [
  ['a word as typed', 'exact ', 'Fast and Exact Attention', ['Exact']],
  ['the whole of a word that two typed words are', 'flash attention', 'FlashAttention: Fast Exact Attention', ['FlashAttention', 'Attention']],
  ['the whole of a compound typed as one word', 'longclip', 'Long-CLIP: Unlocking', ['Long-CLIP']],
  ['the part of a compound that was typed', 'clip ', 'Long-CLIP: Unlocking', ['CLIP']],
  ['the whole of a word that was begun', 'gener', 'On Length Generalization', ['Generalization']],
  ['another form of the word', 'policy ', 'Two Policies', ['Policies']],
  ['the word that was meant', 'atention ', 'Sparse Attention', ['Attention']],
  ['both halves of a compound', 'longcontext ', 'Long and Wide Context', ['Long', 'Context']],
  ['another name as a whole', 'ssm ', 'A State Space Model of Models', ['State Space Model']],
  ['nothing for a stop word beside telling ones', 'the cache ', 'The Cache', ['Cache']],
];

describe('what is marked in a title', () => {
  for (const [name, query, title, expected] of titleCases) {
    it(`is ${name}`, () => assert.deepEqual(matched(query, title).title, expected));
  }
});

describe('the snippet of a hit', () => {
  it('is the whole of a short abstract', () => {
    const [hit] = SearchEngine.build([aDocument({ abstract: 'A cache of keys.' })]).search('keys');
    assert.deepEqual(hit?.snippet, { text: 'A cache of keys.', ranges: [{ start: 11, end: 15 }] });
  });

  it('is the stretch in which most of the words stand', () => {
    const filler = 'Other words that say nothing go on for a while here. '.repeat(8);
    const abstract = `Attention comes first. ${filler}Attention needs a cache of keys. ${filler}`;
    const found = matched('attention cache keys ', 'A Title', abstract);
    assert.deepEqual(found.snippet, ['Attention', 'cache', 'keys']);
  });

  it('is the beginning when only the title matched', () => {
    const abstract = 'Words of an abstract. '.repeat(30);
    const [hit] = SearchEngine.build([aDocument({ title: 'Cache', abstract })]).search('cache');
    assert.match(hit?.snippet.text ?? '', /^Words of an abstract\..*…$/);
    assert.deepEqual(hit?.snippet.ranges, []);
  });

  it('is cut between words of the bundled abstracts', () => {
    const hits = bundledEngine.search('long context', 42);
    assert.ok(hits.length > 10);
    for (const { snippet } of hits) {
      assert.ok(snippet.text.length <= SNIPPET_LENGTH + 2, `${snippet.text.length} characters`);
      assert.doesNotMatch(snippet.text, /^…\s|\s…$/);
    }
  });

  it('begins and ends with whole words, whatever the text', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 120 });
    fc.assert(
      fc.property(words, fc.nat(), (list, pick) => {
        const text = list.join(' ');
        const chosen = pick % list.length;
        const start = list.slice(0, chosen).join(' ').length + (chosen > 0 ? 1 : 0);
        const match: TextMatch = { start, end: start + (list[chosen] ?? '').length, word: 0 };
        const snippet = snippetOf(text, [match]);
        const [range] = snippet.ranges;
        assert.ok(range, 'the match is shown');
        assert.equal(snippet.text.slice(range.start, range.end), list[chosen]);
        assert.ok(` ${text} `.includes(` ${snippet.text.replaceAll('…', '')} `));
        assert.ok(snippet.text.length <= SNIPPET_LENGTH + 2);
      }),
    );
  });

  it('cuts no character in two when a text has no blanks', () => {
    const text = `${'😀'.repeat(400)}a`;
    const { text: shown } = snippetOf(text, [{ start: 700, end: 702, word: 0 }]);
    assert.match(shown, /^…(?:😀)+…$/u);
  });
});
