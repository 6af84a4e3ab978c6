import { peopleOf, type SearchDocument } from './document';
import type { TextCondition } from './search-query';
import { SoughtWords, textWords, type TextWords } from './sought-words';

/** Bounds the memory kept for texts already cut, about 10 MB when full. */
const MEMO_SIZE = 3_000;

const memo = new Map<string, TextWords>();

/** A check of a document's text for phrases, negations and words bound to a field: all of them hold. */
export function textCheck(conditions: readonly TextCondition[]): (document: SearchDocument) => boolean {
  const checks = conditions.map((condition) => ({ condition, words: new SoughtWords(condition) }));
  return (document) => checks.every(({ condition: { field, negated }, words }) => textsOf(document, field).some((text) => words.areIn(wordsOf(text))) !== negated);
}

function textsOf(document: SearchDocument, field: TextCondition['field']): readonly string[] {
  return field === undefined ? [document.title, document.abstract, peopleOf(document)] : [document[field]];
}

/** Letters that are typed next ask of the same texts. */
function wordsOf(text: string): TextWords {
  const known = memo.get(text);
  if (known) {
    return known;
  }
  const words = textWords(text);
  if (memo.size >= MEMO_SIZE) {
    memo.clear();
  }
  memo.set(text, words);
  return words;
}
