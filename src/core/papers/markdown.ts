import type { Paper } from './paper';
import { longDate } from './dates';
import { linksOf } from './links';

/**
 * A paper as a Markdown document: title, facts, the abstract as it stands, links. The same paper always gives
 * the same text. Title and facts come out as the words they are, whatever they contain: no heading, markup, HTML or link.
 */
export function paperAsMarkdown(paper: Paper): string {
  const links = linksOf(paper).map(({ label, url }) => `- [${escapeMarkdown(label)}](<${url}>)`);
  const parts = [
    ...headOf(paper),
    paper.abstract,
    ...(links.length === 0 ? [] : ['## Links', links.join('\n')]),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Where in that document the abstract begins, in UTF-16 units. */
export function abstractStart(paper: Paper): number {
  return headOf(paper).join('\n\n').length + '\n\n'.length;
}

function headOf(paper: Paper): readonly string[] {
  return [`# ${escapeMarkdown(paper.title)}`, factsOf(paper).map((fact) => `- ${fact}`).join('\n'), '## Abstract'];
}

/** Text of one line in which no character means anything to Markdown (CommonMark, with GFM's bare links). */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/\p{Bidi_Control}/gu, '')
    .trim()
    .replace(/[\\`*_[\]<>&~|#$@!]/gu, '\\$&')
    .replace(/^([+=-])/u, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/u, '$1\\$2')
    .replace(/:(?=\/\/)/gu, '\\:')
    .replace(/(www)\./giu, '$1\\.');
}

function factsOf(paper: Paper): readonly string[] {
  const { authors, authorCount, organisation, published, comments, upvotes, arxivId, doi } = paper;
  const facts: (readonly [string, string])[] = [];
  if (authors !== undefined && authors.length > 0) {
    facts.push(['Authors', escapeMarkdown(authors.join(', '))]);
  } else if (authorCount !== undefined) {
    facts.push(['Authors', String(authorCount)]);
  }
  if (organisation !== undefined) {
    facts.push(['Organisation', escapeMarkdown(organisation.name)]);
  }
  if (published !== undefined) {
    facts.push(['Published', escapeMarkdown(longDate(published))]);
  }
  if (comments !== undefined) {
    facts.push(['Comments', String(comments)]);
  }
  if (upvotes !== undefined) {
    facts.push(['Upvotes', String(upvotes)]);
  }
  if (arxivId !== undefined) {
    facts.push(['arXiv', identifier(arxivId, 'https://arxiv.org/abs/')]);
  }
  if (doi !== undefined) {
    facts.push(['DOI', identifier(doi, 'https://doi.org/')]);
  }
  facts.push(['Listed in', paper.digests.map(escapeMarkdown).join(', ')], ['Key', paper.key]);
  return facts.filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`);
}

/** A link to the identifier's resolver, unless it holds what no identifier does. */
function identifier(id: string, resolver: string): string {
  return /^[\w./:;()-]+$/u.test(id) ? `[${escapeMarkdown(id)}](<${resolver}${id}>)` : escapeMarkdown(id);
}
