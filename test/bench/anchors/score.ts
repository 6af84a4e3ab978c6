import { describeTarget } from '../../../src/core/anchors/describe-target';
import { findAnchor } from '../../../src/core/anchors/find-anchor';
import type { Anchor, TextRange, TextTarget } from '../../../src/core/anchors/text-target';
import { sentencesOf } from '../../../src/core/text/sentences';
import { EDITS } from './edits';
import { Random } from './random';
import { fateOf, textOf, traced, type Fate } from './traced-text';

/** A quote is recognisable when so many of its letters are there still, in order, and not spread over a longer place than this. */
const RECOGNISABLE = { kept: 0.7, stretch: 2 };

/** Where a quote is surely gone: fewer of its letters are left. What is between may be found or not, but only where it is. */
const GONE = 0.3;

/** What a place may be off by, in letters or as a share of the quote. */
const OFF = { letters: 3, share: 0.1 };

/** Other abstracts that an edit takes sentences from. */
const FOREIGN_TEXTS = 5;

/** How a finder did with one quote. */
export interface Trial {
  readonly edits: readonly string[];
  readonly quote: string;
  readonly result: Anchor['state'];
  /** `right`, `asked` (ambiguous, with the right place among the candidates), `missed`, or `wrong`: another place without a word. */
  readonly verdict: 'right' | 'asked' | 'missed' | 'wrong';
  readonly isRecognisable: boolean;
  readonly landedOn?: string;
}

export type Finder = (text: string, target: TextTarget) => Anchor;

/** Finds quotes after edits made by chance: the same for the same seed. */
export function tryEdits(abstracts: readonly string[], count: number, seed: number, find: Finder = findAnchor): readonly Trial[] {
  const random = new Random(seed);
  const texts = abstracts.filter((text) => sentencesOf(text).length > 2);
  const kinds = Object.keys(EDITS);
  return Array.from({ length: count }, (_, trial) => {
    const text = random.pick(texts);
    const quote = quoteIn(text, random);
    const foreign = Array.from({ length: FOREIGN_TEXTS }, () => random.pick(texts)).flatMap(sentencesIn).filter((sentence) => !text.includes(sentence));
    // Every kind has its turn, alone or with up to two others.
    const edits = [kinds[trial % kinds.length] ?? '', ...Array.from({ length: random.below(3) }, () => random.pick(kinds))];
    const pieces = edits.reduce((now, edit) => EDITS[edit]?.(now, { random, quote, sentences: foreign }) ?? now, traced(text));
    return judge(edits, textOf(pieces), describeTarget(text, quote), fateOf(pieces, quote), find);
  });
}

function sentencesIn(text: string): readonly string[] {
  return sentencesOf(text).map(({ start, end }) => text.slice(start, end));
}

function quoteIn(text: string, random: Random): TextRange {
  const words = [...text.matchAll(/\S+/gu)];
  const sentences = sentencesOf(text);
  const from = random.below(words.length);
  const several = (most: number): TextRange => {
    const last = words[Math.min(words.length - 1, from + random.below(most))];
    return { start: words[from]?.index ?? 0, end: (last?.index ?? 0) + (last?.[0].length ?? 0) };
  };
  const first = random.below(sentences.length);
  const run = () => ({ start: sentences[first]?.start ?? 0, end: sentences[Math.min(sentences.length - 1, first + 1 + random.below(2))]?.end ?? text.length });
  const letters = () => {
    const start = random.below(text.length - 20);
    return { start, end: start + 6 + random.below(60) };
  };
  return random.pick([() => several(1), () => several(6), () => several(15), () => sentences[first] ?? several(9), run, letters])();
}

function judge(edits: readonly string[], text: string, target: TextTarget, fate: Fate | undefined, find: Finder): Trial {
  const anchor = find(text, target);
  const isRecognisable = fate !== undefined && fate.kept >= RECOGNISABLE.kept && fate.stretch <= RECOGNISABLE.stretch;
  const places = fate === undefined || fate.kept < GONE ? [] : [fate.range, ...fate.copies];
  const isRight = (range: TextRange) => places.some((place) => isNear(range, place, target.exact.length));
  // Of what is hardly there any more, a place is no wrong one that is mostly what is left of it.
  const isWithin = (range: TextRange) => !isRecognisable && fate !== undefined && [fate.range, ...fate.copies].some((place) => shared(range, place) > (range.end - range.start) / 2);
  const verdict = (): Trial['verdict'] => {
    if (anchor.state === 'orphaned') return 'missed';
    if (anchor.state === 'ambiguous') {
      // Of two equal places, to ask is right.
      return !anchor.candidates.some(isRight) ? 'missed' : places.length > 1 ? 'right' : 'asked';
    }
    return isRight(anchor.range) || isWithin(anchor.range) || isSameWords(text, anchor.range, target) ? 'right' : 'wrong';
  };
  const landed = 'range' in anchor ? { landedOn: text.slice(anchor.range.start, anchor.range.end) } : {};
  return { edits, quote: target.exact, result: anchor.state, verdict: verdict(), isRecognisable, ...landed };

  /** A quote that is gone may stand word for word elsewhere, in the same context: then that is where it is. */
  function isSameWords(whole: string, range: TextRange, { exact, prefix, suffix }: TextTarget): boolean {
    return whole.slice(range.start - prefix.length, range.end + suffix.length) === prefix + exact + suffix;
  }
}

function shared(one: TextRange, other: TextRange): number {
  return Math.min(one.end, other.end) - Math.max(one.start, other.start);
}

function isNear(range: TextRange, place: TextRange, length: number): boolean {
  const off = Math.max(OFF.letters, length * OFF.share);
  return Math.abs(range.start - place.start) <= off && Math.abs(range.end - place.end) <= off;
}
