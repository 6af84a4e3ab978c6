import { enclosingLines, nameOf } from './code-symbols';
import type { CodeTarget, LineRange } from './code-target';
import { wordsOf, type CodeText } from './code-text';
import { agreement, reversed } from './evidence';
import { CONTEXT_WORDS, WordCode } from './similar-code';

/** How a place was judged. */
export interface JudgedCode {
  /** Words that speak for it. */
  readonly evidence: number;
  /** 1 for the very code. */
  readonly similarity: number;
  /** The very code where it stood, between what stood around it. */
  readonly isUntouched: boolean;
}

/** What a side of the context says: share of its words that are there still. 1 where there were none and are none. */
interface Surroundings {
  readonly before: number;
  readonly after: number;
  /** Words of both that agree. */
  readonly words: number;
}

/** What counts as so many words. The path and the line decide between equal places, against what stands around them they do not. */
const COUNTS = { symbols: 8, path: 5, name: 2, position: 4, lost: 2, added: 0.25 };

/** So many words in a row agree by chance about never; code is written to fewer patterns than prose is. */
const ENOUGH_WORDS = 12;

/** Up to so many words a piece of code is a phrase that comes again. */
const SHORT = 10;

/** A side of the context agrees that has this share of its words still. */
const SIDE_AGREES = 0.5;
const SIDE_IN_FULL = 0.85;

/** The share of a target's words that must be there still, by what else speaks for the place. */
const LEAST_KEPT = { betweenItsNeighbours: 0.3, named: 0.55, beside: 0.7, nothing: 0.65, otherName: 0.7, short: 0.75 };

/** Where more was put in than this multiple of the words and than these, it is other code. */
const MOST_PUT_IN = { share: 1.5, words: 30 };

/** Says of places how much speaks for them, and which are none. */
export class CodeEvidence {
  private readonly code: WordCode;
  private readonly before: string;
  private readonly after: string;
  private readonly length: number;
  private readonly names: readonly string[];

  constructor(private readonly target: CodeTarget) {
    this.code = new WordCode(target);
    this.before = this.code.of(wordsOf(target.before).slice(-CONTEXT_WORDS));
    this.after = this.code.of(wordsOf(target.after).slice(0, CONTEXT_WORDS));
    this.length = wordsOf(target.exact).length;
    this.names = (target.symbols ?? []).flatMap((symbol) => nameOf(symbol) ?? []);
  }

  /** Of a place that holds the very code; `undefined` where it is likely to be a phrase that comes again. */
  ofEqual(text: CodeText, lines: LineRange, path: string): JudgedCode | undefined {
    const around = this.surroundings(text, lines);
    const named = this.namedShare(text, lines);
    const isAtPosition = path === this.target.path && lines.first === this.target.lines.first;
    const isBetween = around.before >= SIDE_AGREES && around.after >= SIDE_AGREES;
    const isBeside = Math.max(around.before, around.after) >= SIDE_IN_FULL;
    const isLong = this.length >= (path === this.target.path || this.isName(path) ? ENOUGH_WORDS : ENOUGH_WORDS * 1.5);
    const isKnown = this.length > SHORT ? isLong || isBetween || (isBeside && named > 0) || (named === 1 && this.names.length > 0) : isBetween || (isBeside && named === 1) || (isAtPosition && isBeside);
    if (!isKnown) {
      return undefined;
    }
    const isUntouched = isAtPosition && around.before === 1 && around.after === 1;
    return { evidence: this.length + around.words + this.bonus(named, path, lines), similarity: 1, isUntouched };
  }

  /** Of a place that holds code like it; `undefined` where it is too little like it for what else speaks for it. */
  ofLike(text: CodeText, lines: LineRange, kept: number, path: string): JudgedCode | undefined {
    const { start, end } = text.wordsOfLines(lines);
    const put = Math.max(0, end - start - kept);
    const share = kept / this.length;
    const around = this.surroundings(text, lines);
    const named = this.namedShare(text, lines);
    if (share < this.leastKept(around, named) || put > Math.max(MOST_PUT_IN.words, MOST_PUT_IN.share * this.length)) {
      return undefined;
    }
    const lost = this.length - kept;
    const evidence = kept - COUNTS.lost * lost - COUNTS.added * put + around.words + this.bonus(named, path, lines);
    return { evidence, similarity: (2 * kept) / (this.length + end - start), isUntouched: false };
  }

  private leastKept({ before, after }: Surroundings, named: number): number {
    if (before >= SIDE_IN_FULL && after >= SIDE_IN_FULL) {
      return LEAST_KEPT.betweenItsNeighbours;
    }
    const isBetween = before >= SIDE_AGREES && after >= SIDE_AGREES;
    const isBeside = Math.max(before, after) >= SIDE_AGREES;
    if (this.length <= SHORT) {
      return isBetween ? LEAST_KEPT.named : isBeside && named === 1 ? LEAST_KEPT.short : Infinity;
    }
    if (isBetween || (named === 1 && this.names.length > 0)) {
      return LEAST_KEPT.named;
    }
    return this.names.length > 0 ? LEAST_KEPT.otherName : isBeside ? LEAST_KEPT.beside : LEAST_KEPT.nothing;
  }

  private bonus(named: number, path: string, { first }: LineRange): number {
    const isSamePath = path === this.target.path;
    const ofPath = isSamePath ? COUNTS.path : this.isName(path) ? COUNTS.name : 0;
    return COUNTS.symbols * (this.names.length === 0 ? 0 : named) + ofPath + (isSamePath && first === this.target.lines.first ? COUNTS.position : 0);
  }

  private surroundings(text: CodeText, lines: LineRange): Surroundings {
    const { start, end } = text.wordsOfLines(lines);
    const before = this.code.of(text.words.slice(Math.max(0, start - 2 * CONTEXT_WORDS), start));
    const after = this.code.of(text.words.slice(end, end + 2 * CONTEXT_WORDS));
    const [agreeBefore, agreeAfter] = [agreement(reversed(this.before), reversed(before)), agreement(this.after, after)];
    const share = (agrees: number, expected: string, found: string) => (expected === '' ? (found === '' ? 1 : 0) : agrees / expected.length);
    return { before: share(agreeBefore, this.before, before), after: share(agreeAfter, this.after, after), words: agreeBefore + agreeAfter };
  }

  /** The share of the symbols that a place is in, or that it defines, the innermost above all: without it there is none. */
  private namedShare(text: CodeText, lines: LineRange): number {
    const words = new Set(wordsOf([...enclosingLines(text.lines, lines.first), text.textOf(lines)].join('\n')));
    const innermost = this.names.at(-1);
    return innermost !== undefined && !words.has(innermost) ? 0 : this.names.filter((name) => words.has(name)).length / Math.max(1, this.names.length);
  }

  private isName(path: string): boolean {
    return path.slice(path.lastIndexOf('/') + 1) === this.target.path.slice(this.target.path.lastIndexOf('/') + 1);
  }
}
