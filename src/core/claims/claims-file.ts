import * as v from 'valibot';
import type { PaperKey } from '../papers/paper';
import { CLAIM_KINDS } from './claim';
import type { Correction } from './corrections';

const FORMAT = 'lectern-claims';
const VERSION = 1;
export const LONGEST_QUOTE = 500;
export const LONGEST_WORDS = 200;

const quote = v.pipe(v.string(), v.maxLength(LONGEST_QUOTE));
const words = v.pipe(v.string(), v.maxLength(LONGEST_WORDS));
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Fields that this version does not know stay in the file. */
const correction = v.looseObject({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(LONGEST_WORDS)),
  target: v.looseObject({
    exact: v.pipe(quote, v.minLength(1)),
    prefix: quote,
    suffix: quote,
    position: v.exactOptional(v.looseObject({ start: offset, end: offset })),
  }),
  isClaim: v.boolean(),
  modified: words,
  values: v.exactOptional(v.pipe(v.array(v.pipe(v.number(), v.finite())), v.maxLength(2))),
  unit: v.exactOptional(words),
  metric: v.exactOptional(words),
  kind: v.exactOptional(v.picklist(CLAIM_KINDS)),
});

export interface ClaimsFile {
  readonly corrections: readonly Correction[];
  /** What is wrong and where, in words for the reader. */
  readonly problems: readonly string[];
  /** Written by a newer Lectern: it must not be written over. */
  readonly isNewer: boolean;
  /** It is no file of claims at all: it is set aside before another is written. */
  readonly isBroken: boolean;
  /** Top-level fields this version does not know. */
  readonly extra: Readonly<Record<string, unknown>>;
  /** Entries that were not understood, as they stand in the file. */
  readonly others: readonly unknown[];
}

const EMPTY: ClaimsFile = { corrections: [], problems: [], isNewer: false, isBroken: false, extra: {}, others: [] };

/**
 * Reads `{ "format": "lectern-claims", "version": 1, "paper": …, "corrections": […] }`. Never throws: a bad entry is left out,
 * told as a problem and kept in `others`. An empty text is a file without corrections.
 */
export function parseClaimsFile(text: string): ClaimsFile {
  const bare = text.replace(/^\uFEFF/u, '');
  if (bare.trim() === '') {
    return EMPTY;
  }
  let json: unknown;
  try {
    json = JSON.parse(bare);
  } catch (error) {
    return { ...EMPTY, isBroken: true, problems: [`It is not valid JSON: ${error instanceof Error ? error.message : String(error)}`] };
  }
  const parsed = v.safeParse(v.looseObject({ format: v.literal(FORMAT), version: v.number(), corrections: v.array(v.unknown()) }), json);
  if (!parsed.success) {
    return { ...EMPTY, isBroken: true, problems: [`It holds no claims: "format" must be "${FORMAT}", "version" a number and "corrections" a list.`] };
  }
  const { version, corrections: entries } = parsed.output;
  const extra = Object.fromEntries(Object.entries(parsed.output).filter(([name]) => !['format', 'version', 'paper', 'corrections'].includes(name)));
  const corrections: Correction[] = [];
  const others: unknown[] = [];
  const problems: string[] = [];
  entries.forEach((entry, index) => {
    const one = v.safeParse(correction, entry);
    if (one.success && !corrections.some(({ id }) => id === one.output.id)) {
      corrections.push(one.output);
    } else {
      others.push(entry);
      problems.push(`Correction ${index + 1} cannot be used: ${one.success ? 'another has its id' : one.issues[0].message}`);
    }
  });
  const isNewer = version > VERSION;
  if (isNewer) {
    problems.unshift(`It is from a newer Lectern (format version ${version}) and cannot be changed with this one.`);
  }
  return { corrections, problems, isNewer, isBroken: false, extra, others };
}

/** The text of a paper's file. The same corrections always give the same text. */
export function serialiseClaimsFile(paper: PaperKey, { corrections, extra, others }: Pick<ClaimsFile, 'corrections' | 'extra' | 'others'>): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, paper, corrections: [...corrections, ...others], ...extra }, undefined, 2)}\n`;
}

/** With a correction in place of the one with its id, or of one of the very same place. */
export function withCorrection(corrections: readonly Correction[], added: Correction): readonly Correction[] {
  const isSame = ({ id, target }: Correction) =>
    id === added.id || (target.exact === added.target.exact && target.prefix === added.target.prefix && target.suffix === added.target.suffix);
  const place = corrections.findIndex(isSame);
  const others = corrections.filter((one) => !isSame(one));
  return place === -1 ? [...corrections, added] : [...others.slice(0, place), added, ...others.slice(place)];
}

export function withoutCorrection(corrections: readonly Correction[], id: string): readonly Correction[] {
  return corrections.filter((one) => one.id !== id);
}
