import type { Json, PaperFields } from '../paper';
import * as v from 'valibot';
import { isJsonObject } from '../json';

const text = v.pipe(v.string(), v.maxLength(2_000_000));
const texts = v.array(text);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const day = v.pipe(v.string(), v.isoDate());
const address = v.pipe(v.string(), v.regex(/^https?:\/\/\S+$/iu));
const extra = v.custom<NonNullable<PaperFields['extra']>>((value) => isJsonObject(value) && Object.values(value).every(isJsonObject));

/** What each field of a paper may hold. */
const FIELDS = {
  title: v.pipe(text, v.regex(/\S/u)),
  abstract: text,
  authors: texts,
  authorCount: count,
  organisation: v.object({ slug: text, name: text }),
  published: day,
  year: count,
  updated: day,
  comments: count,
  upvotes: count,
  arxivId: text,
  arxivVersion: count,
  doi: text,
  categories: texts,
  keywords: texts,
  venue: text,
  remark: text,
  url: address,
  repository: address,
  projectPage: address,
  machineSummary: text,
  extra,
} satisfies { readonly [F in keyof Required<PaperFields>]: v.GenericSchema<NonNullable<PaperFields[F]>> };

/** A field written as Lectern writes it, whatever else an object holds. */
export interface LecternFields {
  readonly fields: Partial<PaperFields>;
  /** Names of fields that hold what they may not; they are left out. */
  readonly broken: readonly string[];
  /** Members that are no fields of a paper. */
  readonly others: Readonly<Record<string, Json>>;
}

const SCHEMA = v.partial(v.object(FIELDS));

/** Reads the fields of a paper from an object that Lectern wrote. */
export function readLecternFields(json: Readonly<Record<string, Json>>): LecternFields {
  const entries = Object.entries(json);
  const known = entries.filter(([name]) => Object.hasOwn(FIELDS, name));
  const others = Object.fromEntries(entries.filter(([name]) => !Object.hasOwn(FIELDS, name)));
  const whole = v.safeParse(SCHEMA, Object.fromEntries(known));
  if (whole.success) {
    return { fields: withoutAbsent(whole.output), broken: [], others };
  }
  const broken = new Set(whole.issues.map((issue) => v.getDotPath(issue)?.split('.')[0] ?? ''));
  const sound = v.safeParse(SCHEMA, Object.fromEntries(known.filter(([name]) => !broken.has(name))));
  return { fields: sound.success ? withoutAbsent(sound.output) : {}, broken: [...broken], others };
}

function withoutAbsent(fields: { readonly [F in keyof PaperFields]?: PaperFields[F] | undefined }): Partial<PaperFields>;
function withoutAbsent(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
