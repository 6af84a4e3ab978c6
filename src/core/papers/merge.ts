import type { DigestOrder } from './digest-order';
import type { DigestId, ExtraFields, Json, PaperField, PaperFields } from './paper';
import { packedSays } from './packing/packed-record';
import { FIELD_RULES, PAPER_FIELDS } from './paper-fields';
import { Shared } from './shared';

/** What one digest says of one paper. */
export interface SourceRecord {
  readonly digest: DigestId;
  /** Zero-based place among the records of its digest. */
  readonly place: number;
  readonly fields: PaperFields;
  /** It is of an earlier reading of the digest: what a later one says counts more. */
  readonly earlier?: true;
}

/** What the records of a paper say together. */
export interface MergedFields {
  readonly fields: PaperFields;
  /** The digest that decided on each field; of `extra`, the oldest one that has any. */
  readonly sources: Readonly<Partial<Record<PaperField, DigestId>>>;
}

/**
 * Brings the records of one paper together, field by field as `FIELD_RULES` says, whatever their order. What is empty is
 * as good as absent. Where records of one digest disagree, the longer text is taken and the larger count.
 */
export function mergeRecords(records: readonly SourceRecord[], order: DigestOrder, shared = new Shared()): MergedFields {
  const [only] = records;
  return only !== undefined && records.length === 1 && isTidy(only.fields) ? asItIs(only, shared) : merged(records, order, shared);
}

/** Whether a record says nothing empty and nothing twice. */
function isTidy(fields: PaperFields): boolean {
  return PAPER_FIELDS.every((field) => field === 'title' || field === 'abstract' || says(fields, field) || fields[field] === undefined) &&
    !(says(fields, 'year') && says(fields, 'published'));
}

function asItIs({ fields, digest }: SourceRecord, shared: Shared): MergedFields {
  const said = PAPER_FIELDS.filter((field) => says(fields, field));
  return { fields, sources: shared.one(`${said.join()} ${digest}`, () => Object.fromEntries(said.map((field) => [field, digest]))) };
}

function merged(records: readonly SourceRecord[], order: DigestOrder, shared: Shared): MergedFields {
  const values: (readonly [PaperField, unknown])[] = [];
  const sources: (readonly [PaperField, DigestId])[] = [];
  for (const field of PAPER_FIELDS) {
    const record = decisive(field, records, order);
    if (record !== undefined) {
      values.push([field, field === 'extra' ? mergedExtra(records, order) : record.fields[field]]);
      sources.push([field, record.digest]);
    }
  }
  const isDated = sources.some(([field]) => field === 'published');
  const isSaid = ([field]: readonly [PaperField, unknown]) => field !== 'year' || !isDated;
  const said = sources.filter(isSaid);
  return { fields: fieldsOf(values.filter(isSaid)), sources: shared.one(JSON.stringify(said), () => Object.fromEntries(said)) };
}

/** Whether a record says anything of a field. */
export function says(record: PaperFields, field: PaperField): boolean {
  const packed = packedSays(record, field);
  if (packed !== undefined) {
    return packed;
  }
  const value = record[field];
  return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0) && !(field === 'extra' && Object.keys(value).length === 0);
}

/** A record of the given values, in the order of the fields. */
export function fieldsOf(values: readonly (readonly [PaperField, unknown])[]): PaperFields;
export function fieldsOf(values: readonly (readonly [PaperField, unknown])[]): object {
  return { title: '', abstract: '', ...Object.fromEntries(values) };
}

function decisive(field: PaperField, records: readonly SourceRecord[], order: DigestOrder): SourceRecord | undefined {
  let best: SourceRecord | undefined;
  for (const record of records) {
    if (says(record.fields, field) && (best === undefined || compare(field, record, best, order) < 0)) {
      best = record;
    }
  }
  return best;
}

/** Negative when the first record is to decide. */
function compare(field: PaperField, one: SourceRecord, other: SourceRecord, order: DigestOrder): number {
  const [first, second] = [one.fields[field], other.fields[field]];
  const byReading = one.digest === other.digest ? Number(one.earlier ?? false) - Number(other.earlier ?? false) : 0;
  const byAge = order.rankOf(one.digest) - order.rankOf(other.digest) || byReading;
  switch (FIELD_RULES[field]) {
    case 'count':
      return order.compareNewest(one.digest, other.digest) || byReading || Number(second) - Number(first) || byAge;
    case 'latest':
      return -compareValues(first, second) || byAge;
    case 'version':
      return versionOf(other) - versionOf(one) || byAge || compareTexts(first, second);
    case 'first':
    case 'each':
      return byAge || compareTexts(first, second);
  }
}

/** A preprint of which no version is stated is taken as the first one. */
function versionOf({ fields }: SourceRecord): number {
  return fields.arxivVersion ?? 1;
}

/** The longer one first. */
function compareTexts(one: unknown, other: unknown): number {
  const [first, second] = [JSON.stringify(one), JSON.stringify(other)];
  return second.length - first.length || compareValues(first, second);
}

function compareValues(one: unknown, other: unknown): number {
  if (typeof one === 'number' && typeof other === 'number') {
    return one - other;
  }
  const [first, second] = [String(one), String(other)];
  return first < second ? -1 : first > second ? 1 : 0;
}

function mergedExtra(records: readonly SourceRecord[], order: DigestOrder): ExtraFields {
  const sorted = records.filter(({ fields }) => says(fields, 'extra')).sort((one, other) => compare('extra', one, other, order));
  const forms = new Map<string, Map<string, Json>>();
  for (const { fields } of sorted) {
    for (const [form, names] of Object.entries(fields.extra ?? {})) {
      const known = forms.get(form) ?? new Map<string, Json>();
      forms.set(form, known);
      for (const [name, value] of Object.entries(names)) {
        if (!known.has(name)) {
          known.set(name, value);
        }
      }
    }
  }
  return Object.fromEntries([...forms].map(([form, names]) => [form, Object.fromEntries(names)]));
}
