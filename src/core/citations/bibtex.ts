import type { Json, Paper } from '../papers/paper';
import { MONTH_NAMES } from '../papers/dates';
import { isJsonObject } from '../papers/json';
import { bracesBalance, escapeLatex, splitFormulas } from './latex';
import { isOrganisation } from './name-parts';
import { textAt, typeOf } from './work-kind';

export interface BibtexOptions {
  /** `citation`: what a reference list prints. `record`: all that BibTeX can hold, abstract and keywords included. */
  readonly detail?: 'citation' | 'record';
  /** Whether an entry that came from BibTeX gets its former key back instead of Lectern's. */
  readonly originalKey?: boolean;
}

type BibtexField = readonly [name: string, value: string];

/**
 * A paper as a BibTeX entry. Words with capitals inside are in braces, so that no bibliography style changes their case. Of a paper that came from BibTeX
 * the type of the entry and all fields that Lectern has no place for are given back as they were. In a citation a paper that
 * no identifier, address or entry leads to says in a note which digest it is from.
 *
 * Source: arXiv, "BibTeX and eprints" (fields `eprint` and `archivePrefix`).
 */
export function paperAsBibtex(paper: Paper, { detail = 'citation', originalKey = false }: BibtexOptions = {}): string {
  const given = paper.extra?.bibtex;
  const type = entryType(typeOf(paper, 'bibtex'));
  const own = [...publicationFields(paper, type, given?.['others'] === true), ...(detail === 'record' ? recordFields(paper) : citationFields(paper))];
  const names = new Set(own.map(([name]) => name.toLowerCase()));
  const kept = givenFields(given?.['fields']).filter(([name]) => !names.has(name.toLowerCase()));
  const key = originalKey ? entryKey(textAt(given, 'key')) ?? paper.key : paper.key;
  return `@${type}{${key},\n${[...own, ...kept].map(([name, value]) => `  ${name.replace(/\+\d+$/u, '')} = {${value}},\n`).join('')}}\n`;
}

function publicationFields({ title, authors = [], venue, published, year }: Paper, type: string, others: boolean): readonly BibtexField[] {
  const names = [...authors.map(authorName), ...(others ? ['others'] : [])];
  const inBook = /^(?:in|conference)/u.test(type);
  return [
    ['title', bibtexTitle(title)],
    ...field('author', names.length === 0 ? undefined : names.join(' and ')),
    ...field(inBook ? 'booktitle' : 'journal', venue === undefined ? undefined : bibtexTitle(venue)),
    ...field('year', published?.slice(0, 4) ?? (year === undefined ? undefined : String(year))),
  ];
}

function citationFields({ arxivId, doi, url, categories = [], remark, digests: [digest], extra }: Paper): readonly BibtexField[] {
  const known = [arxivId, doi, url, extra?.bibtex].some((source) => source !== undefined);
  const listed = !known && digest !== undefined ? `Listed in ${escapeLatex(oneLine(digest))}` : undefined;
  const page = arxivId === undefined ? url : `https://arxiv.org/abs/${verbatim(arxivId)}`;
  return [
    ...eprintFields(arxivId, categories),
    ...field('url', page === undefined ? undefined : address(page)),
    ...field('doi', doi === undefined ? undefined : verbatim(doi)),
    ...field('note', remark === undefined ? listed : latexLine(remark)),
  ];
}

function recordFields({ published, arxivId, arxivVersion, categories = [], url, doi, abstract, keywords = [], remark }: Paper): readonly BibtexField[] {
  const [, month, day] = published?.split('-') ?? [];
  const id = arxivId === undefined || arxivVersion === undefined ? arxivId : `${arxivId}v${arxivVersion}`;
  return [
    ...field('month', month === undefined ? undefined : MONTH_NAMES[Number(month) - 1]?.slice(0, 3).toLowerCase()),
    ...field('day', day === undefined ? undefined : String(Number(day))),
    ...eprintFields(id, categories),
    ...field('url', url === undefined ? undefined : address(url)),
    ...field('doi', doi === undefined ? undefined : verbatim(doi)),
    ...field('abstract', abstract.trim() === '' ? undefined : abstract.split(/\n\s*\n/u).map(latexLine).join('\n\n')),
    ...field('keywords', keywords.length === 0 ? undefined : keywords.map(latexLine).join(', ')),
    ...field('note', remark === undefined ? undefined : latexLine(remark)),
  ];
}

function eprintFields(id: string | undefined, [primary]: readonly string[]): readonly BibtexField[] {
  return id === undefined ? [] : [['eprint', verbatim(id)], ['archivePrefix', 'arXiv'], ...field('primaryClass', primary === undefined ? undefined : verbatim(primary))];
}

function field(name: string, value: string | undefined): readonly BibtexField[] {
  return value === undefined ? [] : [[name, value]];
}

/** The fields of the original entry, as they stood in it; one given twice is numbered there. One whose braces do not balance would break the entry and is escaped. */
function givenFields(fields: Json | undefined): readonly BibtexField[] {
  return Object.entries(isJsonObject(fields) ? fields : {}).flatMap(([name, value]): readonly BibtexField[] =>
    typeof value === 'string' && /^[^\s=,{}"#%()@]{1,200}$/u.test(name) ? [[name, bracesBalance(value) ? value : escapeLatex(value)]] : [],
  );
}

function entryType(type: string): string {
  return /^[a-z][\w-]{0,40}$/iu.test(type) && !/^(?:string|preamble|comment)$/iu.test(type) ? type.toLowerCase() : 'misc';
}

function entryKey(key: string | undefined): string | undefined {
  return key !== undefined && /^[^\s,{}"=#%()\\~@]{1,200}$/u.test(key) ? key : undefined;
}

/** A title as the value of a BibTeX field: LaTeX text of one line, with the case of names protected. */
export function bibtexTitle(title: string): string {
  return splitFormulas(oneLine(title))
    .map(({ formula, text }) => (formula ? `{${text}}` : text.split(/(\s+)/u).map(protectWord).join('')))
    .join('');
}

/** LaTeX text of one line, whose case no style changes. */
function latexLine(text: string): string {
  return splitFormulas(oneLine(text)).map((stretch) => (stretch.formula ? stretch.text : escapeLatex(stretch.text))).join('');
}

/**
 * Braces what a style must not put in lower case. A name that ends in capitals is braced as a whole (`{Long-CLIP}`), else only the
 * part with them (`{IO}-Awareness`), so that the ordinary word after a hyphen follows the style.
 */
function protectWord(word: string): string {
  const parts = word.split(/(?<=-)/u);
  if (hasInnerCapital(parts.at(-1) ?? '')) {
    return brace(word);
  }
  return parts.map((part) => (hasInnerCapital(part) ? brace(part) : escapeLatex(part))).join('');
}

/** Capitals after another letter or digit; or a letter alone, which is a name or a numeral (`Part I`) unless it is `A`. */
function hasInnerCapital(part: string): boolean {
  const first = part.search(/[\p{L}\p{N}]/u);
  return first >= 0 && (/\p{Lu}/u.test(part.slice(first + 1)) || /^[B-Z][^\p{L}\p{N}]*$/u.test(part.slice(first)));
}

/** Braces a word without the punctuation around it. A backslash or closing brace may be TeX and stays with the word. */
function brace(word: string): string {
  const start = /^[^\p{L}\p{N}\\]*/u.exec(word)?.[0].length ?? 0;
  let end = word.length;
  while (end > start && !/[\p{L}\p{N}\p{Cs}}]/u.test(word.charAt(end - 1))) {
    end--;
  }
  return `${escapeLatex(word.slice(0, start))}{${escapeLatex(word.slice(start, end))}}${escapeLatex(word.slice(end))}`;
}

/** BibTeX takes ` and ` for the end of a name and commas for its parts, so a name that holds one is braced, and an organisation's too. */
function authorName(name: string): string {
  const escaped = latexLine(name);
  return /(^|\s)and(\s|$)|[,;=]|^others$/iu.test(escaped) || (isOrganisation(name) && /\s/u.test(escaped)) ? `{${escaped}}` : escaped;
}

/** An identifier as it stands, without the characters that could end the field. */
function verbatim(id: string): string {
  return oneLine(id).replace(/[{}\\%\s]/gu, (character) => encodeURIComponent(character));
}

/** A URL as it stands, without the characters that could end the field or that only a broken URL has. */
function address(url: string): string {
  return oneLine(url).replace(/[{}\\\s]/gu, (character) => encodeURIComponent(character));
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
