import type { SearchDocument } from './document';
import type { ExpandedWord, Expansion } from './expand';
import type { QueryWord } from './query';
import { rememberedWords, textWords } from './text-words';

/**
 * Why a document was found where its row does not show it. `alias`: by another name of the same thing, `ssm` as
 * `state space model`. `author`: by the name of an author, given in full.
 */
export interface MatchReason {
  readonly kind: 'alias' | 'author';
  readonly typed: string;
  readonly found: string;
}

/** The reasons of a document, in the order of the query's words. */
export function matchReasons(words: readonly ExpandedWord[], document: SearchDocument): readonly MatchReason[] {
  const texts = [document.title, document.abstract];
  const hidden = words.filter(({ word }) => !texts.some((text) => standsIn(text, word)));
  if (hidden.length === 0) {
    return [];
  }
  const terms = new Set(texts.map(rememberedWords).flatMap((text) => [...text.words, ...text.pieces]));
  const reasons = hidden.flatMap(({ word, expansions }): MatchReason[] => {
    const surest = surestIn(terms, expansions);
    if (surest !== undefined) {
      return surest.kind === 'alias' ? [{ kind: 'alias', typed: word.typed, found: surest.terms.join(' ') }] : [];
    }
    const author = document.authors?.find((name) => surestIn(termsOfName(name), expansions) !== undefined);
    return author === undefined ? [] : [{ kind: 'author', typed: word.typed, found: author }];
  });
  // The words of a name, and of what has another name, give one reason together.
  return reasons.filter(({ kind, found }, place) => reasons.findIndex((other) => other.kind === kind && other.found === found) === place);
}

/** Whether a text plainly has the word, or its beginning while it is typed: spares cutting most texts into words. */
function standsIn(text: string, { term, unfinished }: QueryWord): boolean {
  const word = term.replaceAll('.', '\\.'); // Beside dots a term is letters, digits and marks.
  return new RegExp(`(?<![\\p{L}\\p{N}])${word}${unfinished ? '' : '(?![\\p{L}\\p{N}])'}`, 'iu').test(text);
}

function surestIn(terms: ReadonlySet<string>, expansions: readonly Expansion[]): Expansion | undefined {
  let surest: Expansion | undefined;
  for (const expansion of expansions) {
    if ((surest === undefined || expansion.coverage > surest.coverage) && expansion.terms.every((term) => terms.has(term))) {
      surest = expansion;
    }
  }
  return surest;
}

function termsOfName(name: string): ReadonlySet<string> {
  const { words, pieces } = textWords(name);
  return new Set([...words, ...pieces]);
}
