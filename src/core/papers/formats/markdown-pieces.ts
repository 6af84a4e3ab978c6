import { Lexer } from 'marked';
import type { MarkedToken, Token, Tokens } from 'marked';
import type { Piece } from './daily-papers-page';
import { DEEPEST_NESTING } from '../import-limits';
import { targetOf } from './daily-papers-links';
import { readHtml } from './html-pieces';

/** The text is lexed in parts that end at a blank line after this many UTF-16 units: the lexer is not linear in all of its rules. */
const PART = 2_000;
/** Longer paragraphs and lines are prose without links: they are not looked into. */
const LONGEST_BLOCK = 12_000;
/** Nor are paragraphs with more signs than this that may open a link or emphasis. */
const MOST_SIGNS = 300;
/** Text of this length around a link makes it part of a sentence. */
const PROSE = 80;

const DEFINITION = /^ {0,3}\[([^\]\n]{1,200})\]:\s*<?(\S{1,2000}?)>?(?:\s+["'(].{0,300})?$/u;
/** What opens a quotation or list at the beginning of a line. */
const NESTING = new RegExp(String.raw`^(?:\s{0,8}(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s))){${DEEPEST_NESTING / 4},}`, 'u');
/** Ends of links whose text the lexer took apart: `3 authors](https://…)`. */
const LINK_END = /^([^[\]\n]{0,200})\]\((https?:\/\/[^\s()]{1,2000})\)$/u;
/** A paragraph that is one link, whatever signs its text has. */
const WHOLE_LINK = /^\[((?:[^\]]|\](?!\())+)\]\(((?:https?:\/)?\/[^\s()]{1,2000})\)$/u;
const LINK_START = /^\[[^\]]{0,60}$/u;
/** Markup that is no text of the page. Other tags in an abstract are text of it (`<think>`). */
const MARKUP = /^<(?:br|img|a (?:id|name)=)|^<\/?(?:span|div|sup|sub|details|summary|center)\b|^<!--/iu;
const TAGS_ALONE = /^(?:<[^<>]{0,200}>\s*)+$/u;
/** Headers of tables that name a field. */
const NAMED_COLUMN = /^(?:upvotes|comments|authors?|date|published|abstract|summary|arxiv(?: id)?)$/iu;

/**
 * Cuts a page in Markdown into its pieces. Text is kept as it is written, emphasis included, because abstracts contain
 * signs that look like it.
 *
 * @param from index of the first line of the page
 */
export function* readMarkdown(lines: readonly string[], from: number): Generator<Piece> {
  const links = linksOf(lines);
  const unescape = isEscaped(lines) ? unescapeMarkdown : (text: string) => text;
  for (const part of partsOf(lines, from)) {
    for (const piece of part.long ? [{ text: part.text, line: part.line }] : new PartReader(part, links).read()) {
      yield { ...piece, text: tidy(unescape(piece.text)) };
    }
  }
}

/** An item of a list that is in no other. */
const ITEM = /^(?:[-*+]|\d{1,9}[.)])\s/u;

interface Part {
  readonly text: string;
  readonly line: number;
  /** True for lines too long to look into. */
  readonly long: boolean;
}

function* partsOf(lines: readonly string[], from: number): Generator<Part> {
  let held: string[] = [];
  let size = 0;
  let start = from;
  for (let index = from; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const long = line.length > LONGEST_BLOCK;
    const mayCut = line.trim() === '' || ITEM.test(line) || size >= LONGEST_BLOCK;
    if (long || (size >= PART && mayCut)) {
      yield { text: held.join('\n'), line: start + 1, long: false };
      [held, size, start] = [[], 0, index];
    }
    if (long) {
      yield { text: line, line: index + 1, long };
      start = index + 1;
    } else {
      held.push(NESTING.test(line) ? line.replace(/^[\s>*+.)\d-]+/u, '') : line);
      size += line.length + 1;
    }
  }
  yield { text: held.join('\n'), line: start + 1, long: false };
}

type Links = Lexer['tokens']['links'];

/** Links that the document defines apart from where they stand: `[1]: https://…`. */
function linksOf(lines: readonly string[]): Links {
  const links = Object.create(null) as Links;
  for (const line of lines) {
    const [, label, href] = line.startsWith('[') || line.startsWith(' ') ? (DEFINITION.exec(line.slice(0, 2_600)) ?? []) : [];
    if (label !== undefined && href !== undefined) {
      links[label.toLowerCase().replace(/\s+/gu, ' ')] ??= { href, title: null };
    }
  }
  return links;
}

class PartReader {
  private readonly lexer = new Lexer({ gfm: true });
  private opens = false;

  constructor(private readonly part: Part, links: Links) {
    this.lexer.tokens.links = links;
  }

  read(): Iterable<Piece> {
    return this.blocks(this.lexer.blockTokens(this.part.text), this.part.line);
  }

  private *blocks(tokens: readonly Token[], from: number): Generator<Piece> {
    let line = from;
    for (const token of tokens) {
      yield* this.block(token as MarkedToken, line);
      line += countLineEnds(token.raw);
    }
  }

  private *block(token: MarkedToken, line: number): Generator<Piece> {
    if (token.type === 'hr' || token.type === 'heading') {
      this.opens = true;
    }
    if (token.type === 'heading' || token.type === 'paragraph' || token.type === 'text') {
      yield* this.text(token.text, line);
    } else if (token.type === 'blockquote') {
      yield* this.blocks(token.tokens, line);
    } else if (token.type === 'list') {
      yield* this.list(token, line);
    } else if (token.type === 'table') {
      yield* this.table(token, line);
    } else if (token.type === 'html') {
      yield* readHtml(token.raw).pieces.map((piece) => ({ ...piece, line: piece.line + line - 1 }));
    }
  }

  private *list({ items }: Tokens.List, from: number): Generator<Piece> {
    let line = from;
    for (const item of items) {
      if (item.task && item.text.length <= PROSE) {
        yield { text: `[-] ${item.text}`, line };
      } else {
        yield* this.blocks(item.tokens, line);
      }
      line += countLineEnds(item.raw);
    }
  }

  private *table({ header, rows }: Tokens.Table, from: number): Generator<Piece> {
    const names = header.map(({ text }) => text.trim());
    for (const [index, row] of rows.entries()) {
      const line = from + 2 + index;
      for (const [column, { text }] of row.entries()) {
        const name = names[column] ?? '';
        if (NAMED_COLUMN.test(name) && !text.includes('](')) {
          yield { text: `${name}: ${text}`, line };
        } else if (text.includes('](') || text.length >= PROSE) {
          yield* this.text(text, line);
        }
      }
    }
  }

  /** The pieces of a paragraph: its links, and the text between them. */
  private *text(text: string, line: number): Generator<Piece> {
    if (text.length > LONGEST_BLOCK || (text.match(/[[*_`<!~]/gu)?.length ?? 0) > MOST_SIGNS) {
      yield this.opened({ text, line });
      return;
    }
    const [, label, address] = WHOLE_LINK.exec(text.trim()) ?? LINK_END.exec(text.trim()) ?? [];
    if (label !== undefined && address !== undefined) {
      yield this.opened({ text: label.trim(), address, line });
      return;
    }
    const runs = [...joinProse(this.runs(this.lexer.inlineTokens(text)))];
    let at = line;
    for (const run of runs) {
      const cut = runs.length > 1 && run.address === undefined ? withoutPunctuation(run.text) : run.text.trim();
      if ((cut !== '' && !LINK_START.test(cut) && !TAGS_ALONE.test(cut)) || run.address !== undefined) {
        yield this.opened({ text: cut, line: at, ...(run.address === undefined ? {} : { address: run.address }) });
      }
      at += countLineEnds(run.text);
    }
  }

  private opened(piece: Piece): Piece {
    const { opens } = this;
    this.opens = false;
    return opens ? { ...piece, opens } : piece;
  }

  private *runs(tokens: readonly Token[]): Generator<Run> {
    for (const token of tokens as readonly MarkedToken[]) {
      if (token.type === 'link') {
        const bare = !token.raw.startsWith('[');
        yield bare ? { text: token.raw, bare: token.href } : { text: textOf(token.tokens), address: token.href, raw: token.raw };
      } else if ((token.type === 'strong' || token.type === 'em') && containsLink(token.tokens)) {
        yield* this.runs(token.tokens);
      } else {
        yield { text: textOf([token]) };
      }
    }
  }
}

/** A run of text in a paragraph, or a link. */
interface Run {
  readonly text: string;
  readonly address?: string;
  /** A link as it is written. */
  readonly raw?: string;
  /** Address of a URL that stands in the text as it is. */
  readonly bare?: string;
}

/** Joins what is one sentence: links in prose that lead away from the site are words of it. */
function* joinProse(runs: Iterable<Run>): Generator<Run> {
  let held: Run | undefined;
  for (const run of runs) {
    const inSentence = run.address === undefined || ((held?.text.length ?? 0) >= PROSE && held?.address === undefined && leadsAway(run.address));
    if (held !== undefined && held.address === undefined && inSentence) {
      held = { text: held.text + (run.raw ?? run.text) };
    } else {
      if (held !== undefined) {
        yield held;
      }
      held = run;
    }
  }
  if (held !== undefined) {
    yield held.bare === undefined ? held : { text: '', address: held.bare };
  }
}

function leadsAway(address: string): boolean {
  return ['repository', 'arxiv', 'other'].includes(targetOf(address).kind);
}

function containsLink(tokens: readonly Token[]): boolean {
  return tokens.some((token) => token.type === 'link' && token.raw.startsWith('['));
}

/** The text of tokens as it is written, without pictures and markup. */
function textOf(tokens: readonly Token[]): string {
  return (tokens as readonly MarkedToken[]).map((token) => {
    if (token.type === 'image') {
      return '';
    }
    if (token.type === 'br') {
      return '\n';
    }
    return token.type === 'html' && MARKUP.test(token.raw) ? ' ' : token.raw;
  }).join('');
}

/** Without the signs that join it to the links beside it. */
function withoutPunctuation(text: string): string {
  const bare = text.trim().replace(/^[-–—:,;|]+\s*|\s*[-–—,;|]+$/gu, '').trim();
  return /^\([^()]*\)$/u.test(bare) ? bare.slice(1, -1).trim() : bare;
}

/** Without what is only of the form: backslashes and blanks before a line end, or where one was in a title. */
function tidy(text: string): string {
  return text.split('\n').map(withoutBreak).join('\n').replace(/\\ {2,}/gu, ' ').trim();
}

function withoutBreak(line: string): string {
  let end = line.length;
  while (end > 0 && '\\ \t'.includes(line[end - 1] ?? '')) {
    end--;
  }
  return line.slice(0, end);
}

/** How many lines are looked at to see whether signs are escaped. */
const LINES_LOOKED_AT = 2_000;

/**
 * True for a document written by a tool that puts a backslash before every sign Markdown could take for its own. One bare
 * sign, or a backslash of TeX (`\%`), shows that it was not: then backslashes are the authors'.
 */
function isEscaped(lines: readonly string[]): boolean {
  let escaped = false;
  for (const line of lines.slice(0, LINES_LOOKED_AT)) {
    const prose = line.length > PROSE && line.length <= LONGEST_BLOCK ? line.replace(/!?\[|\]\([^()\s]{0,300}\)|https?:\/\/\S+/gu, '') : '';
    if (/\\[^\\`*_[\]#+\-.!>~{}()|&<$\s]|(?:^|[^\\])(?:\\\\)*[_*]/u.test(prose)) {
      return false;
    }
    escaped ||= /\\[_*\\[\]`]/u.test(prose);
  }
  return escaped;
}

function unescapeMarkdown(text: string): string {
  return text.replace(/\\([\\`*_[\]#+\-.!>~{}()|&<$])/gu, '$1');
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    count++;
  }
  return count;
}
