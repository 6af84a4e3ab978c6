import { facetOf } from './facet-syntax';
import { LONGEST_QUERY, type FacetTerm, type SearchQuery, type TextCondition, type TextField, type WordsSought } from './search-query';
import { tokenise } from './tokenise';

/** More phrases, negations and facets than these are searched as words. */
const MAX_PIECES = 16;

const TEXT_FIELDS: readonly TextField[] = ['title', 'abstract'];

/** An optional minus, an optional field, then quoted words or everything up to the next blank. Any text is a row of these. */
const PIECE = /(?<minus>-?)(?:(?<name>[a-z]+):)?(?:["“](?<quoted>[^"“”]*)["”]|(?<bare>\S+))/giu;

/**
 * Reads the query language: words, `"phrases"`, `-not`, `title:` and `abstract:`, and facets such as `status:read`. No query
 * is wrong: what is not understood (`foo:bar`, `year:banana`, a quote that is not closed, a minus alone) is words.
 */
export function parseSearchQuery(query: string): SearchQuery {
  const typed = query.trimStart().slice(0, LONGEST_QUERY);
  const conditions: TextCondition[] = [];
  const facets: FacetTerm[] = [];
  let text = '';
  let last = 0;
  for (const match of typed.matchAll(PIECE)) {
    const { 0: whole, index } = match;
    const piece = conditions.length + facets.length < MAX_PIECES ? readPiece(match, typed.length) : undefined;
    text += typed.slice(last, index);
    last = index + whole.length;
    if (piece === undefined) {
      text += whole;
    } else if ('facet' in piece) {
      facets.push(piece);
    } else {
      conditions.push(piece);
      // A quote stays, so that the word before it is not taken for one that is still being typed.
      text += piece.negated ? '' : piece.exact ? `"${piece.text}"` : piece.text;
    }
  }
  return { typed, text: `${text}${typed.slice(last)}`.trimStart(), conditions, facets };
}

/** @returns `undefined` for plain words */
function readPiece({ 0: whole, index: start, groups = {} }: RegExpExecArray, length: number): TextCondition | FacetTerm | undefined {
  const { name = '', quoted, bare = '' } = groups;
  const end = start + whole.length;
  const negated = groups['minus'] !== '';
  const sought: WordsSought = { text: quoted ?? bare, exact: quoted !== undefined, unfinished: quoted === undefined && end === length };
  if (tokenise(sought.text).length === 0 || /^["“-]/u.test(bare)) {
    return undefined;
  }
  const range = { start, end };
  if (name === '') {
    return negated || sought.exact ? { ...sought, range, negated } : undefined;
  }
  const field = TEXT_FIELDS.find((known) => known === name.toLowerCase());
  if (field) {
    return { ...sought, range, negated, field };
  }
  const facet = facetOf(name.toLowerCase(), sought);
  if (facet) {
    return { range, negated, facet };
  }
  // There is no such field: these are words, and a minus before them still says what it says.
  return negated ? { text: whole.slice(1), exact: false, unfinished: sought.unfinished, range, negated } : undefined;
}
