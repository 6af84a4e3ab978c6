import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseSearchQuery } from '../../../src/core/search/query-syntax';
import { withoutRanges, type Facet, type TextCondition } from '../../../src/core/search/search-query';
import { tokenise } from '../../../src/core/search/tokenise';

function facetsOf(query: string): readonly Facet[] {
  return parseSearchQuery(query).facets.map(({ facet }) => facet);
}

function conditionsOf(query: string): readonly Omit<TextCondition, 'range' | 'unfinished'>[] {
  return parseSearchQuery(query).conditions.map(({ text, exact, negated, field }) => ({ text, exact, negated, ...(field && { field }) }));
}

function wordsOf(text: string): string[] {
  return tokenise(text).filter(({ kind }) => kind === 'word').map((term) => term.text);
}

describe('the query language', () => {
  it('leaves a query of plain words as it was typed', () => {
    for (const query of ['flash attention', 'long-context  models ', 'E^2-LLM', 'qwen2.5', '10:30', 'a - b', "model's"]) {
      assert.deepEqual(parseSearchQuery(query), { typed: query, text: query, conditions: [], facets: [] }, query);
    }
  });

  it('reads a phrase, and still asks the index for its words', () => {
    const { text, conditions } = parseSearchQuery('fast "key value cache" models');
    assert.equal(text, 'fast "key value cache" models');
    assert.deepEqual(conditions, [{ text: 'key value cache', exact: true, unfinished: false, negated: false, range: { start: 5, end: 22 } }]);
  });

  it('takes the quotes that word processors put', () => {
    assert.deepEqual(conditionsOf('“key value”'), [{ text: 'key value', exact: true, negated: false }]);
  });

  it('reads what must not be there, and does not ask the index for it', () => {
    assert.equal(parseSearchQuery('attention -flash -"state space"').text, 'attention  ');
    assert.deepEqual(conditionsOf('attention -flash -"state space" -title:mamba'), [
      { text: 'flash', exact: false, negated: true },
      { text: 'state space', exact: true, negated: true },
      { text: 'mamba', exact: false, negated: true, field: 'title' },
    ]);
  });

  it('binds words to the title or the abstract', () => {
    assert.deepEqual(conditionsOf('title:flash ABSTRACT:"memory reads"'), [
      { text: 'flash', exact: false, negated: false, field: 'title' },
      { text: 'memory reads', exact: true, negated: false, field: 'abstract' },
    ]);
    assert.equal(parseSearchQuery('title:flash ABSTRACT:"memory reads"').text, 'flash "memory reads"');
  });

  it('takes the last word as unfinished only where the query ends in it', () => {
    const unfinished = (query: string) => parseSearchQuery(query).conditions.map((condition) => condition.unfinished);
    assert.deepEqual(unfinished('title:fla'), [true]);
    assert.deepEqual(unfinished('title:fla '), [false]);
    assert.deepEqual(unfinished('title:fla abstract:me'), [false, true]);
    assert.deepEqual(unfinished('title:"fla"'), [false]);
    assert.equal(parseSearchQuery('flash status:read').text, 'flash ');
    assert.equal(parseSearchQuery('status:read flash').text, 'flash');
  });

  it('reads facets', () => {
    const named = { exact: false, unfinished: false };
    const cases: readonly (readonly [string, Facet])[] = [
      ['status:unread', { kind: 'status', status: 'unread' }],
      ['Status:Read', { kind: 'status', status: 'read' }],
      ['is:starred', { kind: 'starred' }],
      ['has:code', { kind: 'has', part: 'code' }],
      ['has:annotations', { kind: 'has', part: 'annotations' }],
      ['kind:note', { kind: 'kind', of: 'note' }],
      ['year:2024', { kind: 'published', from: '2024', to: '2024' }],
      ['year:2023..2025', { kind: 'published', from: '2023', to: '2025' }],
      ['year:2023..', { kind: 'published', from: '2023' }],
      ['year:..2025', { kind: 'published', to: '2025' }],
      ['after:2024-5', { kind: 'published', from: '2024-05' }],
      ['before:2025-01-31', { kind: 'published', before: '2025-01-31' }],
      ['org:google', { kind: 'org', text: 'google', ...named }],
      ['org:"Hong Kong"', { kind: 'org', text: 'Hong Kong', ...named, exact: true }],
      ['author:dao', { kind: 'author', text: 'dao', ...named }],
      ['tag:to-cite', { kind: 'tag', text: 'to-cite', ...named }],
      ['in:daily-papers-2026-01-09', { kind: 'in', text: 'daily-papers-2026-01-09', ...named }],
      ['source:arxiv', { kind: 'source', text: 'arxiv', ...named }],
      ['key:flashattention', { kind: 'key', text: 'flashattention', ...named }],
    ];
    for (const [query, facet] of cases) {
      assert.deepEqual(facetsOf(`${query} `), [facet], query);
      assert.equal(parseSearchQuery(`${query} `).text, '', query);
      assert.deepEqual(parseSearchQuery(`-${query} `).facets.map(({ negated }) => negated), [true], query);
    }
  });

  it('takes the beginning of a source while it is typed', () => {
    assert.deepEqual(facetsOf('source:ar').map(({ kind }) => kind), ['source']);
    assert.deepEqual(facetsOf('source:ar '), []);
  });

  it('searches what it does not understand as words', () => {
    const odd = [
      'foo:bar', 'foo:"bar baz"', 'year:banana', 'year:20242025', 'year:2025..2023', 'year:2024..2025..2026', 'year:1066', 'after:2024-13', 'before:soon',
      'status:done', 'is:good', 'has:wings', 'kind:book', 'source:somewhere', 'title:', '"flash attention', 'title:"flash attention', '-', '- flash',
      '--flash', '-"flash', '""', '"…"', 'title:""', 'https://arxiv.org/abs/2205.14135', '__proto__:x', 'constructor:x',
    ];
    for (const query of odd) {
      assert.deepEqual(parseSearchQuery(query), { typed: query, text: query, conditions: [], facets: [] }, query);
    }
  });

  it('takes a minus before a field that there is not as not these words', () => {
    assert.deepEqual(conditionsOf('-foo:bar'), [{ text: 'foo:bar', exact: false, negated: true }]);
  });

  it('reads at most 600 characters and 16 pieces; more pieces are words', () => {
    assert.equal(parseSearchQuery('word '.repeat(200)).typed.length, 600);
    const { conditions, text } = parseSearchQuery('"a b" '.repeat(20));
    assert.equal(conditions.length, 16);
    assert.equal(wordsOf(text).length, 40);
  });

  it('says where each piece stands, so that one can be taken out', () => {
    const query = parseSearchQuery('flash  status:read -mamba "a b"');
    assert.equal(withoutRanges(query, query.facets.map(({ range }) => range)), 'flash -mamba "a b"');
    assert.equal(withoutRanges(query, [...query.conditions, ...query.facets].map(({ range }) => range)), 'flash');
  });
});

const pieces = fc.constantFrom(
  'attention', 'ssm', '-', '"', '“', '”', ':', 'title:', 'abstract:', 'foo:', 'status:', 'read', 'year:', '2024', '..', 'in:', 'has:', 'code', ' ', '\t', 'É', '😀', '-mamba', '"a b"',
);
const anyQuery = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 700 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
);

describe('any query', () => {
  it('is read, with its pieces in order inside it', () => {
    fc.assert(
      fc.property(anyQuery, (text) => {
        const query = parseSearchQuery(text);
        const ranges = [...query.conditions, ...query.facets].map(({ range }) => range).sort((one, other) => one.start - other.start);
        let last = 0;
        for (const { start, end } of ranges) {
          assert.ok(start >= last && start < end && end <= query.typed.length);
          last = end;
        }
      }),
    );
  });

  it('loses no word: what is no condition and no facet is asked of the index, and so is what must be there', () => {
    fc.assert(
      fc.property(anyQuery, (text) => {
        const query = parseSearchQuery(text);
        const asked = new Set(wordsOf(query.text));
        const plain = withoutRanges(query, [...query.conditions, ...query.facets].map(({ range }) => range));
        const required = query.conditions.filter(({ negated }) => !negated).map((condition) => condition.text);
        assert.deepEqual([plain, ...required].flatMap(wordsOf).filter((word) => !asked.has(word)), []);
      }),
    );
  });

  it('keeps every word of a condition or a facet with it', () => {
    fc.assert(
      fc.property(anyQuery, (text) => {
        const { typed, conditions, facets } = parseSearchQuery(text);
        for (const { range, ...piece } of [...conditions, ...facets]) {
          const value = typed.slice(range.start, range.end).replace(/^-?(?:[a-z]+:)?/iu, '');
          const kept = 'facet' in piece ? ('text' in piece.facet ? piece.facet.text : value) : piece.text;
          const missing = wordsOf(value).filter((word) => !wordsOf(kept).includes(word));
          assert.deepEqual(missing, [], typed);
        }
      }),
    );
  });

  it('of letters and digits alone is words', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-zé0-9]{1,8}$/u), { maxLength: 10 }), (words) => {
        const text = words.join(' ');
        assert.deepEqual(parseSearchQuery(text), { typed: text, text, conditions: [], facets: [] });
      }),
    );
  });
});
