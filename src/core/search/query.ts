import { LONGEST_QUERY } from './search-query';
import { STOP_WORDS } from './stop-words';
import { tokenise } from './tokenise';

/** What is beyond these is not read: a query is typed by a person. */
const MAX_WORDS = 16;
const MAX_PARTS = 6;

/** A word of a query. */
export interface QueryWord {
  /** As in the query. */
  readonly typed: string;
  readonly term: string;
  /** Its pieces: `flash` and `attention` of `FlashAttention`. */
  readonly parts: readonly string[];
  /** The query ends in this word, so it may still be being typed. */
  readonly unfinished: boolean;
  /** Left out of the search: it is a stop word beside telling words. */
  readonly ignored: boolean;
}

/** A stop word this short at the end of a query may become another word. UTF-16 units. */
const UNDECIDED_LENGTH = 3;

/** The words of a query, at most 16. Nothing in it is syntax: every input is words. */
export function parseQuery(query: string): readonly QueryWord[] {
  const text = query.trimStart().slice(0, LONGEST_QUERY);
  const words: { typed: string; term: string; parts: string[]; unfinished: boolean }[] = [];
  for (const { kind, text: term, start, end } of tokenise(text)) {
    if (kind === 'word') {
      words.push({ typed: text.slice(start, end), term, parts: [], unfinished: end === text.length });
    } else if (kind === 'part') {
      words.at(-1)?.parts.push(term);
    }
  }
  const read = words.slice(0, MAX_WORDS);
  const telling = read.some(({ term }) => !STOP_WORDS.has(term));
  return read.map((word) => ({
    ...word,
    parts: word.parts.slice(0, MAX_PARTS),
    ignored: telling && STOP_WORDS.has(word.term) && !(word.unfinished && word.term.length < UNDECIDED_LENGTH),
  }));
}
