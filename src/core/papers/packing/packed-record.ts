import type { Paper, PaperField, PaperFields } from '../paper';
import { PAPER_FIELDS } from '../paper-fields';
import type { PackedTexts } from './packed-texts';

/** The fields whose texts are packed, in the order of the texts. */
export const PACKED_FIELDS = ['abstract', 'authors', 'machineSummary', 'remark', 'url'] as const;
export type PackedField = (typeof PACKED_FIELDS)[number];

/** Names are of one line. */
export const BETWEEN_NAMES = '\n';

const PACKED = Symbol('packed');

/** The texts of a record, and which of its fields they are. */
export interface Packed {
  readonly texts: PackedTexts;
  /** The same array for all records that have the same ones. */
  readonly fields: readonly PackedField[];
}

interface MayBePacked {
  readonly [PACKED]?: Packed;
}

/**
 * One accessor a field for all records, as V8 then keeps one shape for all that have the same fields. They are the record's own and
 * enumerable, so that a copy of it, its JSON and a comparison have the texts as those of any other record.
 */
const ACCESSORS: Readonly<Record<PackedField, PropertyDescriptor>> = {
  abstract: accessor((texts) => texts.text(0)),
  authors: accessor((texts) => texts.text(1).split(BETWEEN_NAMES)),
  machineSummary: accessor((texts) => texts.text(2)),
  remark: accessor((texts) => texts.text(3)),
  url: accessor((texts) => texts.text(4)),
};

function accessor(read: (texts: PackedTexts) => unknown): PropertyDescriptor {
  return {
    enumerable: true,
    configurable: true,
    get(this: { readonly [PACKED]: Packed }) {
      return read(this[PACKED].texts);
    },
  };
}

export function isPacked(record: PaperFields): boolean {
  return packedOf(record) !== undefined;
}

/** Whether a packed text has anything in it, found without unpacking it; `undefined` where the field is not packed. */
export function packedSays(record: PaperFields, field: PaperField): boolean | undefined {
  const packed = packedOf(record);
  const place = packed?.fields.some((other) => other === field) ? PACKED_FIELDS.findIndex((other) => other === field) : -1;
  return place < 0 ? undefined : packed?.texts.isEmpty(place) === false;
}

/** A record some fields of which are unpacked each time they are asked for. */
export function packedRecord(record: PaperFields, packed: Packed): PaperFields {
  return withTexts(fieldsBut(record, packed.fields), packed);
}

/** The paper of a record; of a packed one it is packed. */
export function paperOfRecord({ key, digests, sources }: Pick<Paper, 'key' | 'digests' | 'sources'>, record: PaperFields): Paper {
  const packed = packedOf(record);
  return packed === undefined ? { key, ...record, digests, sources } : paperWithTexts({ key, ...fieldsBut(record, packed.fields), digests, sources }, packed);
}

/** What a paper of one record says; of a packed one it is packed. */
export function recordOfPaper(paper: Paper): PaperFields {
  const packed = packedOf(paper);
  const rest = fieldsBut(paper, packed?.fields ?? []);
  return packed === undefined ? { title: paper.title, abstract: paper.abstract, ...rest } : withTexts(rest, packed);
}

/** Made anew: an object that something was deleted from takes three times the memory. */
function fieldsBut(record: PaperFields, without: readonly PackedField[]): object {
  const isLeftOut = (field: PaperField) => without.some((other) => other === field);
  return Object.fromEntries(PAPER_FIELDS.flatMap((field) => (isLeftOut(field) || record[field] === undefined ? [] : [[field, record[field]]])));
}

function paperWithTexts(paper: Pick<Paper, 'key' | 'digests' | 'sources'>, packed: Packed): Paper;
function paperWithTexts(paper: object, packed: Packed): object {
  return withTexts(paper, packed);
}

function withTexts(rest: object, packed: Packed): PaperFields;
function withTexts(rest: object, packed: Packed): object {
  Object.defineProperty(rest, PACKED, { value: packed });
  for (const field of packed.fields) {
    Object.defineProperty(rest, field, ACCESSORS[field]);
  }
  return rest;
}

function packedOf(record: PaperFields & MayBePacked): Packed | undefined {
  return record[PACKED];
}
