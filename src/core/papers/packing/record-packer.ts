import type { Organisation, PaperFields } from '../paper';
import { Shared } from '../shared';
import { BETWEEN_NAMES, isPacked, PACKED_FIELDS, packedRecord, type PackedField } from './packed-record';
import { TextPacker } from './packed-texts';
import { isPackable, WordCode } from './word-code';

/** Records that the words are learnt from; fewer than these are never packed. */
export const LEARNT_FROM = 1_000;

/**
 * Keeps records small: the long texts of a hundred thousand take 150 MB and more as text. The first thousand stay as they are; from
 * them it learns the words that the others are packed by.
 */
export class RecordPacker {
  private sample: string[] = [];
  private seen = 0;
  private texts: TextPacker | undefined;
  private readonly shared = new Shared();

  /** A record that says the same. */
  pack(record: PaperFields): PaperFields {
    if (isPacked(record)) {
      return record;
    }
    const texts = PACKED_FIELDS.map((field) => packableText(record, field));
    if (this.texts === undefined) {
      this.learn(texts.filter((text) => text !== undefined));
      return record;
    }
    const packed = this.texts.pack(texts.map((text = '') => text));
    if (packed === undefined) {
      return record;
    }
    const fields = PACKED_FIELDS.filter((_, place) => texts[place] !== undefined);
    return packedRecord(this.sharing(record), { texts: packed, fields: this.shared.one(fields.join(), () => fields) });
  }

  private learn(texts: readonly string[]): void {
    this.sample.push(...texts);
    if (++this.seen >= LEARNT_FROM) {
      this.texts = new TextPacker(WordCode.learn(this.sample));
      this.sample = [];
    }
  }

  /** There are few organisations, and many papers of each. */
  private sharing(record: PaperFields): PaperFields {
    const { organisation } = record;
    return organisation === undefined ? record : { ...record, organisation: this.one(organisation) };
  }

  private one(organisation: Organisation): Organisation {
    return this.shared.one(JSON.stringify(organisation), () => organisation);
  }
}

/** The text that a field is packed as; `undefined` when the record does not have it, or it would not come back as it was. */
function packableText(record: PaperFields, field: PackedField): string | undefined {
  const text = field === 'authors' ? joined(record.authors) : record[field];
  return isPackable(text) ? text : undefined;
}

function joined(authors: readonly string[] | undefined): string | undefined {
  return authors === undefined || authors.length === 0 || authors.some((name) => name.includes(BETWEEN_NAMES)) ? undefined : authors.join(BETWEEN_NAMES);
}
