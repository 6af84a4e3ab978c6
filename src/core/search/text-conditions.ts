import { peopleOf, type SearchDocument } from './document';
import type { TextCondition } from './search-query';
import { SoughtWords } from './sought-words';

/** A check of a document's text for phrases, negations and words bound to a field: all of them hold. */
export function textCheck(conditions: readonly TextCondition[]): (document: SearchDocument) => boolean {
  const checks = conditions.map((condition) => ({ condition, words: new SoughtWords(condition) }));
  return (document) => checks.every(({ condition: { field, negated }, words }) => textsOf(document, field).some((text) => words.areIn(text)) !== negated);
}

function textsOf(document: SearchDocument, field: TextCondition['field']): readonly string[] {
  return field === undefined ? [document.title, document.abstract, peopleOf(document)] : [document[field]];
}
