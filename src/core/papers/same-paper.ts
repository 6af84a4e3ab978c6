import { says } from './merge';
import type { Paper, PaperField, PaperFields } from './paper';
import { PAPER_FIELDS } from './paper-fields';

/** The fields that differ, in their order. */
export function differingFields(one: PaperFields, other: PaperFields): readonly PaperField[] {
  return PAPER_FIELDS.filter((field) => !same(one[field], other[field]));
}

export function samePaper(one: Paper, other: Paper): boolean {
  return one.key === other.key && same(one.digests, other.digests) && same(one.sources, other.sources) && differingFields(one, other).length === 0;
}

/** Whether two records say the same. What is empty, or a year beside a day, says nothing. */
export function saySame(one: PaperFields, other: PaperFields | undefined): boolean {
  const differs = (field: PaperField, than: PaperFields) =>
    (says(one, field) || says(than, field)) && !same(one[field], than[field]) && !(field === 'year' && says(one, 'published'));
  return other !== undefined && !PAPER_FIELDS.some((field) => differs(field, other));
}

/** Whether two values of JSON's kinds are equal. */
function same(one: unknown, other: unknown): boolean {
  if (one === other) {
    return true;
  }
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null || Array.isArray(one) !== Array.isArray(other)) {
    return false;
  }
  const [first, second] = [Object.entries(one), new Map<string, unknown>(Object.entries(other))];
  return first.length === second.size && first.every(([name, value]) => second.has(name) && same(value, second.get(name)));
}
