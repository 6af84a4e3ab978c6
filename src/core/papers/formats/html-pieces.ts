import { Tokenizer } from 'htmlparser2';
import type { Piece } from './daily-papers-page';
import { targetOf } from './daily-papers-links';
import { LineCounter } from './line-counter';

/** What a page in HTML holds, in order of reading. */
export interface HtmlPage {
  readonly pieces: readonly Piece[];
  /** Data that scripts of the page take over, by the name of the part that they make of it. */
  readonly data: readonly HydrationData[];
  /** Addresses that the page gives as its own, the surest first. */
  readonly addresses: readonly string[];
}

export interface HydrationData {
  readonly target: string;
  readonly text: string;
  /** One-based line of its element. */
  readonly line: number;
}

/** Elements that stand in a line of text; all others begin a new piece. */
const INLINE = new Set('a abbr b bdi bdo br cite code data dfn em font i kbd mark q s samp small span strong sub sup u var wbr'.split(' '));
/** Elements whose content is not text of the page. */
const HIDDEN = new Set('script style template noscript svg textarea select option title object iframe canvas math'.split(' '));
/** Elements that begin something new. */
const OPENING = new Set('article h1 h2 header footer nav hr main'.split(' '));

/** Attributes that are kept; of others not even the text is put together. */
const KEPT = new Set(['href', 'datetime', 'data-target', 'data-props', 'rel', 'property', 'content']);

/** Stands for the end of a block inside a link. */
const BLOCK_END = '\u2028';

/**
 * Cuts a page into its pieces. A link is one piece, whatever stands in it. Works on tokens and keeps no tree, so that
 * it takes time linear in the text, however its elements are nested or left open.
 */
export function readHtml(text: string): HtmlPage {
  return new HtmlReader(text).read();
}

class HtmlReader {
  private readonly pieces: Piece[] = [];
  private readonly data: HydrationData[] = [];
  private readonly canonical: string[] = [];
  private readonly saved: string[] = [];
  private readonly lines: LineCounter;

  /** The piece being read. */
  private parts: string[] = [];
  private pieceStart: number | undefined;
  private address: string | undefined;
  private opens = false;
  /** True in a paragraph of text, and in a link of its prose. */
  private inParagraph = false;
  private inProseLink = false;

  private tag = '';
  private tagStart = 0;
  private attribute = '';
  private value: string[] = [];
  private attributes = new Map<string, string>();

  /** The element whose content is left out, and how many of its name are open. */
  private hidden: { readonly name: string; depth: number } | undefined;

  constructor(private readonly text: string) {
    this.lines = new LineCounter(text);
  }

  read(): HtmlPage {
    const tokenizer = new Tokenizer({ decodeEntities: true }, {
      onopentagname: (start, end) => this.beginTag(start, end),
      onattribname: (start, end) => {
        this.attribute = end - start <= 20 ? this.text.slice(start, end).toLowerCase() : '';
        this.value = [];
      },
      onattribdata: (start, end) => {
        if (KEPT.has(this.attribute)) {
          this.value.push(this.text.slice(start, end));
        }
      },
      onattribentity: (codePoint) => this.value.push(String.fromCodePoint(codePoint)),
      onattribend: () => {
        if (KEPT.has(this.attribute) && !this.attributes.has(this.attribute)) {
          this.attributes.set(this.attribute, this.value.join(''));
        }
      },
      onopentagend: () => this.openTag(),
      onselfclosingtag: () => this.openTag(),
      onclosetag: (start, end) => this.closeTag(this.nameAt(start, end)),
      ontext: (start, end) => this.addText(start, this.text.slice(start, end)),
      ontextentity: (codePoint, end) => this.addText(end - 1, String.fromCodePoint(codePoint)),
      oncomment: (start, end) => this.readComment(start, end),
      oncdata: () => undefined,
      ondeclaration: () => undefined,
      onprocessinginstruction: () => undefined,
      onend: () => this.endPage(),
    });
    tokenizer.write(this.text);
    tokenizer.end();
    return { pieces: this.pieces, data: this.data, addresses: [...this.canonical, ...this.saved] };
  }

  private nameAt(start: number, end: number): string {
    return end - start <= 20 ? this.text.slice(start, end).toLowerCase() : '';
  }

  private beginTag(start: number, end: number): void {
    this.tag = this.nameAt(start, end);
    this.tagStart = start;
    this.attributes = new Map();
  }

  private openTag(): void {
    const { tag, attributes } = this;
    if (this.hidden !== undefined) {
      this.hidden.depth += tag === this.hidden.name ? 1 : 0;
      return;
    }
    this.readData();
    this.readAddress();
    if (HIDDEN.has(tag)) {
      this.hidden = { name: tag, depth: 1 };
      return;
    }
    if (tag === 'a' && this.isInProse()) {
      this.inProseLink = true;
      return;
    }
    this.beginBlock(tag);
    if (OPENING.has(tag) && this.address === undefined) {
      this.opens = true;
    }
    const href = attributes.get('href');
    if (tag === 'a' && href !== undefined) {
      this.address = href;
      this.pieceStart = this.tagStart;
    } else if (tag === 'time') {
      this.readTime(attributes.get('datetime'));
    }
  }

  private closeTag(tag: string): void {
    if (this.hidden !== undefined) {
      this.hidden.depth -= tag === this.hidden.name ? 1 : 0;
      if (this.hidden.depth <= 0) {
        this.hidden = undefined;
      }
      return;
    }
    if (tag === 'a' && this.inProseLink) {
      this.inProseLink = false;
      return;
    }
    this.beginBlock(tag === 'p' ? '' : tag);
    if (tag === 'article') {
      this.opens = true;
    }
  }

  /** A link in the middle of a sentence that leads away from the site is part of the sentence. */
  private isInProse(): boolean {
    const kind = targetOf(this.attributes.get('href') ?? '').kind;
    return this.inParagraph && this.address === undefined && this.pieceStart !== undefined && ['repository', 'arxiv', 'other'].includes(kind);
  }

  /** Ends the piece before a link or block; a block inside a link is a line of it. */
  private beginBlock(tag: string): void {
    if (tag === 'a' || (!INLINE.has(tag) && this.address === undefined)) {
      this.flush();
    } else if (!INLINE.has(tag) || tag === 'br') {
      this.parts.push(BLOCK_END);
    }
    this.inParagraph = INLINE.has(tag) ? this.inParagraph : tag === 'p';
  }

  private addText(start: number, text: string): void {
    if (this.hidden === undefined) {
      this.pieceStart ??= text.trim() === '' ? undefined : start;
      this.parts.push(text);
    }
  }

  /** Ends the piece being read. A link without text is a piece too: the picture of a paper. */
  private flush(): void {
    const text = tidy(this.parts.join(''));
    if (text !== '' || this.address !== undefined) {
      const line = this.lines.lineAt(this.pieceStart ?? this.tagStart);
      this.pieces.push({ text, line, ...(this.address === undefined ? {} : { address: this.address }), ...(this.opens ? { opens: true } : {}) });
      this.opens = false;
    }
    this.parts = [];
    this.pieceStart = undefined;
    this.address = undefined;
  }

  /** A date that the element gives exactly stands for the words in it. */
  private readTime(exact: string | undefined): void {
    if (exact !== undefined && /^\d{4}-\d{2}-\d{2}/u.test(exact)) {
      this.flush();
      this.parts.push(exact.slice(0, 10));
      this.pieceStart = this.tagStart;
      this.hidden = { name: 'time', depth: 1 };
    }
  }

  private readData(): void {
    const text = this.attributes.get('data-props');
    if (text !== undefined && text !== '{}') {
      this.data.push({ target: this.attributes.get('data-target') ?? '', text, line: this.lines.lineAt(this.tagStart) });
    }
  }

  private readAddress(): void {
    const { tag, attributes } = this;
    const own = tag === 'link' && attributes.get('rel') === 'canonical' ? attributes.get('href') : tag === 'meta' && attributes.get('property') === 'og:url' ? attributes.get('content') : undefined;
    if (own !== undefined) {
      this.canonical.push(own);
    }
  }

  /** A page cut off in the middle of its data has said the first records of it. */
  private endPage(): void {
    this.flush();
    if (this.attribute === 'data-props' && !this.attributes.has('data-props') && this.value.length > 0) {
      this.data.push({ target: '', text: this.value.join(''), line: this.lines.lineAt(this.tagStart) });
    }
  }

  /** Browsers note in a comment where a page was saved from. */
  private readComment(start: number, end: number): void {
    const address = /saved from url=(?:\(\d+\))?\s*(https?:\/\/\S{1,2000})/iu.exec(this.text.slice(start, Math.min(end, start + 2_100)))?.[1];
    if (address !== undefined) {
      this.saved.push(address);
    }
  }
}

/** Blanks as a browser shows them: one, and none at line ends. Lines are those of blocks, not of the source. */
function tidy(text: string): string {
  return text.split(BLOCK_END).map((line) => line.replace(/\s+/gu, ' ').trim()).filter((line) => line !== '').join('\n');
}
