import type { Paper } from '../papers/paper';
import { longDate } from '../papers/dates';
import { escapeMarkdown } from '../papers/markdown';

/** More names than these are not written out. */
const MOST_AUTHORS = 6;

/**
 * Papers as a Markdown list, one line each: title, authors, venue, date, links. Words come out as they are, whatever they contain;
 * links are only those of identifiers and of http and https addresses.
 */
export function papersAsMarkdownList(papers: readonly Paper[]): string {
  return papers.map((paper) => `- ${listItem(paper)}\n`).join('');
}

/** Words of a paper as a Markdown quotation, with the paper under it. The words stay as the paper has them. */
export function quotationAsMarkdown(paper: Paper, words: string): string {
  const lines = [...words.split(/\r?\n/u), '', `— ${listItem(paper)}`];
  return lines.map((line) => `> ${line}`.trimEnd()).join('\n').concat('\n');
}

function listItem(paper: Paper): string {
  const { title, venue, published, year } = paper;
  const when = published === undefined ? year : longDate(published);
  const facts = [authorsOf(paper), venue, when === undefined ? undefined : String(when)].filter((fact) => fact !== undefined).map(escapeMarkdown);
  const parts = [`**${escapeMarkdown(title)}**`, ...facts, linksOf(paper).join(', ')].filter((part) => part !== '');
  return parts.join('. ');
}

function authorsOf({ authors = [], authorCount, organisation }: Paper): string | undefined {
  if (authors.length > 0) {
    return authors.length <= MOST_AUTHORS ? authors.join(', ') : `${authors.slice(0, MOST_AUTHORS).join(', ')} and ${authors.length - MOST_AUTHORS} more`;
  }
  return organisation?.name ?? (authorCount === undefined ? undefined : `${authorCount} ${authorCount === 1 ? 'author' : 'authors'}`);
}

function linksOf({ arxivId, doi, url, repository, projectPage }: Paper): readonly string[] {
  return [
    identifier('arXiv:', arxivId, 'https://arxiv.org/abs/'),
    identifier('doi:', doi, 'https://doi.org/'),
    arxivId === undefined ? link('page', url) : '',
    link('code', repository),
    link('project', projectPage),
  ].filter((one) => one !== '');
}

/** A link to the identifier's resolver, unless it holds what no identifier does. */
function identifier(kind: string, id = '', resolver: string): string {
  return /^[\w./:;()-]+$/u.test(id) ? link(`${kind}${id}`, `${resolver}${id}`) : id === '' ? '' : escapeMarkdown(`${kind}${id}`);
}

/** A link to an address that can be nothing else in Markdown; nothing where there is no sound address. */
function link(words: string, address = ''): string {
  if (!/^https?:\/\/[^\s<>\p{Cc}\p{Bidi_Control}]{1,2000}$/iu.test(address)) {
    return '';
  }
  return `[${escapeMarkdown(words)}](<${address.replace(/[\\[\]()`|"{}^]/gu, percentEncoded)}>)`;
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
