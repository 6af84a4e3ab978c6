import type { ClaimKind, Comparison } from './claim';
import type { Context } from './context';
import type { NumberExpression } from './expressions';

/** Words that say what a number is about; the nearest decides. */
const CUES: readonly (readonly [kind: ClaimKind, words: RegExp])[] = [
  ['speed', /speed[-\s]?ups?|speed(?:s|ed|ing)?(?!\p{L})|faster|slower|latency|throughput|wall-clock|(?:training|inference|decoding|running|generation|execution|response|compute|computation) times?|runtime|time-to|FPS|frames per second|tokens per second|accelerat\p{L}*|quicker|seconds|minutes|hours|MFU|FLOPs utilization|utilization|efficiency/giu],
  ['memory', /memory|VRAM|HBM|footprint|KV[-\s]cache|storage|cache size|(?<!\p{L})[KMGT]i?B(?!\p{L})/giu],
  ['quality', /accura\p{L}+|precision|recall|F1|AUC|AUROC|BLEU|ROUGE|perplexity|FID|PSNR|SSIM|mAP|IoU|Elo|scores?(?!\p{L})|win rates?|success rates?|pass@\d+|performance|correctness|error rates?|errors?(?!\p{L})|loss(?!\p{L})|hallucinat\p{L}*|quality|lift|gains?(?!\p{L})|WER|robustness|points|retrieval|benchmarks?|generaliz\p{L}+|agreement|alignment|safety/giu],
  ['cost', /costs?(?!\p{L})|cheaper|FLOPs?(?!\p{L})|compute(?!\p{L})|computation\p{L}*|training data|data required|amount of data|more data|less data|as many tokens|fewer tokens|number of data|samples|annotations?|energy|price|GPU[-\s](?:hours|days)|budgets?|carbon|power consumption|labels|training steps/giu],
  ['size', /lengths?(?!\p{L})|longer|shorter|context|windows?(?!\p{L})|extrapolation|parameters?|model size|smaller|larger|compress\p{L}*|sequences?(?!\p{L})|resolution|size(?!\p{L})/giu],
];

const COMPARISONS: readonly (readonly [comparison: Comparison, words: RegExp])[] = [
  ['speedup', /speed[-\s]?ups?|faster|accelerat|quicker|speeds? up|speeding up/giu],
  ['reduction', /reduc|decreas|fewer|less(?!\p{L})|lower|smaller|shorter|drop|loss(?!\p{L})|cheaper|savings?|saves?|saving|cut(?:s|ting)?(?!\p{L})|shrink|compress|undercount|sacrific|worse|degrad|slower/giu],
  ['improvement', /improv|better|gains?(?!\p{L})|lifts?(?!\p{L})|superior|outperform|surpass|boost|higher accuracy|exceed/giu],
  ['increase', /increas|more(?!\p{L})|higher|larger|longer|greater|extrapolat|exten[ds]|grow|scal/giu],
];

/** A number after these belongs to the words before it: `reductions of 33%`, `reduces it by 5%`. */
const OF_BEFORE = /(?:\bof|\bby|\bfrom|=|\bis|\breaches|\bto)\s(?:[^\d.]{0,16}\s)?$/iu;
/** Words after these are about something else. */
const ELSEWHERE = /^[\s,]*(?:with|while|and|but|when|,|\.)(?!\p{L})/iu;
/** How far from a number words still speak of it. */
const NEAR = 110;

/** What a number is about, by the nearest cue; those after it count as nearer. */
export function kindOf({ unit, form }: NumberExpression, context: Context): ClaimKind {
  if (form === 'measure' && /^(?:[KMGT]i?B|bytes?)$/u.test(unit)) {
    return 'memory';
  }
  if (form === 'measure' && /^(?:ms|milli|μs|µs|micro|s$|sec|min|hour|hrs?$|h$|days?$|FPS|fps|tokens? ?(?:\/|per))/u.test(unit)) {
    return 'speed';
  }
  return nearest(CUES, context) ?? (form === 'points' || form === 'plain' ? 'quality' : 'other');
}

/** How a number compares, by the nearest word for it. */
export function comparisonOf({ shape, form }: NumberExpression, context: Context): Comparison {
  if (shape === 'change') {
    return 'change';
  }
  const found = nearest(COMPARISONS, context, form === 'plain' ? 16 : form === 'percent' ? 34 : 70);
  return found ?? (form === 'factor' || form === 'orders' ? 'factor' : 'level');
}

function nearest<Name>(cues: readonly (readonly [Name, RegExp])[], { before, after }: Context, reach = NEAR): Name | undefined {
  const left = clauseEnd(before).slice(-reach);
  const right = clauseStart(after).slice(0, reach);
  const [penaltyLeft, penaltyRight] = OF_BEFORE.test(before) ? [0, 20] : [6, ELSEWHERE.test(after) ? 20 : 0];
  let found: { readonly name: Name; readonly distance: number } | undefined;
  for (const [name, words] of cues) {
    for (const match of right.matchAll(words)) {
      found = closer(found, { name, distance: match.index + penaltyRight });
    }
    for (const match of left.matchAll(words)) {
      found = closer(found, { name, distance: left.length - match.index - match[0].length + penaltyLeft });
    }
  }
  return found?.name;
}

function closer<Found extends { readonly distance: number }>(one: Found | undefined, other: Found): Found {
  return one === undefined || other.distance < one.distance ? other : one;
}

/** Words after a semicolon, or after a comma and another number, are about something else. */
function clauseStart(after: string): string {
  return /^[^;]*?(?=;|$|,[^,;]{0,40}\d)/u.exec(after)?.[0] ?? after;
}

function clauseEnd(before: string): string {
  return /[^;]*$/u.exec(before)?.[0] ?? before;
}
