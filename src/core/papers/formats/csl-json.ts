import type { Digest } from '../digest';
import type { Json, PaperFields } from '../paper';
import type { FormatReader, ImportText } from '../format-reader';
import type { PaperDraft } from './digest-draft';
import { isoDate } from '../dates';
import { isJsonObject, jsonList } from '../json';
import { cslName, nameAsCsl } from '../../citations/csl-name';
import { isCslType } from '../../citations/csl-schema';
import { findArxivId, readArxivId, type ArxivId } from './arxiv-id';
import { bibliography, isPreprintVenue, splitKeywords } from './bibliography';
import { DigestDraft } from './digest-draft';
import { readDoi } from './doi';
import { hasMarkup, htmlText } from './html-text';
import { readJsonItems } from './json-items';
import { readLecternFields } from './lectern-fields';
import { LineFinder, excerpt, oneLine, webAddress } from './text-lines';
import { readWrittenDate } from './written-date';

type JsonObject = Readonly<Record<string, Json>>;

const RECOGNISED_PART = 32_000;

/**
 * A bibliography in CSL-JSON: a list of items, one item, or an object with `items`. What an item says beyond the fields of a paper
 * is kept as it stands, for the export.
 *
 * Source: citation-style-language/schema, `csl-data.json`.
 */
export const cslJson: FormatReader = {
  format: 'csl-json',
  description: 'a CSL-JSON bibliography',

  recognise(text) {
    const start = text.slice(0, RECOGNISED_PART);
    if (!/^\uFEFF?\s{0,1000}(?:\[\s{0,1000}\{|\{)/u.test(start)) {
      return 0;
    }
    const typed = [...start.matchAll(/"type"\s{0,20}:\s{0,20}"([a-z_-]{3,40})"/gu)].some(([, type = '']) => isCslType(type));
    const marks = ['"container-title"', '"date-parts"', '"issued"', '"family"', '"citation-key"', '"DOI"', '"title-short"'].filter((mark) => start.includes(mark)).length;
    return typed && /"id"\s{0,20}:/u.test(start) ? (marks > 0 ? 0.95 : 0.7) : typed && marks > 1 ? 0.8 : 0;
  },

  read(input: ImportText): Digest {
    const draft = new DigestDraft();
    const { text } = input;
    const { items, complete } = readJsonItems(text, 'items', (value) => isJsonObject(value) && Object.hasOwn(value, 'type') && Object.hasOwn(value, 'title'));
    const lines = new LineFinder(text);
    for (const { start, value } of items) {
      readItem(draft, lines.lineAt(start), value);
    }
    if (items.length === 0) {
      draft.warn(1, 'The bibliography is empty.');
    }
    if (!complete) {
      draft.warn(lines.lineAt(text.length), 'The list is cut off: its end is missing. There may have been more papers.');
    }
    return bibliography(draft, input, 'csl-json', 'csl-json', 'CSL-JSON bibliography');
  },
};

function readItem(draft: DigestDraft, line: number, value: Json | undefined): void {
  if (!isJsonObject(value)) {
    draft.reject(line, value === undefined ? 'This item is no valid JSON. It was left out.' : 'This is no item of a bibliography. It was left out.');
    return;
  }
  const item = new Item(value);
  const title = item.text('title');
  const name = excerpt(title || item.string('id'));
  if (title === '') {
    draft.reject(line, `The item “${name}” has no title. It was left out.`);
    return;
  }
  const missing = ['id', 'type'].filter((field) => item.string(field) === '');
  if (missing.length > 0) {
    draft.warn(line, `The item “${name}” lacks ${missing.map((field) => `“${field}”`).join(' and ')}, which CSL-JSON requires. It was read without.`);
  }
  draft.add(paperOf(item, title), line);
}

/** The variables of an item, and which of them a paper says. */
class Item {
  private readonly represented = new Set<string>(['title', 'custom']);

  constructor(private readonly values: JsonObject) {}

  value(name: string): Json | undefined {
    return Object.hasOwn(this.values, name) ? this.values[name] : undefined;
  }

  string(name: string): string {
    const value = this.value(name);
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  }

  /** On one line, without the few HTML tags that CSL allows. */
  text(name: string): string {
    return oneLine(plain(this.string(name)));
  }

  drop(...names: readonly string[]): void {
    names.forEach((name) => this.represented.add(name));
  }

  kept(): JsonObject {
    return Object.fromEntries(Object.entries(this.values).filter(([name]) => !this.represented.has(name)));
  }
}

function paperOf(item: Item, title: string): PaperDraft {
  const written = item.value('custom');
  const custom = isJsonObject(written) ? written : {};
  const { lectern, ...otherCustom } = custom;
  const own = isJsonObject(lectern) ? lectern : {};
  const lecternFields = readLecternFields(own).fields;
  const draft: PaperDraft = {
    title,
    abstract: abstractOf(item),
    ...authorsOf(item),
    ...dateOf(item),
    ...identifiersOf(item),
    ...subjectsOf(item),
    venue: venueOf(item),
    remark: remarkOf(item),
    url: urlOf(item),
    ...lecternFields,
  };
  const custody = isJsonObject(written) ? (Object.keys(otherCustom).length === 0 ? {} : { custom: otherCustom }) : written === undefined ? {} : { custom: written };
  const other = own['other'];
  return { ...draft, extra: { 'csl-json': { ...item.kept(), ...custody, ...(isJsonObject(other) ? other : {}) } } };
}

function abstractOf(item: Item): string {
  item.drop('abstract');
  return plain(item.string('abstract'));
}

/** Names as they were written are kept where the export would part them in another way. */
function authorsOf(item: Item): Pick<PaperDraft, 'authors'> {
  const list = jsonList(item.value('author'));
  const authors = list.map(cslName);
  if (JSON.stringify(authors.map(nameAsCsl)) === JSON.stringify(list)) {
    item.drop('author');
  }
  return { authors: authors.filter((name) => name !== '') };
}

function dateOf(item: Item): Pick<PaperDraft, 'published' | 'year'> {
  const issued = item.value('issued');
  const names = ['issued', 'available-date', 'submitted'];
  const dates = names.map((name) => ({ name, date: readCslDate(item.value(name)) }));
  const found = dates.find(({ date }) => date !== undefined);
  if (found?.date === undefined) {
    return {};
  }
  if (found.name === 'issued' && JSON.stringify(issued) === JSON.stringify({ 'date-parts': [found.date.parts] })) {
    item.drop('issued');
  }
  const { published, year } = found.date;
  return published === undefined ? { year } : { published };
}

interface CslDate {
  readonly published?: string;
  readonly year: number;
  readonly parts: readonly number[];
}

/** A date in parts, as text, or as a bare year. Of a range the first day counts. */
function readCslDate(date: Json | undefined): CslDate | undefined {
  const fromText = (text: string): CslDate | undefined => {
    const written = readWrittenDate(text);
    const year = written?.year ?? Number(written?.published?.slice(0, 4) ?? NaN);
    return Number.isNaN(year) ? undefined : { year, parts: [], ...(written?.published === undefined ? {} : { published: written.published }) };
  };
  if (typeof date === 'string' || typeof date === 'number') {
    return fromText(String(date));
  }
  if (!isJsonObject(date)) {
    return undefined;
  }
  const numbers = jsonList(jsonList(date['date-parts'])[0]).map(Number);
  const [year = NaN, month = 0, day = 0] = numbers;
  if (Number.isInteger(year) && year >= 1000 && year <= 2999) {
    const published = isoDate(year, month, day);
    return { year, parts: numbers, ...(published === undefined ? {} : { published }) };
  }
  return ['raw', 'literal'].map((name) => date[name]).map((text) => (typeof text === 'string' ? fromText(text) : undefined)).find((found) => found !== undefined);
}

function identifiersOf(item: Item): Pick<PaperDraft, 'arxivId' | 'arxivVersion' | 'doi'> {
  const noted = notedIdentifiers(item.string('note'));
  const named = readDoi(item.string('DOI'));
  if (named !== undefined) {
    item.drop('DOI');
  }
  const doi = named ?? noted.doi;
  const id = archivedId(item) ?? (doi !== undefined && 'arxivId' in doi ? doi : undefined) ?? noted.arxiv ?? mentionedId(item);
  if (id === undefined) {
    return doi !== undefined && 'doi' in doi ? doi : {};
  }
  const version = Number(/^v?([1-9]\d{0,2})$/u.exec(item.string('version'))?.[1] ?? 0);
  if (version > 0) {
    item.drop('version');
  }
  return { ...(version > 0 ? { arxivVersion: version } : {}), ...id, ...(doi !== undefined && 'doi' in doi ? doi : {}) };
}

/** `number` is arXiv's where `archive` or `publisher` says so, or the number itself. */
function archivedId(item: Item): ArxivId | undefined {
  const inArchive = /^arxiv(?:\.org)?$/iu.test(item.text('archive'));
  const name = ['number', 'archive_location'].find((field) => {
    const text = item.string(field);
    return readArxivId(text) !== undefined && (inArchive || /arxiv/iu.test(`${text} ${item.string('publisher')}`));
  });
  if (name === undefined) {
    return undefined;
  }
  item.drop(name, ...(inArchive ? ['archive'] : []));
  return readArxivId(item.string(name));
}

/** Programs that know no such field write lines like `arXiv:2205.14135 [cs]`, `DOI: 10.1145/…` into the note. */
function notedIdentifiers(note: string): { readonly arxiv?: ArxivId; readonly doi?: ReturnType<typeof readDoi> } {
  const lines = note.slice(0, 20_000).split(/[\n;]/u).map((line) => line.trim());
  const arxiv = lines.map((line) => (/^(?:arxiv|eprint)/iu.test(line) ? readArxivId(line.replace(/^eprint\s?:\s?/iu, '')) : undefined)).find((id) => id !== undefined);
  const doi = lines.map((line) => (/^doi\s?:/iu.test(line) ? readDoi(line) : undefined)).find((found) => found !== undefined);
  return { ...(arxiv === undefined ? {} : { arxiv }), ...(doi === undefined ? {} : { doi }) };
}

function mentionedId(item: Item): ArxivId | undefined {
  return ['URL', 'container-title', 'number', 'id'].map((name) => (/arxiv/iu.test(item.string(name)) ? findArxivId(item.string(name)) : undefined)).find((id) => id !== undefined);
}

function subjectsOf(item: Item): Pick<PaperDraft, 'keywords' | 'categories'> {
  const listed = jsonList(item.value('categories'));
  const categories = listed.filter((name) => typeof name === 'string');
  item.drop('keyword', ...(categories.length > 0 && categories.length === listed.length ? ['categories'] : []));
  return { keywords: splitKeywords(item.string('keyword')), categories };
}

function venueOf(item: Item): string | undefined {
  const venue = item.text('container-title');
  if (venue === '' || isPreprintVenue(venue)) {
    return undefined;
  }
  item.drop('container-title');
  return venue;
}

/** A note with lines for programs is none for readers. */
function remarkOf(item: Item): string | undefined {
  const note = item.string('note');
  const { arxiv, doi } = notedIdentifiers(note);
  if (note.trim() === '' || arxiv !== undefined || doi !== undefined) {
    return undefined;
  }
  item.drop('note');
  return oneLine(note);
}

function urlOf(item: Item): string | undefined {
  const url = webAddress(item.string('URL'));
  if (url !== undefined) {
    item.drop('URL');
  }
  return url;
}

function plain(text: PaperFields['abstract']): string {
  return (hasMarkup(text) ? htmlText(text) : '') || text.trim();
}
