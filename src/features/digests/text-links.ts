import { findLinks } from '../../core/papers/links';

/** A place in a text that leads to a page. Offsets are UTF-16 units. */
export interface TextLink {
  readonly start: number;
  readonly end: number;
  readonly url: string;
  readonly label: string;
}

/** `arXiv:2205.14135v2` and the identifiers before April 2007, `arXiv:hep-ex/0307015`. */
const ARXIV = /\barXiv:\s?(\d{4}\.\d{4,5}(?:v\d{1,3})?|[a-z-]{2,12}(?:\.[A-Z]{2})?\/\d{7}(?:v\d{1,3})?)(?![\w/])/giu;

/** Web addresses and arXiv identifiers of a text, in order of appearance. */
export function textLinks(text: string): readonly TextLink[] {
  const addresses = findLinks(text).map(({ start, end, url, label }) => ({ start, end, url, label }));
  const identifiers = [...text.matchAll(ARXIV)].map(({ index: start, 0: whole, 1: id = '' }) => ({
    start,
    end: start + whole.length,
    url: `https://arxiv.org/abs/${id}`,
    label: `arXiv:${id}`,
  }));
  const links = [...addresses, ...identifiers].sort((one, other) => one.start - other.start);
  return links.filter(({ start }, index) => start >= (links[index - 1]?.end ?? 0));
}
