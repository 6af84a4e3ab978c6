import { fromCodePoints } from './code-points';
import { CONTEXT_LENGTH } from './describe-target';
import { agreement, reversed } from './evidence';
import { normalText, type Form } from './normal-text';
import { isCutLike, similarPlaces, type Sought } from './similar-places';
import type { Anchor, TextRange, TextTarget } from './text-target';
import {
  ADDED_COUNTS, CONTEXT_AT_POSITION, CONTEXT_TO_AGREE, ENOUGH_EVIDENCE, LEAST_KEPT, LONGEST_QUOTE, LONGEST_TEXT, LOST_COUNTS, MOST_PLACES, MOST_PUT_IN,
  POSITION_COUNTS, RIVAL_WITHIN, SHORT_QUOTE, SIDE_IN_FULL, SIDE_TO_AGREE,
} from './thresholds';

/** A place that may be the one meant. */
interface Place {
  readonly range: TextRange;
  /** 1 for the very words. */
  readonly similarity: number;
  readonly isAtPosition: boolean;
  /** Letters that speak for it. */
  readonly evidence: number;
}

/** Letters around a place that speak for it. */
interface Context {
  readonly before: number;
  readonly after: number;
}

/** The closest a score comes to 1 without being it: the words differ in capitals or dashes at least. */
const ALMOST = 0.99;

/**
 * Finds in a text what a target means: the very words where they stood; the very words elsewhere, known by their length or by
 * what stands around them; words like them, likewise. Of several places the one counts that more letters speak for, and
 * where they are about as many the answer is that they are several. A look-alike without its context is none.
 *
 * White space and the way letters are composed make no difference to words.
 */
export function findAnchor(text: string, target: TextTarget): Anchor {
  if (target.exact.trim() === '') {
    return { state: 'orphaned' };
  }
  const places = [...equalPlaces(text, target), ...likePlaces(text, target)].sort((one, other) => other.evidence - one.evidence);
  const [best] = places;
  if (best === undefined) {
    return { state: 'orphaned' };
  }
  const rivals = places.filter((place) => !overlap(place.range, best.range) && place.evidence > best.evidence - RIVAL_WITHIN);
  if (rivals.length > 0) {
    const candidates = distinct([best, ...rivals]).map(({ range }) => range);
    return { state: 'ambiguous', candidates: candidates.sort((one, other) => one.start - other.start) };
  }
  if (best.similarity < 1) {
    return { state: 'fuzzy', range: best.range, score: best.similarity };
  }
  return { state: best.isAtPosition ? 'exact' : 'moved', range: best.range };
}

/** Where the very words stand. */
function equalPlaces(source: string, target: TextTarget): readonly Place[] {
  const { text, original } = normalText(source, 'same');
  const sought = soughtOf(target, 'same');
  const expected = target.position && fromCodePoints(source, target.position);
  const places: Place[] = [];
  for (let start = text.indexOf(sought.exact); start >= 0 && places.length < MOST_PLACES; start = text.indexOf(sought.exact, start + 1)) {
    const place = { start, end: start + sought.exact.length };
    const range = original(place);
    const context = contextAt(text, place, sought, target);
    const isAtPosition = range.start === expected?.start && range.end === expected.end;
    const evidence = sought.exact.length + context.before + context.after + (isAtPosition ? POSITION_COUNTS : 0);
    if (!isCutLike(text, place, sought)) {
      continue;
    }
    const isStill = isAtPosition && context.before + context.after >= Math.min(CONTEXT_AT_POSITION, contextLength(sought));
    if (isStill || (evidence >= enough(sought) && isKnown(context, sought))) {
      places.push({ range, similarity: 1, isAtPosition, evidence });
    }
  }
  return places;
}

/** Where words like them stand. */
function likePlaces(source: string, target: TextTarget): readonly Place[] {
  if (target.exact.length > LONGEST_QUOTE || source.length > LONGEST_TEXT) {
    return [];
  }
  const { text, original } = normalText(source, 'alike');
  const sought = soughtOf(target, 'alike');
  const length = sought.exact.length;
  const same = normalText(target.exact, 'same').text;
  return similarPlaces(text, sought).flatMap(({ range: place, kept }) => {
    const range = original(place);
    const isSame = normalText(source.slice(range.start, range.end), 'same').text === same;
    const context = contextAt(text, place, sought, target);
    const put = Math.max(0, place.end - place.start - kept);
    const evidence = kept - LOST_COUNTS * (length - kept) - ADDED_COUNTS * put + context.before + context.after;
    // The very words are judged above.
    if (isSame || kept < length * LEAST_KEPT || put > MOST_PUT_IN * length || evidence < enough(sought) || !isKnown(context, sought)) {
      return [];
    }
    const similarity = Math.min(ALMOST, (2 * kept) / (length + place.end - place.start));
    return [{ range, similarity, isAtPosition: false, evidence }];
  });
}

function soughtOf({ exact, prefix, suffix }: TextTarget, form: Form): Sought {
  const form1 = (text: string) => normalText(text, form).text;
  return { exact: form1(exact), prefix: form1(prefix.slice(-CONTEXT_LENGTH)), suffix: form1(suffix.slice(0, CONTEXT_LENGTH)) };
}

/** Letters before and after a place that agree with what stood there. */
function contextAt(text: string, { start, end }: TextRange, { prefix, suffix }: Sought, { position }: TextTarget): Context {
  const before = text.slice(Math.max(0, start - 2 * CONTEXT_LENGTH), start);
  const after = text.slice(end, end + 2 * CONTEXT_LENGTH);
  // Words with nothing before them stood at the beginning; whether with nothing after them at the end is not known of a foreign target.
  const begins = prefix === '' && position?.start === 0 && before === '' ? POSITION_COUNTS : 0;
  const ends = suffix === '' && position !== undefined && after === '' ? POSITION_COUNTS : 0;
  return { before: agreement(reversed(prefix), reversed(before)) + begins, after: agreement(suffix, after) + ends };
}

/**
 * Whether the context of a short quote agrees on both sides, as far as their sentence goes, or on one side in full. Phrases come
 * back in a text with some words around them, other ones on either side.
 */
function isKnown({ before, after }: Context, { exact, prefix, suffix }: Sought): boolean {
  if (exact.length > SHORT_QUOTE) {
    return true;
  }
  const shares = [before / Math.max(1, prefix.length), after / Math.max(1, suffix.length)];
  return Math.min(...shares) >= SIDE_TO_AGREE || Math.max(...shares) >= SIDE_IN_FULL;
}

function contextLength({ prefix, suffix }: Sought): number {
  return prefix.length + suffix.length;
}

function enough(sought: Sought): number {
  return Math.min(ENOUGH_EVIDENCE, sought.exact.length + contextLength(sought) * CONTEXT_TO_AGREE);
}

/** Of places that overlap, the best. */
function distinct(places: readonly Place[]): readonly Place[] {
  const kept: Place[] = [];
  for (const place of places) {
    if (!kept.some(({ range }) => overlap(range, place.range))) {
      kept.push(place);
    }
  }
  return kept;
}

function overlap(one: TextRange, other: TextRange): boolean {
  return one.start < other.end && other.start < one.end;
}
