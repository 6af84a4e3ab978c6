import type { Paper } from '../papers/paper';
import { escapeLatex, splitFormulas } from './latex';

/**
 * A paper as a BibTeX entry of the type `misc`. Words with capitals inside are in braces, so that no bibliography style
 * changes their case. A paper without arXiv id and DOI says in a note which digest it is from.
 *
 * Source: arXiv, "BibTeX and eprints" (fields `eprint` and `archivePrefix`).
 */
export function paperAsBibtex(paper: Paper): string {
  const { authors = [], published, arxivId, doi } = paper;
  const [digest] = paper.digests;
  const fields: (readonly [name: string, value: string])[] = [['title', bibtexTitle(paper.title)]];
  if (authors.length > 0) {
    fields.push(['author', authors.map(authorName).join(' and ')]);
  }
  if (published !== undefined) {
    fields.push(['year', published.slice(0, 4)]);
  }
  if (arxivId !== undefined) {
    const id = verbatim(arxivId);
    fields.push(['eprint', id], ['archivePrefix', 'arXiv'], ['url', `https://arxiv.org/abs/${id}`]);
  }
  if (doi !== undefined) {
    fields.push(['doi', verbatim(doi)]);
  }
  if (arxivId === undefined && doi === undefined && digest !== undefined) {
    fields.push(['note', `Listed in ${escapeLatex(oneLine(digest))}`]);
  }
  return `@misc{${paper.key},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`;
}

/** A title as the value of a BibTeX field: LaTeX text of one line, with the case of names protected. */
export function bibtexTitle(title: string): string {
  return splitFormulas(oneLine(title))
    .map(({ formula, text }) => (formula ? `{${text}}` : text.split(/(\s+)/u).map(protectWord).join('')))
    .join('');
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

/** BibTeX takes ` and ` for the end of a name, so a name that holds one is braced. */
function authorName(name: string): string {
  const escaped = escapeLatex(oneLine(name));
  return /(^|\s)and(\s|$)/iu.test(escaped) ? `{${escaped}}` : escaped;
}

/** An identifier as it stands, without the characters that could end the field. */
function verbatim(id: string): string {
  return oneLine(id).replace(/[{}\\%\s]/gu, (character) => encodeURIComponent(character));
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
