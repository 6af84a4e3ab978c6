import type { Json } from '../papers/paper';
import { isJsonObject, jsonList } from '../papers/json';

/** What a variable of CSL-JSON may hold. Source: citation-style-language/schema, `csl-data.json`. */
type Shape = 'text' | 'number' | 'texts' | 'names' | 'date';

const TYPES = words(
  'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry ' +
    'entry-dictionary entry-encyclopedia figure graphic hearing interview legal_case legislation manuscript map motion_picture musical_score ' +
    'pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report review review-book ' +
    'software song speech standard thesis treaty webpage',
);

const SHAPES: ReadonlyMap<string, Shape> = new Map([
  ...shaped(
    'text',
    'language journalAbbreviation shortTitle abstract annote archive archive_collection archive_location archive-place authority call-number ' +
      'citation-label collection-title container-title container-title-short dimensions division DOI event event-place genre ISBN ISSN ' +
      'jurisdiction keyword medium note original-publisher original-publisher-place original-title part-title PMCID PMID publisher ' +
      'publisher-place references reviewed-title scale section source status title title-short URL version year-suffix',
  ),
  ...shaped(
    'number',
    'chapter-number citation-number collection-number edition first-reference-note-number issue locator number number-of-pages ' +
      'number-of-volumes page page-first part printing supplement volume',
  ),
  ...shaped('texts', 'categories'),
  ...shaped(
    'names',
    'author chair collection-editor compiler composer container-author contributor curator director editor editorial-director ' +
      'executive-producer interviewer illustrator organizer original-author performer producer recipient reviewed-author translator',
  ),
  ...shaped('date', 'accessed available-date event-date issued original-date submitted'),
]);

const NAME_TEXTS = words('family given dropping-particle non-dropping-particle suffix literal');
const NAME_FLAGS = words('comma-suffix static-ordering parse-names');

export function isCslType(type: string): boolean {
  return TYPES.has(type);
}

/** Whether the schema has a variable of this name that may hold this value. */
export function isCslVariable(name: string, value: Json): boolean {
  switch (SHAPES.get(name)) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'string' || typeof value === 'number';
    case 'texts':
      return Array.isArray(value) && jsonList(value).every((item) => typeof item === 'string');
    case 'names':
      return Array.isArray(value) && jsonList(value).every(isName);
    case 'date':
      return isDate(value);
    case undefined:
      return false;
  }
}

function isName(value: Json): boolean {
  return isJsonObject(value) && Object.entries(value).every(([part, text]) =>
    (NAME_TEXTS.has(part) && typeof text === 'string') || (NAME_FLAGS.has(part) && ['string', 'number', 'boolean'].includes(typeof text)));
}

function isDate(value: Json): boolean {
  return isJsonObject(value) && Object.entries(value).every(([part, content]) =>
    part === 'date-parts' ? isDateParts(content) :
    part === 'raw' || part === 'literal' ? typeof content === 'string' :
    part === 'season' ? ['string', 'number'].includes(typeof content) :
    part === 'circa' && ['string', 'number', 'boolean'].includes(typeof content));
}

function isDateParts(value: Json): boolean {
  const days = jsonList(value).map(jsonList);
  return days.length >= 1 && days.length <= 2 && days.every((day) => day.length >= 1 && day.length <= 3 && day.every((part) => ['string', 'number'].includes(typeof part)));
}

function shaped(shape: Shape, names: string): readonly (readonly [string, Shape])[] {
  return [...words(names)].map((name) => [name, shape] as const);
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
