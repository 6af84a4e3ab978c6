import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ExpandedWord, ExpansionKind } from '../../../src/core/search/expand';
import type { SearchDocument } from '../../../src/core/search/engine';
import { matchReasons } from '../../../src/core/search/match-reasons';
import { parseQuery } from '../../../src/core/search/query';
import { aDocument } from './bundled-papers';

const COVERAGE: Readonly<Record<ExpansionKind, number>> = { exact: 1, joined: 1, stem: 0.9, completion: 0.85, split: 0.8, fuzzy: 0.7, alias: 0.6 };

/** Words with what the index says that they may stand for: `kind term term`. */
function expanded(words: Readonly<Record<string, readonly string[]>>): ExpandedWord[] {
  return Object.entries(words).flatMap(([typed, names]) =>
    parseQuery(`${typed} `).map((word) => ({
      word,
      expansions: names.map((name) => {
        const [kind = '', ...terms] = name.split(' ');
        const known = Object.keys(COVERAGE).find((one): one is ExpansionKind => one === kind);
        assert.ok(known, `${kind} is a kind`);
        return { kind: known, terms, boost: 1, coverage: COVERAGE[known] };
      }),
    })),
  );
}

function reasons(words: Readonly<Record<string, readonly string[]>>, fields: Partial<SearchDocument>): string[] {
  return matchReasons(expanded(words), aDocument(fields)).map(({ kind, typed, found }) => `${kind} ${typed}: ${found}`);
}

const SSM = { ssm: ['exact ssm', 'alias state space model', 'alias state space models'] };

describe('why a paper was found', () => {
  it('is another name of the same thing', () => {
    assert.deepEqual(reasons(SSM, { abstract: 'We study state space models.' }), ['alias ssm: state space models']);
  });

  it('is nothing to tell where the word stands in the text in some form', () => {
    assert.deepEqual(reasons(SSM, { title: 'State Space Models (SSM)' }), []);
    assert.deepEqual(reasons({ policy: ['stem policies'] }, { abstract: 'Policies.', authors: ['Policies'] }), []);
    assert.deepEqual(reasons({ flash: ['exact flash'] }, { title: 'FlashAttention' }), []);
    assert.deepEqual(reasons({ nowhere: [] }, {}), []);
  });

  it('is looked for with any word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (query) => {
        const words = parseQuery(query).map((word) => ({ word, expansions: [] }));
        assert.deepEqual(matchReasons(words, aDocument({ abstract: query })), []);
      }),
      { numRuns: 200 },
    );
    assert.deepEqual(matchReasons(expanded({ 'कि.qwen2.5': [] }), aDocument()), []);
  });

  it('is the name of an author, once for all its words', () => {
    const authors = ['Bo Li', 'Ada Marjanović'];
    assert.deepEqual(reasons({ marjan: ['completion marjanovic'] }, { authors }), ['author marjan: Ada Marjanović']);
    assert.deepEqual(reasons({ ada: ['exact ada'], marjanovic: ['exact marjanovic'] }, { authors }), ['author ada: Ada Marjanović']);
    assert.deepEqual(reasons({ bo: ['exact bo'], ada: ['exact ada'] }, { authors }), ['author bo: Bo Li', 'author ada: Ada Marjanović']);
  });
});
