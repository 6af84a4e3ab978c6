import { forEach, type Steps } from '../steps';
import { groupRecords } from './group-records';
import { identityOf, type Identity } from './identity';
import { says } from './merge';
import type { PaperFields } from './paper';
import { PAPER_FIELDS } from './paper-fields';

/** What one or more readings of a digest said. */
export interface DigestRecords {
  /** The records of the digest, as last read. */
  readonly papers: readonly PaperFields[];
  /** Records of earlier readings that say something of a paper, or a name of it, that its later ones do not. */
  readonly earlier?: readonly PaperFields[];
}

const EARLIER = 0;
const BEFORE = 1;
const LATER = 2;

interface ReadRecord {
  readonly fields: PaperFields;
  readonly identity: Identity;
  readonly reading: number;
}

/**
 * The records of a digest that was read again: the later reading's in their order; after them those of which it has
 * nothing. What only an earlier reading said of a paper is kept beside them, so that nothing is lost.
 */
export function* combineReadings(before: DigestRecords, later: readonly PaperFields[]): Steps<DigestRecords> {
  const records: ReadRecord[] = [];
  for (const [reading, papers] of [before.earlier ?? [], before.papers, later].entries()) {
    yield* forEach(papers, (fields) => records.push({ fields, identity: identityOf(fields), reading }));
  }
  const superseded = new Set<ReadRecord>();
  const dropped = new Set<ReadRecord>();
  yield* forEach(yield* groupRecords(records), (group) => {
    if (group.records.some(({ reading }) => reading === LATER)) {
      const said = new Set<string>();
      for (const record of [...group.records].sort((one, other) => other.reading - one.reading)) {
        const news = saidBy(record).filter((thing) => !said.has(thing));
        news.forEach((thing) => said.add(thing));
        if (record.reading < LATER) {
          (news.length > 0 ? superseded : dropped).add(record);
        }
      }
    }
  });
  const kept = (reading: number, isKept: (record: ReadRecord) => boolean) =>
    records.filter((record) => record.reading === reading && isKept(record)).map(({ fields }) => fields);
  const papers = [...later, ...kept(BEFORE, (record) => !superseded.has(record) && !dropped.has(record))];
  const earlier = [...kept(BEFORE, (record) => superseded.has(record)), ...kept(EARLIER, (record) => !dropped.has(record))];
  return earlier.length === 0 ? { papers } : { papers, earlier };
}

/** The names by which a record is known, the fields of which it says something, and its abstract itself: annotations may stand on it. */
function saidBy({ fields, identity }: ReadRecord): readonly string[] {
  const known = PAPER_FIELDS.filter((field) => field !== 'extra' && says(fields, field)).map((field) => `field ${field}`);
  const more = Object.entries(fields.extra ?? {}).flatMap(([form, names]) => Object.keys(names).map((name) => `extra ${form} ${name}`));
  const abstract = fields.abstract === '' ? [] : [`abstract ${fields.abstract.replace(/\s+/gu, ' ').trim()}`];
  return [...identity.tokens, ...known, ...more, ...abstract];
}
