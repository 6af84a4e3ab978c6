import * as v from 'valibot';
import { CLAIM_COLUMNS } from '../core/claims/claim-table';
import type { FromClaims } from './claims';

const LONGEST_TEXT = 1000;

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_TEXT));

const query = v.strictObject({
  order: v.strictObject({ column: v.picklist(CLAIM_COLUMNS), descending: v.boolean() }),
  filter: v.pipe(v.string(), v.maxLength(LONGEST_TEXT)),
  page: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

const fromClaims = v.variant('kind', [
  v.strictObject({ kind: v.literal('ask'), query }),
  v.strictObject({ kind: v.literal('open'), row: text }),
  v.strictObject({ kind: v.literal('correct'), row: text }),
  v.strictObject({ kind: v.literal('takeBack'), paper: text, id: text }),
  v.strictObject({ kind: v.literal('export'), to: v.picklist(['file', 'clipboard']) }),
]);

/** What the Claims page sent, or `undefined` when it is not in the protocol. */
export function parseFromClaims(message: unknown): FromClaims | undefined {
  const parsed = v.safeParse(fromClaims, message);
  return parsed.success ? parsed.output : undefined;
}
