import type { Json, Paper, PaperFields } from '../papers/paper';
import { isJsonObject, jsonList } from '../papers/json';
import { cslName, nameAsCsl } from './csl-name';
import { isCslType, isCslVariable } from './csl-schema';
import { typeOf } from './work-kind';

type JsonObject = Readonly<Record<string, Json>>;

/** Fields of a paper for which CSL-JSON has no variable; they travel in `custom.lectern`. */
const OWN_FIELDS = [
  'authorCount', 'organisation', 'updated', 'comments', 'upvotes', 'repository', 'projectPage', 'machineSummary',
] as const satisfies readonly (keyof PaperFields)[];

/**
 * Papers as CSL-JSON that is valid by its schema: no variables but those it has, and everything else in `custom`. A preprint is of
 * type `article`. Of a paper that came from CSL-JSON the type and all variables that Lectern has no place for are given back.
 *
 * Source: citation-style-language/schema, `csl-data.json`.
 */
export function papersAsCslJson(papers: readonly Paper[]): string {
  return papers.length === 0 ? '[]\n' : `[\n${papers.map((paper) => JSON.stringify(cslItem(paper))).join(',\n')}\n]\n`;
}

function cslItem(paper: Paper): JsonObject {
  const { title, abstract, authors, keywords, categories, venue, remark, url, doi, arxivId, arxivVersion } = paper;
  const type = typeOf(paper, 'csl');
  const given = paper.extra?.['csl-json'] ?? {};
  const variables: JsonObject = present({
    id: paper.key,
    type: isCslType(type) ? type : 'document',
    title,
    author: authors?.map(nameAsCsl),
    issued: issuedOf(paper),
    abstract: abstract === '' ? undefined : abstract,
    'container-title': venue,
    DOI: doi,
    URL: url,
    archive: arxivId === undefined ? undefined : 'arXiv',
    number: arxivId,
    version: arxivVersion === undefined ? undefined : String(arxivVersion),
    keyword: keywords?.join(', '),
    categories,
    note: remark,
  });
  const names = new Set(Object.keys(variables));
  const isKept = (name: string, value: Json) => isCslVariable(name, value) && (!names.has(name) || isSource(paper, name, value));
  const rest = Object.entries(given).filter(([name, value]) => name !== 'custom' && value !== variables[name]);
  const kept = rest.filter(([name, value]) => isKept(name, value));
  const other = rest.filter(([name, value]) => !isKept(name, value));
  return { ...variables, ...Object.fromEntries(kept), ...customOf(paper, given, Object.fromEntries(other)) };
}

/** Whether a variable is what the paper's own was read from: names and dates can be written in more ways than a paper has them. */
function isSource({ authors = [], published, year }: Paper, name: string, value: Json): boolean {
  if (name === 'author') {
    return jsonList(value).map(cslName).filter((author) => author !== '').join('\n') === authors.join('\n');
  }
  return name === 'issued' && JSON.stringify(value).includes(published?.slice(0, 4) ?? String(year));
}

/** @param other what the schema has no place for */
function customOf(paper: Paper, given: JsonObject, other: JsonObject): { readonly custom?: JsonObject } {
  const own = present({
    ...Object.fromEntries([...OWN_FIELDS, ...unreadable(paper)].map((name) => [name, paper[name]])),
    other: Object.keys(other).length === 0 ? undefined : other,
  });
  const custom = given['custom'];
  const all = { ...(isJsonObject(custom) ? custom : {}), ...(Object.keys(own).length === 0 ? {} : { lectern: own }) };
  return Object.keys(all).length === 0 ? {} : { custom: all };
}

/** Texts that programs read otherwise than they stand, such as `<b>` in a title; they travel a second time, to the letter. */
function unreadable({ title, abstract, authors = [], venue, remark, keywords = [], url, categories }: Paper): readonly (keyof PaperFields)[] {
  const plain = (text: string) => !/[<&]|^\s|\s$|[^\S ]| {2}/u.test(text);
  return [
    ...(plain(title) ? [] : (['title'] as const)),
    ...(/[<&]|^\s|\s$/u.test(abstract) ? (['abstract'] as const) : []),
    ...(authors.every((name) => name !== '' && plain(name)) ? [] : (['authors'] as const)),
    ...(venue !== undefined && (!plain(venue) || /^(?:arxiv|corr)/iu.test(venue)) ? (['venue'] as const) : []),
    ...(remark !== undefined && (!plain(remark) || /arxiv|eprint|doi/iu.test(remark)) ? (['remark'] as const) : []),
    ...(keywords.every((word) => word !== '' && plain(word) && !/[,;]/u.test(word)) && new Set(keywords).size === keywords.length ? [] : (['keywords'] as const)),
    ...(url === undefined || /^https?:\/\/[^\s"<>]{1,2000}$/iu.test(url) ? [] : (['url'] as const)),
    ...(categories?.length === 0 ? (['categories'] as const) : []),
  ];
}

function issuedOf({ published, year }: Paper): Json | undefined {
  const parts = published === undefined ? [year] : published.split('-').map(Number);
  return parts.some((part) => part === undefined) ? undefined : { 'date-parts': [parts.filter((part) => part !== undefined)] };
}

function present(values: Readonly<Record<string, unknown>>): JsonObject;
function present(values: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''));
}
