import type { Json, Paper } from '../papers/paper';
import { jsonList } from '../papers/json';
import { splitName } from './name-parts';
import { typeOf } from './work-kind';

/**
 * Papers as RIS records, with CRLF at the line ends. The type of a record from RIS and its tags that Lectern has no place for are given
 * back in their order. The format has no tag for arXiv's identifier: it is written as the accession number.
 *
 * Source: Adept Scientific, "RIS Format Specifications".
 */
export function papersAsRis(papers: readonly Paper[]): string {
  return papers.map(risRecord).join('\r\n');
}

function risRecord(paper: Paper): string {
  const { title, authors = [], published, year, venue, doi, url, abstract, keywords = [], remark, arxivId, arxivVersion } = paper;
  const type = typeOf(paper, 'ris');
  const inYear = published?.slice(0, 4) ?? (year === undefined ? undefined : String(year));
  const lines: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['TY', /^[A-Z0-9]{2,10}$/u.test(type) ? type : 'GEN'],
    ['TI', oneLine(title)],
    ...authors.map((name) => ['AU', withoutStar(invertedName(name))] as const),
    ['PY', inYear],
    ['DA', published?.replaceAll('-', '/')],
    ['T2', venue === undefined ? undefined : withoutStar(oneLine(venue))],
    ['DO', doi],
    ['UR', url],
    ['AN', arxivId === undefined ? undefined : `arXiv:${arxivId}${arxivVersion === undefined ? '' : `v${arxivVersion}`}`],
    ['AB', paragraphs(abstract)],
    ...keywords.map((word) => ['KW', withoutStar(oneLine(word))] as const),
    ['N1', remark === undefined ? undefined : oneLine(remark)],
    ...givenTags(paper.extra?.ris?.['tags']),
    ['ID', hasTag(paper, 'ID') ? undefined : paper.key],
  ];
  const written = lines.flatMap(([tag, value]) => (value === undefined || value === '' ? [] : [`${tag}  - ${value}\r\n`]));
  return `${written.join('')}ER  - \r\n`;
}

/** The tags of the original record that the paper does not say. */
function givenTags(tags: Json | undefined): readonly (readonly [tag: string, value: string])[] {
  return jsonList(tags).flatMap((pair): readonly (readonly [string, string])[] => {
    const [tag, value] = jsonList(pair);
    return typeof tag === 'string' && typeof value === 'string' && /^[A-Z][A-Z0-9]$/u.test(tag) && tag !== 'TY' && tag !== 'ER' ? [[tag, paragraphs(value)]] : [];
  });
}

function hasTag(paper: Paper, tag: string): boolean {
  return givenTags(paper.extra?.ris?.['tags']).some(([name]) => name === tag);
}

/** `Dao, Tri`; `King, Martin, Jr.`; the name of an organisation as it is. */
function invertedName(name: string): string {
  const plain = oneLine(name);
  const { family, given, suffix } = splitName(plain) ?? {};
  return family === undefined || given === undefined ? plain.replaceAll(',', ' ').replace(/\s+/gu, ' ').trim() : [family, given, ...(suffix === undefined ? [] : [suffix])].join(', ');
}

/** The format keeps the asterisk for itself in names, keywords and titles of periodicals. */
function withoutStar(text: string): string {
  return text.replaceAll('*', '∗');
}

/** An empty line between paragraphs continues a value; one that begins like a tag is indented further than tags may be. */
function paragraphs(text: string): string {
  const written = text.split(/\n\s*\n/u).map(oneLine).filter((paragraph) => paragraph !== '');
  return written.map((paragraph, index) => (index > 0 && /^[A-Z][A-Z0-9]\s{1,4}-/u.test(paragraph) ? `      ${paragraph}` : paragraph)).join('\r\n\r\n');
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
