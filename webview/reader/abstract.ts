import { Marked, type RendererObject } from 'marked';
import type { Link } from '../../src/core/papers/link';
import { abstractDialect } from './dialect';
import { escapeHtml } from './escape-html';

/**
 * An abstract has some 2,000 characters. A text ten times as long is none, and is shown without markup: it may
 * have been made to keep a parser busy.
 */
const LONGEST_MARKDOWN = 20_000;

/**
 * An untrusted abstract as HTML: Markdown and TeX maths, its own HTML as the words it is, no images,
 * links to http, https and mailto only. It must still pass through `safeFragment` on its way to a page.
 *
 * @param links of the abstract, with offsets into `source`
 */
export function abstractHtml(source: string, links: readonly Link[] = []): string {
  if (source.length > LONGEST_MARKDOWN) {
    return plainHtml(source);
  }
  try {
    return new Marked(abstractDialect(source, links), { renderer }).parse(source, { async: false });
  } catch {
    // Nested deeper than the stack: what is left to show is the text.
    return plainHtml(source);
  }
}

/** Paragraphs and line breaks, nothing else. */
function plainHtml(source: string): string {
  return source
    .split(/\n\s*\n/u)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
}

const renderer: RendererObject = {
  html: ({ text }) => escapeHtml(text),
  link({ href, raw, text, tokens }) {
    const words = this.parser.parseInline(tokens);
    return isOpenable(href) ? anchor(href, words, text === href) : escapeHtml(raw);
  },
  image: ({ href, raw, text }) => (isOpenable(href) ? anchor(href, escapeHtml(text === '' ? href : text), false) : escapeHtml(raw)),
  checkbox: ({ checked }) => (checked ? '[x] ' : '[ ] '),
};

/** The address is the tooltip, unless the words are the address already. */
function anchor(href: string, words: string, isAddress: boolean): string {
  const title = isAddress ? '' : ` title="${escapeHtml(href)}"`;
  return `<a href="${escapeHtml(href)}"${title}>${words}</a>`;
}

function isOpenable(href: string): boolean {
  return /^(?:https?:\/\/|mailto:)/iu.test(href);
}
