import type { TextRange } from '../../../src/core/anchors/text-target';
import { sentencesOf } from '../../../src/core/text/sentences';
import type { Random } from './random';
import { added, textOf, type Traced } from './traced-text';

/** What an edit works with besides the text. */
export interface EditContext {
  readonly random: Random;
  /** Where the quote was in the first text. */
  readonly quote: TextRange;
  /** Sentences of other abstracts. */
  readonly sentences: readonly string[];
}

export type Edit = (pieces: readonly Traced[], context: EditContext) => readonly Traced[];

const LETTERS = 'etaoinshrdlu';

/** What people and programs do to an abstract between two versions. */
export const EDITS: Readonly<Record<string, Edit>> = {
  'typos fixed': (pieces, { random }) => times(1 + random.below(5), pieces, (now) => typo(now, random, random.below(now.length))),
  'typo in the quote': (pieces, { random, quote }) => {
    const inside = pieces.flatMap(({ origin }, index) => (origin !== undefined && origin >= quote.start && origin < quote.end ? [index] : []));
    return inside.length === 0 ? pieces : typo(pieces, random, random.pick(inside));
  },
  'word replaced': (pieces, { random, sentences }) => times(1 + random.below(3), pieces, (now) => {
    const word = random.pick(words(now));
    return splice(now, word, added(random.pick(random.pick(sentences).split(' '))));
  }),
  'word before replaced': (pieces, { random, quote, sentences }) => {
    const before = words(pieces).filter(({ end }) => (pieces[end - 1]?.origin ?? quote.start) < quote.start).at(-1);
    return before === undefined ? pieces : splice(pieces, before, added(random.pick(random.pick(sentences).split(' '))));
  },
  'sentence added': (pieces, { random, sentences }) => {
    const at = random.pick([...parts(pieces).map(({ start }) => start), pieces.length]);
    return splice(pieces, { start: at, end: at }, added(` ${random.pick(sentences)} `));
  },
  'sentence moved': (pieces, { random }) => {
    const part = random.pick(parts(pieces));
    const without = splice(pieces, part, []);
    const at = random.pick([...parts(without).map(({ start }) => start), without.length]);
    return splice(without, { start: at, end: at }, [...added(' '), ...pieces.slice(part.start, part.end), ...added(' ')]);
  },
  'sentence removed': (pieces, { random }) => (parts(pieces).length < 2 ? pieces : splice(pieces, random.pick(parts(pieces)), [])),
  'quote removed': (pieces, { quote }) => pieces.filter(({ origin }) => origin === undefined || origin < quote.start || origin >= quote.end),
  'sentence of the quote removed': (pieces, { quote }) => {
    const part = parts(pieces).find(({ start, end }) => pieces.slice(start, end).some(({ origin }) => origin === quote.start));
    return part === undefined ? pieces : splice(pieces, part, []);
  },
  'sentence copied': (pieces, { random, quote }) => {
    const part = parts(pieces).find(({ start, end }) => pieces.slice(start, end).some(({ origin }) => origin === quote.start)) ?? random.pick(parts(pieces));
    const copy = pieces.slice(part.start, part.end).map((piece): Traced => ({ ...piece, isCopy: true }));
    return [...pieces, ...added(' '), ...copy];
  },
  'sentences in another order': (pieces, { random }) => {
    const [first, ...others] = parts(pieces);
    if (first === undefined) return pieces;
    const order = [first, ...others].map((part) => ({ part, place: random.next() })).sort((one, other) => one.place - other.place);
    return order.flatMap(({ part }) => [...pieces.slice(part.start, part.end), ...added(' ')]);
  },
  'lines broken': (pieces) => wrap(pieces, 70),
  'blanks changed': (pieces, { random }) => pieces.map((piece) => (piece.letter === ' ' && random.next() < 0.3 ? { ...piece, letter: random.pick(['\u00A0', '  ', '\n', ' \t']) } : piece)),
  'letters decomposed': (pieces) => pieces.map((piece) => ({ ...piece, letter: piece.letter.normalize('NFD') })),
  'quotes and dashes in type': (pieces, { random }) => {
    const shapes: Readonly<Record<string, string>> = { "'": '’', '"': random.pick(['“', '”']), '-': random.pick(['–', '‑']), '’': "'", '–': '-' };
    return pieces.map((piece) => ({ ...piece, letter: shapes[piece.letter] ?? piece.letter }));
  },
  'hyphens that are not seen': (pieces, { random }) => pieces.flatMap((piece) => (random.next() < 0.03 ? [piece, ...added('\u00AD')] : [piece])),
  'capitals changed': (pieces, { random }) => times(3, pieces, (now) => {
    const word = random.pick(words(now));
    return now.map((piece, index) => (index >= word.start && index < word.end ? { ...piece, letter: piece.letter.toUpperCase() } : piece));
  }),
  'words emphasised': (pieces, { random }) => times(2, pieces, (now) => {
    const word = random.pick(words(now));
    return splice(now, word, [...added('*'), ...now.slice(word.start, word.end), ...added('*')]);
  }),
  'clause put into the quote': (pieces, { random, quote, sentences }) => {
    const middle = pieces.findIndex(({ origin, letter }) => letter === ' ' && origin !== undefined && origin > (quote.start + quote.end) / 2 && origin < quote.end);
    return middle < 0 ? pieces : splice(pieces, { start: middle, end: middle }, added(` ${random.pick(sentences).split(' ').slice(0, 4).join(' ')}`));
  },
  'another paper': (_, { random, sentences }) => added(Array.from({ length: 8 }, () => random.pick(sentences)).join(' ')),
};

function times(count: number, pieces: readonly Traced[], edit: (pieces: readonly Traced[]) => readonly Traced[]): readonly Traced[] {
  return Array.from({ length: count }).reduce<readonly Traced[]>((now) => (words(now).length === 0 ? now : edit(now)), pieces);
}

function typo(pieces: readonly Traced[], random: Random, at: number): readonly Traced[] {
  const letter = added(LETTERS.charAt(random.below(LETTERS.length)));
  const [one, other] = pieces.slice(at, at + 2);
  const kinds = [
    () => splice(pieces, { start: at, end: at + 1 }, letter),
    () => splice(pieces, { start: at, end: at + 1 }, []),
    () => splice(pieces, { start: at, end: at }, letter),
    () => (one && other ? splice(pieces, { start: at, end: at + 2 }, [other, one]) : pieces),
  ];
  return random.pick(kinds)();
}

function splice(pieces: readonly Traced[], { start, end }: TextRange, by: readonly Traced[]): readonly Traced[] {
  return [...pieces.slice(0, start), ...by, ...pieces.slice(end)];
}

/** Ranges of pieces. Most pieces are one unit long; where one is longer, ranges of the text are brought back to pieces. */
function parts(pieces: readonly Traced[]): readonly TextRange[] {
  return inPieces(pieces, sentencesOf(textOf(pieces)));
}

function words(pieces: readonly Traced[]): readonly TextRange[] {
  return inPieces(pieces, [...textOf(pieces).matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({ start: index, end: index + word.length })));
}

function inPieces(pieces: readonly Traced[], ranges: readonly TextRange[]): readonly TextRange[] {
  const pieceAt: number[] = [];
  pieces.forEach(({ letter }, index) => letter.split('').forEach(() => pieceAt.push(index)));
  return ranges.map(({ start, end }) => ({ start: pieceAt[start] ?? pieces.length, end: (pieceAt[end - 1] ?? pieces.length - 1) + 1 }));
}

function wrap(pieces: readonly Traced[], width: number): readonly Traced[] {
  let column = 0;
  return pieces.map((piece) => {
    column++;
    if (piece.letter === ' ' && column > width) {
      column = 0;
      return { ...piece, letter: '\n' };
    }
    return piece;
  });
}
