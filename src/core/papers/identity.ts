import type { PaperFields } from './paper';
import { longFingerprint } from './fingerprint';
import { normaliseTitle } from './key';
import { says } from './merge';
import { FIELD_RULES, PAPER_FIELDS } from './paper-fields';

/** A mark by which a record is recognised: `a` and its arXiv id, `d` and its DOI, `t` and the fingerprint of its title. */
export type IdentityToken = string;

/** What a record is recognised by. */
export interface Identity {
  readonly arxivId: string | undefined;
  readonly doi: string | undefined;
  readonly title: IdentityToken;
  /** All of them, those that weigh most first. */
  readonly tokens: readonly IdentityToken[];
}

/** Titles of so many papers that they tell none from another. */
const COMMON_TITLES = new Set(
  (
    'untitled|no title|title|unknown|abstract|acknowledgements|acknowledgments|appendix|author index|book review|book reviews|comment|comments|' +
    'conclusion|conclusions|contents|correction|corrections|corrigendum|discussion|editor s note|editorial|editors note|editorial board|errata|' +
    'erratum|foreword|front matter|guest editorial|index|introduction|letter|letter to the editor|letters|news|notes|obituary|' +
    'poster|preface|references|reply|response|retraction|review|summary|table of contents|tutorial'
  ).split('|'),
);

/** What does not change from one reading to the next, beside the title. */
const TELLING_FIELDS = PAPER_FIELDS.filter((field) => field !== 'title' && ['first', 'version'].includes(FIELD_RULES[field]));

const NO_WORD = /^[^\p{L}\p{N}]*$/u;

export function identityOf(record: PaperFields): Identity {
  const arxivId = given(record.arxivId);
  const doi = given(record.doi);
  const title = `t${longFingerprint(comparedTitle(record))}`;
  // Concatenated, since an array that grows keeps room for a dozen more.
  const tokens = (arxivId === undefined ? [] : [`a${arxivId}`]).concat(doi === undefined ? [] : [`d${doi}`], title);
  return { arxivId, doi, title, tokens };
}

/**
 * What two records without identifiers must agree in to be the same paper: the title as it is compared. A title that tells
 * nothing (`Editorial`) needs the same year and authors beside it or, where a record has not both, everything it says.
 */
function comparedTitle(record: PaperFields): string {
  const title = normaliseTitle(record.title);
  if (!COMMON_TITLES.has(title) && !NO_WORD.test(title)) {
    return title;
  }
  const { authors = [], published } = record;
  const year = published?.slice(0, 4) ?? record.year;
  if (authors.length > 0 && year !== undefined) {
    return JSON.stringify([title, String(year), authors.map(normaliseTitle)]);
  }
  const said = TELLING_FIELDS.filter((field) => says(record, field) && !(field === 'year' && says(record, 'published')));
  return JSON.stringify([title, ...said.map((field) => [field, record[field]])]);
}

function given(id: string | undefined): string | undefined {
  return id === '' ? undefined : id;
}
