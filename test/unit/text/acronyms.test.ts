import assert from 'node:assert/strict';
import fc from 'fast-check';
import { acronymsOf, placesOf } from '../../../src/core/text/acronyms';
import { bundledPapers } from '../search/bundled-papers';

const CASES: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
  ['We use Chain-of-Thought (CoT) prompts.', [['CoT', 'Chain-of-Thought']]],
  ['Large Language Models (LLMs) are large.', [['LLMs', 'Large Language Models']]],
  ['with retrieval-augmented generation (RAG; Lewis et al.)', [['RAG', 'retrieval-augmented generation']]],
  ['the **Mixture of Experts** (MoE) layer', [['MoE', 'Mixture of Experts']]],
  ['the *key-value (KV)* cache', [['KV', 'key-value']]],
  ['PPO (Proximal Policy Optimization) is used', [['PPO', 'Proximal Policy Optimization']]],
  ['high bandwidth memory (HBM) and static RAM (SRAM). HBM is slow', [['HBM', 'high bandwidth memory'], ['SRAM', 'static RAM']]],
  ['as a "Needle-in-a-Haystack" (NIAH) test', [['NIAH', 'Needle-in-a-Haystack']]],
  ['the human immunodeficiency virus (HIV)', [['HIV', 'human immunodeficiency virus']]],
  ['These results hold. Later (TRL) is used', []],
  ['better (ours) than (2023) and (e.g., GPT)', []],
  ['as in Figure 2 (A)', []],
  ['a system (XQZ) of words', []],
  ['the CoT (CoT) prompts', []],
];

describe('acronyms', () => {
  for (const [text, pairs] of CASES) {
    it(`of ${JSON.stringify(text)}`, () => {
      assert.deepEqual(acronymsOf(text).map(({ short, long }) => [short, long]), pairs);
    });
  }

  it('stand where the range says', () => {
    const text = 'We study **Chain-of-Thought** (CoT) here; CoTs and CoT, not CoTx.';
    const [acronym] = acronymsOf(text);
    assert.ok(acronym);
    assert.equal(text.slice(acronym.range.start, acronym.range.end), '**Chain-of-Thought** (CoT)');
    assert.deepEqual(placesOf(acronym, text).map(({ start, end }) => text.slice(start, end)), ['CoTs', 'CoT']);
  });

  it('are found in abstracts of the bundled digest, each written out in its text', () => {
    const found = bundledPapers.flatMap(({ abstract }) => acronymsOf(abstract).map((acronym) => ({ ...acronym, abstract })));
    assert.ok(found.length > 20, String(found.length));
    for (const { short, range, abstract } of found) {
      assert.ok(abstract.slice(range.start, range.end).includes(short), short);
    }
  });

  it('are looked for in any text without error, and stand in it', () => {
    const piece = fc.constantFrom('(', ')', 'CoT', 'Chain of', 'Thought', '**', '.', ' ', '\n', 'é', '😀', '$x$', 'A', '-');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        for (const acronym of acronymsOf(text)) {
          assert.ok(text.slice(acronym.range.start, acronym.range.end).includes(acronym.short));
          assert.ok(acronym.range.start >= 0 && acronym.range.end <= text.length);
          placesOf(acronym, text);
        }
      }),
    );
  });
});
