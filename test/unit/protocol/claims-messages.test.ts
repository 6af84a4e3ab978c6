import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CLAIM_COLUMNS } from '../../../src/core/claims/claim-table';
import { parseFromClaims } from '../../../src/protocol/claims-messages';

const query = { order: { column: CLAIM_COLUMNS[0], descending: true }, filter: '', page: 0 };

const MESSAGES = [
  { kind: 'ask', query },
  { kind: 'open', row: 'a' },
  { kind: 'correct', row: 'a' },
  { kind: 'takeBack', paper: 'a', id: 'b' },
  { kind: 'export', to: 'clipboard' },
] as const;

describe('messages of the Claims page', () => {
  for (const message of MESSAGES) {
    it(`are taken as they are: ${message.kind}`, () => assert.deepEqual(parseFromClaims(structuredClone(message)), message));

    it(`are refused with a part more: ${message.kind}`, () => assert.equal(parseFromClaims({ ...message, more: 1 }), undefined));
  }

  it('are refused for a page before the first', () => assert.equal(parseFromClaims({ kind: 'ask', query: { ...query, page: -1 } }), undefined));

  it('are refused without an error, whatever a page sends', () => {
    const values = fc.anything({ withNullPrototype: true, withBigInt: true, withTypedArray: true, withMap: true });
    const near = fc
      .tuple(fc.constantFrom(...MESSAGES.map(({ kind }) => kind)), fc.dictionary(fc.constantFrom('query', 'row', 'paper', 'id', 'to', '__proto__'), values))
      .map(([kind, parts]) => ({ ...parts, kind }));
    fc.assert(
      fc.property(fc.oneof(values, near), (message) => {
        const parsed = parseFromClaims(message);
        assert.ok(parsed === undefined || MESSAGES.some(({ kind }) => kind === parsed.kind));
      }),
    );
  });
});
