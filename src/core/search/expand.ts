import type { AliasLookup } from './alias-lookup';
import type { FuzzyFinder } from './fuzzy';
import type { QueryWord } from './query';
import type { Vocabulary } from './vocabulary';

/** How a term of the index came to stand for a typed word, from the surest to the vaguest. */
export type ExpansionKind = 'exact' | 'joined' | 'stem' | 'completion' | 'split' | 'alias' | 'fuzzy';

/** Terms of the index that stand for a typed word, all of them together. */
export interface Expansion {
  readonly kind: ExpansionKind;
  readonly terms: readonly string[];
  /** Multiplies the weight of the terms in a document. */
  readonly boost: number;
  /** How surely a document with the terms has the word: 1 for the word itself. */
  readonly coverage: number;
}

export interface ExpandedWord {
  readonly word: QueryWord;
  /** The best one that a document holds decides, so that many forms of a word do not count as many words. */
  readonly expansions: readonly Expansion[];
}

/** Boosts and limits were measured on queries over 10,000 papers. */
const BOOST = { exact: 10, joined: 12, stem: 6, completion: 6, lateCompletion: 4, split: 4, alias: 3, oneSlip: 6, twoSlips: 2.5 };
const COVERAGE = { exact: 1, joined: 1, stem: 0.9, completion: 0.85, split: 0.8, alias: 0.6, oneSlip: 0.7, twoSlips: 0.6 };
const MAX_STEMS = 8;
const MAX_COMPLETIONS = 24;
const MAX_LATE_COMPLETIONS = 8;
const MAX_JOINED_COMPLETIONS = 8;
const MAX_NEIGHBOURS = 6;
const MAX_SPLITS = 3;
const MAX_ALIAS_FORMS = 3;
/** Beside other words; alone, a single letter is completed too. */
const MIN_COMPLETED_LENGTH = 2;
const MIN_LATE_COMPLETED_LENGTH = 4;
const MIN_SPLIT_HALF = 3;
const MAX_JOINED_WORDS = 4;
/** A word in fewer than one of this many documents may be a typo that papers share. */
const RARE = 5_000;

/** What a word may stand for is looked up in these. */
export interface Lookups {
  readonly vocabulary: Vocabulary;
  readonly fuzzy: FuzzyFinder;
  readonly aliases: AliasLookup;
}

/** Looks up what of the index each typed word may stand for. */
export function expandQuery(words: readonly QueryWord[], lookups: Lookups): readonly ExpandedWord[] {
  return words.flatMap((word, place) =>
    word.ignored ? [] : [{ word, expansions: best(expansionsOf(words, place, lookups), lookups.vocabulary) }],
  );
}

function* expansionsOf(words: readonly QueryWord[], place: number, { vocabulary, fuzzy, aliases }: Lookups): Generator<Expansion> {
  const word = words[place];
  if (!word) {
    return;
  }
  const sure = [...literal(word, words.length === 1 ? 1 : MIN_COMPLETED_LENGTH, vocabulary)];
  yield* sure;
  yield* joined(words, place, vocabulary);
  yield* otherNames(words, place, vocabulary, aliases);
  yield* split(word, vocabulary);
  yield* misspelt(word, sure.length > 0, vocabulary, fuzzy);
}

/** The word itself, other forms of it, and what it may become. */
function* literal({ term, unfinished }: QueryWord, minCompleted: number, vocabulary: Vocabulary): Generator<Expansion> {
  const known = vocabulary.has(term);
  if (known) {
    yield { kind: 'exact', terms: [term], boost: BOOST.exact, coverage: COVERAGE.exact };
  }
  for (const form of vocabulary.sameStem(term, MAX_STEMS)) {
    yield { kind: 'stem', terms: [form], boost: BOOST.stem, coverage: COVERAGE.stem };
  }
  if (unfinished && term.length >= minCompleted) {
    yield* completions(term, BOOST.completion, MAX_COMPLETIONS, vocabulary);
  } else if (!known && term.length >= MIN_LATE_COMPLETED_LENGTH) {
    yield* completions(term, BOOST.lateCompletion, MAX_LATE_COMPLETIONS, vocabulary);
  }
}

function* completions(prefix: string, boost: number, limit: number, vocabulary: Vocabulary): Generator<Expansion> {
  for (const term of vocabulary.completions(prefix, limit)) {
    yield { kind: 'completion', terms: [term], boost: Math.max(1, (boost * prefix.length) / term.length), coverage: COVERAGE.completion };
  }
}

/** The word written together with its neighbours: `flash attention` is `flashattention`, `skill it` is `skillit`. */
function* joined(words: readonly QueryWord[], place: number, vocabulary: Vocabulary): Generator<Expansion> {
  for (let from = Math.max(0, place - MAX_JOINED_WORDS + 1); from <= place; from++) {
    for (let to = Math.max(from + 2, place + 1); to <= Math.min(words.length, from + MAX_JOINED_WORDS); to++) {
      const term = words.slice(from, to).map((word) => word.term).join('');
      if (vocabulary.has(term)) {
        yield { kind: 'joined', terms: [term], boost: BOOST.joined, coverage: COVERAGE.joined };
      }
      if (words[to - 1]?.unfinished === true) {
        for (const { terms, boost } of completions(term, BOOST.completion, MAX_JOINED_COMPLETIONS, vocabulary)) {
          yield { kind: 'joined', terms, boost, coverage: COVERAGE.completion };
        }
      }
    }
  }
}

/** Other names for the thing the word names, in the number the papers use: `state space models` for `ssm`. */
function* otherNames(words: readonly QueryWord[], place: number, vocabulary: Vocabulary, aliases: AliasLookup): Generator<Expansion> {
  for (const name of aliases.at(words.map(({ term }) => term), place)) {
    const last = name.at(-1) ?? '';
    for (const form of [last, ...vocabulary.sameStem(last, MAX_ALIAS_FORMS)]) {
      yield { kind: 'alias', terms: [...name.slice(0, -1), form], boost: BOOST.alias, coverage: COVERAGE.alias };
    }
  }
}

/** The word as two or more: `longcontext` is `long context`. Both must be in a document. */
function* split({ term, parts }: QueryWord, vocabulary: Vocabulary): Generator<Expansion> {
  const halves: (readonly string[])[] = [];
  for (let cut = MIN_SPLIT_HALF; cut <= term.length - MIN_SPLIT_HALF; cut++) {
    halves.push([term.slice(0, cut), term.slice(cut)]);
  }
  const rarest = (terms: readonly string[]): number => Math.min(...terms.map((half) => vocabulary.documentsWith(half)));
  const known = halves.filter((pair) => rarest(pair) > 0).sort((a, b) => rarest(b) - rarest(a));
  const humps = parts.length > 1 && rarest(parts) > 0 ? [parts] : [];
  for (const terms of [...humps, ...known.slice(0, MAX_SPLITS)]) {
    yield { kind: 'split', terms, boost: BOOST.split, coverage: COVERAGE.split };
  }
}

/** What may have been meant. A word that some papers hold is trusted, unless it is so rare that they may share a typo. */
function* misspelt({ term, unfinished }: QueryWord, known: boolean, vocabulary: Vocabulary, fuzzy: FuzzyFinder): Generator<Expansion> {
  const rare = vocabulary.documentsWith(term) <= Math.max(1, vocabulary.size / RARE);
  if ((known && !rare) || /^\p{N}/u.test(term)) {
    return;
  }
  const near = fuzzy.near(term, MAX_NEIGHBOURS);
  const meant = near.length === 0 && !known && unfinished ? fuzzy.nearBeginning(term, MAX_NEIGHBOURS) : near;
  for (const { term: found, distance } of meant) {
    const slip = distance === 1 ? 'oneSlip' : 'twoSlips';
    yield { kind: 'fuzzy', terms: [found], boost: BOOST[slip], coverage: COVERAGE[slip] };
  }
}

/** Keeps the strongest expansion to each term, and none with a term that no document has. */
function best(expansions: Iterable<Expansion>, vocabulary: Vocabulary): readonly Expansion[] {
  const byTerms = new Map<string, Expansion>();
  for (const expansion of expansions) {
    const name = expansion.terms.join(' ');
    const other = byTerms.get(name);
    if ((!other || other.boost < expansion.boost) && expansion.terms.every((term) => vocabulary.has(term))) {
      byTerms.set(name, expansion);
    }
  }
  return [...byTerms.values()];
}
