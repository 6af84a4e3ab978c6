import type { IsoDate, Json, Organisation, PaperFields } from '../paper';
import type { JsonObject } from './json-records';
import { paperAddress, readArxivId, targetOf } from './daily-papers-links';
import { readPeriod } from './daily-papers-period';
import { isJsonObject, member } from './json-records';

/** A record of the Daily Papers API, read. */
export interface Item {
  readonly paper: PaperFields;
  /** Day on which Daily Papers listed it. */
  readonly listed?: IsoDate;
  /** What could not be read of it, for the reader. */
  readonly faults: readonly string[];
}

const HOUR_MS = 3_600_000;
/** Clocks of the earth differ by no more. */
const WIDEST_ZONE_HOURS = 14;

/** True for a record of the API in any of its forms, also without its cover. */
export function isItem(value: JsonObject): boolean {
  return isJsonObject(member(value, 'paper')) || isText(member(value, 'title'));
}

/**
 * Reads a record of `GET /api/daily_papers` (facts of the paper inside `paper`), of `/api/papers/{id}` (all in one
 * object) or of a list made from these. A fact may be on either level, absent or null.
 *
 * `publishedAt` inside `paper` is when arXiv published it; on the cover it is when it was listed, except in newer
 * answers, which repeat arXiv's there in another time zone and list by `submittedOnDailyAt`.
 *
 * @returns `undefined` for a record without a title
 */
export function readItem(value: JsonObject): Item | undefined {
  return new ItemReader(value).read();
}

class ItemReader {
  private readonly inner: JsonObject;
  private readonly nested: boolean;
  private readonly used = new Set(['paper']);
  private readonly faults: string[] = [];

  constructor(private readonly outer: JsonObject) {
    const inner = member(outer, 'paper');
    this.nested = isJsonObject(inner);
    this.inner = isJsonObject(inner) ? inner : outer;
  }

  read(): Item | undefined {
    const title = this.text('title', [this.outer, this.inner])?.replace(/\s+/gu, ' ').trim();
    if (title === undefined) {
      return undefined;
    }
    const listed = this.listed();
    const id = this.arxivId();
    const authors = this.authors();
    const paper: PaperFields = withoutAbsent({
      title,
      abstract: (this.text('summary') ?? this.text('abstract'))?.trim() ?? '',
      authors: authors.length === 0 ? undefined : authors,
      authorCount: authors.length === 0 ? this.count('authorCount') : authors.length,
      organisation: this.organisation(),
      published: this.published(),
      comments: this.count('numComments', [this.outer, this.inner]) ?? this.count('comments'),
      upvotes: this.count('upvotes'),
      arxivId: id,
      url: id === undefined ? this.address('url') : paperAddress(id),
      repository: this.address('githubRepo') ?? this.repositoryOfUrls(),
      projectPage: this.address('projectPage'),
      machineSummary: this.text('ai_summary')?.trim(),
      keywords: this.keywords(),
    });
    const rest = this.rest();
    return {
      paper: Object.keys(rest).length === 0 ? paper : { ...paper, extra: { 'daily-papers': rest } },
      ...(listed === undefined ? {} : { listed }),
      faults: this.faults,
    };
  }

  private find<T extends Json>(name: string, is: (value: Json) => value is T, levels: readonly JsonObject[] = [this.inner, this.outer]): T | undefined {
    for (const level of levels) {
      const value = member(level, name);
      if (value !== undefined && is(value)) {
        this.used.add(name);
        return value;
      }
    }
    return undefined;
  }

  private text(name: string, levels?: readonly JsonObject[]): string | undefined {
    return this.find(name, isText, levels);
  }

  private count(name: string, levels?: readonly JsonObject[]): number | undefined {
    return this.find(name, (value): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0, levels);
  }

  private address(name: string): string | undefined {
    return this.find(name, isAddress)?.trim();
  }

  private arxivId(): string | undefined {
    for (const name of ['id', 'arxivId', 'arxiv_id', 'paper_id']) {
      const id = readArxivId(this.find(name, (value): value is string => isText(value) && readArxivId(value) !== undefined) ?? '');
      if (id !== undefined) {
        return id;
      }
    }
    return undefined;
  }

  /** Authors who are hidden are left out: the page does not show them either. */
  private authors(): readonly string[] {
    const listed = this.find('authors', (value): value is readonly Json[] => Array.isArray(value) && value.length > 0);
    if (listed === undefined) {
      return this.text('authors')?.split(/\s*[,;]\s*|\s+and\s+/u).filter(isText) ?? [];
    }
    return listed.flatMap((author) => {
      const name = isJsonObject(author) ? nameOf(author) : author;
      return isText(name) ? name.replace(/\s+/gu, ' ').trim() : [];
    });
  }

  private organisation(): Organisation | undefined {
    for (const name of ['organization', 'organisation', 'org']) {
      const value = this.find(name, (found): found is JsonObject | string => isText(found) || (isJsonObject(found) && (isText(member(found, 'name')) || isText(member(found, 'fullname')))));
      if (typeof value === 'string') {
        return { slug: value.trim().toLowerCase().replace(/[^a-z0-9.]+/gu, '-'), name: value.trim() };
      }
      if (value !== undefined) {
        const [slug, full] = ['name', 'fullname'].map((part) => member(value, part)).map((part) => (isText(part) ? part.trim() : undefined));
        return { slug: slug ?? full ?? '', name: full ?? slug ?? '' };
      }
    }
    return undefined;
  }

  private published(): IsoDate | undefined {
    const names = ['publishedAt', 'published', 'date'] as const;
    for (const name of names) {
      const text = this.text(name, [this.inner]);
      const date = readDay(text);
      if (date !== undefined) {
        return date;
      }
      if (text !== undefined) {
        this.faults.push(`“${text.slice(0, 40)}” is not a date.`);
      }
    }
    return undefined;
  }

  private listed(): IsoDate | undefined {
    const submitted = [this.inner, this.outer].map((level) => member(level, 'submittedOnDailyAt')).find(isText);
    if (submitted !== undefined) {
      return readDay(submitted);
    }
    const [listed, published] = [this.outer, this.inner].map((level) => member(level, 'publishedAt'));
    if (!this.nested || typeof listed !== 'string') {
      return undefined;
    }
    this.used.add('publishedAt');
    const apart = Math.abs(Date.parse(listed) - Date.parse(typeof published === 'string' ? published : ''));
    return apart % HOUR_MS === 0 && apart <= WIDEST_ZONE_HOURS * HOUR_MS ? undefined : readDay(listed);
  }

  private keywords(): readonly string[] | undefined {
    const isList = (value: Json): value is readonly Json[] => Array.isArray(value) && value.some(isText);
    const words = this.find('ai_keywords', isList) ?? this.find('keywords', isList);
    return words?.filter(isText).map((word) => word.trim());
  }

  /** The first repository among the addresses of a list that has no field for it. */
  private repositoryOfUrls(): string | undefined {
    const urls = member(this.outer, 'urls');
    const targets = Array.isArray(urls) ? urls.slice(0, 100).flatMap((url: Json) => (isAddress(url) ? targetOf(url) : [])) : [];
    return targets.flatMap((target) => (target.kind === 'repository' ? target.url : []))[0];
  }

  /** What is not among the fields of a paper, of both levels; a name that both have otherwise is kept as `item.name`. */
  private rest(): Readonly<Record<string, Json>> {
    const members = new Map<string, Json>();
    for (const level of this.nested ? [this.inner, this.outer] : [this.inner]) {
      for (const [name, value] of Object.entries(level)) {
        if (value === null || (Array.isArray(value) && value.length === 0) || this.used.has(name)) {
          continue;
        }
        const known = members.get(name);
        if (known === undefined) {
          members.set(name, value);
        } else if (JSON.stringify(known) !== JSON.stringify(value)) {
          members.set(`item.${name}`, value);
        }
      }
    }
    return Object.fromEntries(members);
  }
}

function withoutAbsent(fields: { readonly [Name in keyof PaperFields]: PaperFields[Name] | undefined } & Pick<PaperFields, 'title' | 'abstract'>): PaperFields {
  const present = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { title: fields.title, abstract: fields.abstract, ...Object.fromEntries(present) };
}

/** Name of an author, unless hidden. */
function nameOf(author: JsonObject): Json | undefined {
  return member(author, 'hidden') === true ? undefined : (member(author, 'name') ?? member(author, 'fullname'));
}

function readDay(text: string | undefined): IsoDate | undefined {
  const period = readPeriod(text ?? '');
  return period?.length === 10 ? period : undefined;
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isAddress(value: Json): value is string {
  return typeof value === 'string' && /^\s*https?:\/\/[^\s/]+\.[^\s]{2,2000}$/iu.test(value);
}
