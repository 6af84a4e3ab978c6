import type { TextRange } from '../anchors/text-target';
import type { Bound } from './claim';
import type { Quantity, QuantityForm } from './quantities';

/** One or two numbers that are said together, with their bound. */
export interface NumberExpression {
  readonly range: TextRange;
  readonly values: readonly number[];
  readonly form: QuantityForm;
  readonly unit: string;
  readonly bound?: Bound;
  /** `change`: from the first value to the second. `range`: anything between them. */
  readonly shape: 'single' | 'range' | 'change';
  readonly isLoose: boolean;
}

const BOUND_WORDS =
  'up to|as (?:much|many|high|low|little|few|large) as|at least|at most|over|more than|less than|fewer than|greater than|exceeding|above|below|under|about|around|approximately|approx\\.|roughly|nearly|almost|an average of|only|just|merely|mere|an?|the';
const BOUNDS = new RegExp(`(?:(?<![\\p{L}\\p{N}-])(?:${BOUND_WORDS})\\s|[≥≤><~∼$]\\s?|\\\\(?:sim|approx|geq?|leq?|gt|lt)\\s?)+$`, 'iu');
/** Longest words before a number that are looked at. */
const BEFORE = 40;

const FROM = /\bfrom\s+$/iu;
const RANGING = /\b(?:rang|var|span)(?:es?|ing|ying|ies|y|ning|s)?\s+from\s+$/iu;
const DASH = /^\s?(?:[-–—~∼]|--|to|and)\s?\$?$/u;
const TO = /^(?:\s?\([^()]{0,80}\))?(?:\s(?:on|for|in)\s\p{L}[\p{L}\p{N}\s-]{0,30}?)?,?\s?(?:down |up |all the way )?(?:to|→|-+>|\\to|\\rightarrow|⟶)\s(?:[\p{L}\s~<>≥≤$]{0,20})?\$?$/iu;
const ARROW = /→|-+>|\\to|\\rightarrow|⟶/u;
const NEXT_IN_LIST = /^(?:,\s?|\s?\/\s?|,?\s(?:and|or)\s)$/u;
/** Longest words between the numbers of one expression. */
const BETWEEN = 110;

/** Numbers that belong together as one expression each, in order. */
export function expressionsOf(text: string, quantities: readonly Quantity[]): readonly NumberExpression[] {
  const withUnits = sharedUnits(text, quantities);
  const expressions: NumberExpression[] = [];
  for (let index = 0; index < withUnits.length; index++) {
    const first = withUnits[index];
    const second = withUnits[index + 1];
    if (first === undefined) {
      continue;
    }
    const joined = second && join(text, first, second);
    if (joined !== undefined) {
      index++;
    }
    expressions.push(joined ?? single(text, first));
  }
  return expressions;
}

/** "2.4 and 3.1 points", "1.2/3.4%": the unit at the end is that of all, if they are decimals and cannot be something else. */
function sharedUnits(text: string, quantities: readonly Quantity[]): readonly Quantity[] {
  const shared = [...quantities];
  for (let index = shared.length - 2; index >= 0; index--) {
    const [one, next] = [shared[index], shared[index + 1]];
    if (one?.form === 'plain' && next !== undefined && next.form !== 'plain' && next.form !== 'measure' && !Number.isInteger(one.value)) {
      if (next.range.start - one.range.end <= 6 && NEXT_IN_LIST.test(text.slice(one.range.end, next.range.start))) {
        shared[index] = { ...one, form: next.form, unit: next.unit };
      }
    }
  }
  return shared;
}

function join(text: string, first: Quantity, second: Quantity): NumberExpression | undefined {
  const gap = second.range.start - first.range.end;
  // The hyphen of "33-59%" may have been read as the sign of the second.
  const signed = gap === 0 && /^[−-]/u.test(text.charAt(second.range.start));
  if (gap > BETWEEN || (gap <= 0 && !signed)) {
    return undefined;
  }
  const between = signed ? '-' : text.slice(first.range.end, second.range.start);
  const { bound, start } = boundBefore(text, first.range.start);
  const before = text.slice(Math.max(0, start - 24), start);
  const values = [first.value, signed || second.value < 0 ? Math.abs(second.value) : second.value];
  const base = { values, unit: second.unit, form: second.form, isLoose: first.isLoose || second.isLoose };
  const sameUnit = first.unit === second.unit || first.form === 'plain' || (first.form === 'measure' && first.unit === '');
  if (!sameUnit) {
    return undefined;
  }
  const from = FROM.exec(before)?.[0].length ?? 0;
  const isChange = second.form !== 'factor' && TO.test(between) && (ARROW.test(between) || (from > 0 && !RANGING.test(before)));
  if (isChange) {
    return { ...base, range: { start: start - from, end: second.range.end }, shape: 'change' };
  }
  if (second.form === 'plain' || !DASH.test(between) || (between.includes('and') && !/\bbetween\s+$/iu.test(before))) {
    return undefined;
  }
  return { ...base, range: { start, end: second.range.end }, shape: 'range', ...(bound === undefined ? {} : { bound }) };
}

function single(text: string, { range, value, form, unit, isLoose }: Quantity): NumberExpression {
  const { bound, start } = boundBefore(text, range.start);
  return { range: { start, end: range.end }, values: [value], form, unit, shape: 'single', isLoose, ...(bound === undefined ? {} : { bound }) };
}

/** The bound that stands right before a number, and where it begins. */
function boundBefore(text: string, at: number): { readonly bound?: Bound; readonly start: number } {
  const before = text.slice(Math.max(0, at - BEFORE), at);
  const words = BOUNDS.exec(before)?.[0] ?? '';
  const bound = boundOf(words.toLowerCase());
  // Articles and dollars before a number are not part of it unless a bound is.
  const start = bound === undefined ? at - (/\$$/u.exec(before)?.[0].length ?? 0) : at - words.replace(/^(?:(?:a|an|the|only|just|merely|mere)\s)+/iu, '').length;
  return bound === undefined ? { start } : { bound, start };
}

function boundOf(words: string): Bound | undefined {
  if (/up to|as (?:much|many|high|large) as/u.test(words)) return 'up to';
  if (/at least|over|more than|greater than|exceeding|above|≥|>/u.test(words)) return 'at least';
  if (/at most|less than|fewer than|below|under|as (?:low|little|few) as|≤|</u.test(words)) return 'at most';
  return /about|around|approx|roughly|nearly|almost|~|∼|\\sim/u.test(words) ? 'about' : undefined;
}
