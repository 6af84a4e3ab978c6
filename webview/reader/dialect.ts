import type { MarkedExtension, TokenizerObject, Tokens } from 'marked';
import type { Link } from '../../src/core/papers/link';
import { escapeHtml } from './escape-html';
import { formulaAt } from './formula';
import { setFormula } from './formulas';

/** Where the text of an abstract may stop being plain; a dollar after a letter or digit (`US$44`) opens no formula. The first character is always taken. */
const PLAIN_TEXT = /^(?:https?:\/\/|[^])(?:(?!https?:\/\/)[^\\[!`*$<\n]|(?<=[\p{L}\p{N}])\$)*/iu;

/** A closing backtick has the code right before it; TeX's opening quote has a blank or a bracket there. */
const CODE = /^(`+)(?!`)([^`]*[^`\s([{–—-])\1(?!`)/u;

/** An asterisk after these is a power or a product: `A^*`, `3*x*y`. */
const NO_EMPHASIS_AFTER = /[\p{L}\p{N}^]$/u;

/**
 * What of Markdown an abstract has: paragraphs, lists, quotes, emphasis by asterisks, code and links.
 * The rest is words as they stand, because there it is never markup: `a_b_c`, `~10x`, `#1`, TeX's quotes
 * ``…'', a line in angle brackets. Line breaks stay.
 *
 * @param links of the abstract `source`; they become links where they stand
 */
export function abstractDialect(source: string, links: readonly Link[]): MarkedExtension {
  const addresses = new Map(links.map(({ start, end, url }) => [source.slice(start, end), url]));
  const longestFirst = [...addresses].sort(([one], [other]) => other.length - one.length);
  return {
    gfm: true,
    breaks: true,
    tokenizer: { ...withoutBlocks, ...inlineOnly },
    hooks: { emStrongMask: maskVerbatim },
    extensions: [
      {
        name: 'formula',
        level: 'inline',
        tokenizer: (text) => {
          const formula = text.startsWith('$') || text.startsWith('\\(') ? formulaAt(text) : undefined;
          return formula && { type: 'formula', ...formula };
        },
        renderer: renderFormula,
      },
      {
        name: 'address',
        level: 'inline',
        tokenizer(text) {
          const found = /^https?:/iu.test(text) && !this.lexer.state.inLink ? longestFirst.find(([raw]) => text.startsWith(raw)) : undefined;
          return found && linkToken(...found);
        },
      },
    ],
  };
}

/** What KaTeX cannot read is shown as it stands. */
function renderFormula(token: Tokens.Generic): string {
  const { raw } = token;
  const tex: unknown = token['tex'];
  const html = typeof tex === 'string' ? setFormula({ raw, tex, display: token['display'] === true }) : undefined;
  return html ?? escapeHtml(raw);
}

const none = () => undefined;

const withoutBlocks: TokenizerObject = {
  code: none, fences: none, heading: none, lheading: none, hr: none, html: none, def: none, table: none,
};

const inlineOnly: TokenizerObject = {
  tag: none,
  del: none,
  url: none,
  reflink: none,
  emStrong: (text, _masked, before = '') => (text.startsWith('_') || NO_EMPHASIS_AFTER.test(before) ? undefined : false),
  codespan: (text) => {
    const [raw, , code] = CODE.exec(text) ?? [];
    return raw === undefined || code === undefined ? undefined : { type: 'codespan', raw, text: code.trim() };
  },
  inlineText: (text) => {
    const raw = /^`+/u.exec(text)?.[0] ?? PLAIN_TEXT.exec(text)?.[0] ?? text.charAt(0);
    return { type: 'text', raw, text: raw, escaped: false };
  },
};

function linkToken(raw: string, url: string): Tokens.Link {
  return { type: 'link', raw, href: url, title: null, text: url, tokens: [{ type: 'text', raw, text: url, escaped: false }] };
}

/** Hides the asterisks of formulas and powers from the search for the end of an emphasis; keeps every position. */
function maskVerbatim(text: string): string {
  return text.replace(/\$(?![\s$])(?:\\.|[^\\$\n]){1,2000}?(?<!\s)\$(?![\d$])/gu, (formula) => formula.replaceAll('*', '+')).replaceAll('^*', '^+');
}
