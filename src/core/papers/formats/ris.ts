import type { Digest } from '../digest';
import type { FormatReader, ImportText } from '../format-reader';
import type { PaperDraft } from './digest-draft';
import type { RisRecord, RisTag } from './ris-records';
import { findArxivId, readArxivId } from './arxiv-id';
import { bibliography, isPreprintVenue } from './bibliography';
import { DigestDraft } from './digest-draft';
import { readDoi } from './doi';
import { splitRis } from './ris-records';
import { excerpt, oneLine, webAddress } from './text-lines';
import { readWrittenDate } from './written-date';

const RECOGNISED_PART = 64_000;

/**
 * A bibliography in the RIS format. Tags that are not fields of a paper are kept in their order, for the export.
 *
 * Source: Adept Scientific, "RIS Format Specifications".
 */
export const ris: FormatReader = {
  format: 'ris',
  description: 'a RIS bibliography',

  recognise(text) {
    const start = text.slice(0, RECOGNISED_PART);
    if (/^\uFEFF?\s{0,1000}TY {2}- ?[A-Z0-9]{2,8}\s/u.test(start)) {
      return 0.98;
    }
    if (/(?:^|[\n\r])TY {2}- [A-Z0-9]{2,8}[ \t]{0,20}[\n\r]/u.test(start)) {
      return 0.9;
    }
    return /(?:^|[\n\r])[ \t]{0,4}TY[ \t]{1,4}-[ \t]?[A-Z0-9]{2,8}[ \t]{0,20}[\n\r]+[ \t]{0,4}[A-Z][A-Z0-9][ \t]{1,4}-/u.test(start) ? 0.8 : 0;
  },

  read(input: ImportText): Digest {
    const draft = new DigestDraft();
    const { records, strays } = splitRis(input.text);
    for (const line of strays) {
      draft.warn(line, 'This text stands outside all records (before “TY” or after “ER”). It was left out.');
    }
    for (const record of records) {
      readRecord(draft, record);
    }
    if (records.length === 0) {
      draft.reject(1, 'No record of a RIS bibliography was found: a record begins with “TY  - ”.');
    }
    return bibliography(draft, input, 'ris', 'ris', 'RIS bibliography');
  },
};

function readRecord(draft: DigestDraft, record: RisRecord): void {
  const tags = new Tags(record.tags);
  const paper = paperOf(record.type, tags);
  if (paper === undefined) {
    const ended = record.ended ? '' : ' and no end (“ER”)';
    draft.reject(record.line, `This record has no title (“TI”)${ended}. It was left out.`);
    return;
  }
  draft.add(paper, record.line);
  if (!record.ended) {
    draft.warn(record.line, `The end (“ER”) of “${excerpt(paper.title)}” is missing. The record was read up to the next one.`);
  }
}

/** The tags of a record, and which of them a paper says. */
class Tags {
  private readonly represented = new Set<RisTag>();

  constructor(private readonly tags: readonly RisTag[]) {}

  all(...names: readonly string[]): readonly RisTag[] {
    return this.tags.filter(({ tag, value }) => names.includes(tag) && value.trim() !== '');
  }

  /** The first value that `read` understands, of the first of the tags that has one; the tag counts as said by the paper. */
  take<T>(names: readonly string[], read: (value: string) => T | undefined): T | undefined {
    for (const found of names.flatMap((name) => this.all(name))) {
      const value = read(found.value);
      if (value !== undefined) {
        this.represented.add(found);
        return value;
      }
    }
    return undefined;
  }

  takeAll(...names: readonly string[]): readonly string[] {
    const found = this.all(...names);
    found.forEach((tag) => this.represented.add(tag));
    return found.map(({ value }) => value);
  }

  kept(): readonly (readonly [tag: string, value: string])[] {
    return this.tags.filter((tag) => !this.represented.has(tag)).map(({ tag, value }) => [tag, value] as const);
  }
}

function paperOf(type: string, tags: Tags): PaperDraft | undefined {
  const title = tags.take(['TI', 'T1', 'CT', 'BT'], words);
  if (title === undefined) {
    return undefined;
  }
  const draft: PaperDraft = {
    title,
    abstract: tags.take(['AB', 'N2'], (value) => value) ?? '',
    authors: tags.takeAll('AU', 'A1').map(readingOrder).filter((name) => name !== ''),
    ...dateIn(tags),
    ...identifiersIn(tags),
    keywords: [...new Set(tags.takeAll('KW').flatMap((value) => value.split(/[;\n]/u).map(oneLine)))].filter((word) => word !== ''),
    venue: tags.take(['T2', 'JO', 'JF', 'JA', 'J2'], (value) => (isPreprintVenue(value) ? undefined : words(value))),
    remark: tags.take(['N1'], (value) => (readArxivId(value) === undefined ? words(value) : undefined)),
    url: tags.take(['UR'], webAddress),
  };
  return { ...draft, extra: { ris: { type, tags: tags.kept() } } };
}

function words(value: string): string | undefined {
  return oneLine(value) || undefined;
}

/** `Dao, Tri` or `King, Martin, Jr.` as they are read. */
function readingOrder(written: string): string {
  const [family = '', given = '', ...suffix] = written.split(',').map(oneLine);
  return oneLine([given, family, ...suffix].join(' '));
}

function dateIn(tags: Tags): Pick<PaperDraft, 'published' | 'year'> {
  const day = tags.take(['DA', 'PY', 'Y1'], (value) => {
    const date = readWrittenDate(value);
    return date?.published === undefined || !date.whole ? undefined : date.published;
  });
  const sameYear = (value: string) => {
    const date = readWrittenDate(value);
    return date?.year !== undefined && date.whole && (day === undefined || day.startsWith(String(date.year))) ? date.year : undefined;
  };
  const year = tags.take(['PY', 'Y1', 'DA'], sameYear);
  return day === undefined ? { year: year ?? looseYear(tags) } : { published: day };
}

/** A year from a date that says more than a paper can keep, such as `2022/05//`; the date itself stays among the kept tags. */
function looseYear(tags: Tags): number | undefined {
  return tags.all('PY', 'Y1', 'DA').map(({ value }) => readWrittenDate(value)).map((date) => date?.year ?? Number(date?.published?.slice(0, 4) ?? NaN)).find((year) => !Number.isNaN(year));
}

/** RIS has no tag for arXiv's identifier; it is the accession number, a number of another kind, or in the addresses and notes. */
function identifiersIn(tags: Tags): Pick<PaperDraft, 'arxivId' | 'arxivVersion' | 'doi'> {
  const doi = tags.take(['DO', 'DI'], readDoi) ?? tags.all('UR').map(({ value }) => (/doi\.org\//iu.test(value) ? readDoi(value) : undefined)).find((found) => found !== undefined);
  const marked = (value: string) => (/arxiv/iu.test(value) ? readArxivId(value) : undefined);
  const id = tags.take(['AN', 'M1', 'C7', 'VL', 'IS', 'SN'], marked) ?? (doi !== undefined && 'arxivId' in doi ? doi : undefined) ?? mentionedIn(tags);
  return { ...id, ...(doi !== undefined && 'doi' in doi ? doi : {}) };
}

function mentionedIn(tags: Tags): ReturnType<typeof findArxivId> {
  return tags.all('UR', 'L1', 'L2', 'LK', 'JO', 'JF', 'T2', 'N1', 'M3', 'PB').map(({ value }) => (/arxiv/iu.test(value) ? findArxivId(value) : undefined)).find((id) => id !== undefined);
}
