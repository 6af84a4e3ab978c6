import assert from 'node:assert/strict';
import { parseSearchQuery } from '../../../src/core/search/query-syntax';
import { textCheck } from '../../../src/core/search/text-conditions';
import { aDocument } from './bundled-papers';

function holds(query: string, fields: Parameters<typeof aDocument>[0]): boolean {
  const { conditions } = parseSearchQuery(query);
  assert.ok(conditions.length > 0, `${query} is conditions`);
  return textCheck(conditions)(aDocument(fields));
}

const cases: readonly (readonly [query: string, text: string, holds: boolean])[] = [
  // Phrases: these words in this order.
  ['"long context"', 'We train long-context models.', true],
  ['"long context"', 'In this context, long texts', false],
  ['"long context"', 'Long  (context) windows', true],
  ['"long contexts"', 'a long context', false],
  ['"state of the art"', 'the state of the art', true],
  ['"state of art"', 'the state of the art', false],
  ['"mamba"', 'mambas', false],
  ['"E^2-LLM"', 'E2-LLM', false],
  ['"e 2 llm"', 'E^2-LLM', true],
  // Words: other forms of them too.
  ['title:policies', 'a policy', true],
  ['title:cached', 'caching', true],
  ['title:run', 'running', true],
  ['title:model', 'modelling', true],
  ['title:general ', 'generation', false],
  ['title:flash', 'FlashAttention', true],
  ['title:flashattention', 'Flash-Attention', true],
  ['title:long-context', 'a longcontext model', true],
  ['title:long-context', 'long context', true],
  ['title:long-contexts ', 'long context', true],
  ['title:long-context', 'context of a long text', false],
  ['title:marjanovic', 'Marjanović', true],
  ['title:art ', 'smart', false],
  // What is still being typed may become more.
  ['title:trans', 'Transformers', true],
  ['title:trans ', 'Transformers', false],
  ['title:long-con', 'long context', true],
  // Negations.
  ['-flash', 'FlashAttention', false],
  ['-attention', 'attentive', true],
  ['-long-context', 'context of a long text', true],
  ['-long-context', 'long context', false],
  ['-"long text"', 'a long text', false],
  ['-"long text"', 'texts that are long', true],
];

describe('a condition on the text', () => {
  for (const [query, text, expected] of cases) {
    it(`${query} ${expected ? 'holds' : 'does not hold'} for “${text}”`, () => {
      assert.equal(holds(query, { title: text, abstract: '' }), expected);
    });
  }

  it('is looked for in the field it names, else in all the text', () => {
    const fields = { title: 'Caches', abstract: 'On attention.', authors: ['Ada Marjanović'], organisation: { slug: 'google', name: 'Google DeepMind' } };
    assert.equal(holds('title:attention', fields), false);
    assert.equal(holds('abstract:attention', fields), true);
    assert.equal(holds('-title:attention', fields), true);
    assert.equal(holds('-abstract:attention', fields), false);
    assert.equal(holds('"Google DeepMind"', fields), true);
    assert.equal(holds('-marjanovic', fields), false);
  });

  it('is not found across the end of a field', () => {
    assert.equal(holds('"caches on"', { title: 'Caches', abstract: 'On attention.' }), false);
  });

  it('holds with all others', () => {
    const fields = { title: 'Flash attention', abstract: 'Fast and exact.' };
    assert.equal(holds('"flash attention" -slow', fields), true);
    assert.equal(holds('"flash attention" -exact', fields), false);
  });
});
