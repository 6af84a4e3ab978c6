import type { TextRange } from '../anchors/text-target';

/**
 * `percent`, `factor`, `points`, `orders`: compare by themselves. `measure`: a time, an amount of memory, a count of things.
 * `plain`: a number with nothing after it that is a unit.
 */
export type QuantityForm = 'percent' | 'factor' | 'points' | 'orders' | 'measure' | 'plain';

/** A number with the unit that follows it. */
export interface Quantity {
  readonly range: TextRange;
  readonly value: number;
  readonly form: QuantityForm;
  /** As a claim gives it. */
  readonly unit: string;
  /** It is no comparison by itself: numbers in words such as `half`, and `3 times` with a blank, as in "3 times a day". */
  readonly isLoose: boolean;
}

/** A number that is no part of a name (`GPT-4`, `Qwen2.5-32B`, `a_3`) nor of another number; TeX's dollar may stand before it. */
const NUMBER = /(?<![\p{L}\p{N}_.,/^@#]|\p{L}[-–—])[+−-]?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:\^\{?-?\d{1,3}\}?)?/gu;

const WORDS: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, several: NaN,
};
/** Numbers in words, only where they compare: `two orders of magnitude`, `three times`, `twofold`, `half the memory`. */
const IN_WORDS =
  /(?<![\p{L}\p{N}_-])(?:(?<count>an?|one|two|three|four|five|six|seven|eight|nine|ten)[\s-](?<unit>orders? of magnitude|times|fold)|(?<fold>two|three|four|five|six|eight|ten)fold|(?<half>half|one[\s-]half|a third|one[\s-]third|a quarter|one[\s-]quarter|a tenth|one[\s-]tenth|twice|double|triple))(?![\p{L}-])/giu;
const PARTS: Readonly<Record<string, number>> = { half: 0.5, third: 0.333, quarter: 0.25, tenth: 0.1, twice: 2, double: 2, triple: 3 };

const FACTOR = /(?:\$?\s?(?:×|\\times(?![a-z])|\{\\times\})\$?(?!\s?\$?\d)|\s?[xX](?![\p{L}\p{N}]|\s?\d)|\s?-?(?:times|fold)(?!\p{L}))/uy;
/** `by a factor of about 10`, also before the second of `2 to 5`. */
const FACTOR_OF = /\bfactors? (?:of|by) (?:about |around |over |at least |up to |nearly |roughly |more than |~|\$)*(?:\d+(?:\.\d+)?\s?(?:-|–|to)\s?)?$/iu;
const PERCENT = /\$?\s?(?:\\?%p?\$?|percent(?!\p{L})|per\scent(?!\p{L})|pp(?!\p{L}))(?<points>\s?(?:absolute |percentage )?points?(?!\p{L}))?/uy;
const POINTS = /\$?[\s-](?:[\p{L}][\p{L}\p{N}@%.-]{0,20}[\s-]){0,2}?(?:points?|pts)(?!\p{L})/uy;
/** Points that are things to count. */
const NOT_POINTS = /(?:data|key|time|view|end|way|grid|sample|control|anchor|check|reference|starting|focal|check|training|test|query|seed|of|the|these|and|to)[\s-]points?$/iu;
const ORDERS = /\s?orders? of magnitude/uy;
const SCALE = /\$?\s?(?:(?<letter>[KkMBTG])(?![\p{L}\p{N}])|(?<word>thousand|million|billion|trillion)(?!\p{L}))/uy;
const SCALES: Readonly<Record<string, number>> = {
  k: 1e3, m: 1e6, b: 1e9, g: 1e9, t: 1e12, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12,
};
/** A time, an amount of memory, a rate, a count. */
const MEASURE =
  /[\s-]?\$?(?<unit>(?:ms|milliseconds?|μs|µs|microseconds?|seconds?|secs?|s|minutes?|mins?|min|hours?|hrs?|h|days?|weeks?|months?|GPU[\s-]hours?|GPU[\s-]days?|[KMGT]i?B|bytes?|bits?|dB|FPS|fps|Hz|kHz|kWh|Wh|[TGMPE]?FLOPs?|[TGP]FLOPS|tokens?\/s(?:ec(?:ond)?)?|tokens per second|tokens?|words|parameters|params|frames|samples|examples|steps|iterations|epochs|images|pages|calls|queries|bpw))(?![\p{L}\p{N}])/uy;

/** All numbers of a text that could be part of a claim, in order. Takes time in proportion to the length of the text. */
export function quantitiesOf(text: string): readonly Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(NUMBER)) {
    found.push(quantityAt(text, match.index, match[0]));
  }
  for (const match of text.matchAll(IN_WORDS)) {
    const worded = wordedQuantity(match);
    if (worded !== undefined) {
      found.push(worded);
    }
  }
  // A number of hundreds of digits has no value here.
  return found.filter(({ value }) => Number.isFinite(value)).sort((one, other) => one.range.start - other.range.start);
}

function quantityAt(text: string, start: number, raw: string): Quantity {
  const end = start + raw.length;
  const value = valueOf(raw);
  const fraction = sticky(/\/(\d{1,4})(?:th)?(?=\s(?:of|the|as)\b)/uy, text, end);
  if (fraction !== null) {
    const range = { start, end: end + fraction[0].length };
    return { range, value: round(value / Number(fraction[1])), form: 'factor', unit: '×', isLoose: false };
  }
  const made = (form: QuantityForm, unit: string, length: number, scale = 1, isLoose = false): Quantity => {
    return { range: { start, end: end + length }, value: round(value * scale), form, unit, isLoose };
  };
  const percent = sticky(PERCENT, text, end);
  if (percent !== null) {
    return made('percent', percent.groups?.['points'] === undefined ? '%' : 'points', percent[0].length);
  }
  const factor = sticky(FACTOR, text, end);
  if (factor !== null) {
    return made('factor', '×', factor[0].length, 1, /^\s-?times/u.test(factor[0]) && Number.isInteger(value));
  }
  const orders = sticky(ORDERS, text, end);
  if (orders !== null) {
    return made('orders', 'orders of magnitude', orders[0].length);
  }
  const points = sticky(POINTS, text, end);
  if (points !== null && !NOT_POINTS.test(points[0])) {
    return made('points', 'points', points[0].length);
  }
  const scaled = sticky(SCALE, text, end);
  const scale = scaled === null ? 1 : (SCALES[(scaled.groups?.['letter'] ?? scaled.groups?.['word'] ?? '').toLowerCase()] ?? 1);
  const after = scaled?.[0].length ?? 0;
  const measure = sticky(MEASURE, text, end + after);
  if (measure !== null) {
    return made('measure', measure.groups?.['unit'] ?? '', after + measure[0].length, scale);
  }
  if (scaled === null && FACTOR_OF.test(text.slice(Math.max(0, start - 40), start))) {
    return made('factor', '×', 0);
  }
  return made(scaled === null ? 'plain' : 'measure', '', after, scale);
}

function wordedQuantity(match: RegExpExecArray): Quantity | undefined {
  const { count, unit, fold, half } = match.groups ?? {};
  const range = { start: match.index, end: match.index + match[0].length };
  if (half !== undefined) {
    const word = half.toLowerCase().split(/[\s-]/u).at(-1) ?? '';
    return { range, value: PARTS[word] ?? NaN, form: 'factor', unit: '×', isLoose: true };
  }
  const value = WORDS[(count ?? fold ?? '').toLowerCase()] ?? NaN;
  const isOrders = unit?.startsWith('order') === true;
  // "a times" and "one time" are no comparison.
  return isOrders || value > 1 ? { range, value, form: isOrders ? 'orders' : 'factor', unit: isOrders ? 'orders of magnitude' : '×', isLoose: true } : undefined;
}

/** `2,048`, `-3.5`, `10^{3}`, `10^-3`. */
function valueOf(raw: string): number {
  const [base = '', power] = raw.replace(/,/gu, '').replace('−', '-').replace(/[{}]/gu, '').split('^');
  const value = Number(base);
  return power === undefined ? value : value ** Number(power);
}

/** Without the last digits that binary fractions bring: `4.1 * 1000`. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
