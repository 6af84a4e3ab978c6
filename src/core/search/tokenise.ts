/** Raised when the terms of a text change, so that an index made before is not used with this tokeniser. */
export const TOKENISER_VERSION = 1;

/** A longer term is cut here, in texts and in queries alike, so it is still found. UTF-16 units. */
export const MAX_TERM_LENGTH = 32;

/** A chunk of more segments than this is a list or an address: nobody types it as one word. */
const MAX_JOINED_SEGMENTS = 4;

/** Bounds the memory kept for chunks already seen, about 10 MB when full. */
const MEMO_SIZE = 20_000;
const MEMO_CHUNK_LENGTH = 64;

/**
 * `word`: a segment as written; `part`: a piece of the word before it (`flash` of `FlashAttention`, `qwen2` of
 * `qwen2.5`); `joined`: all segments of a chunk without what stood between (`longclip` of `Long-CLIP`).
 */
export type TermKind = 'word' | 'part' | 'joined';

/** A term of the index, with the UTF-16 offsets of what it stands for. */
export interface Term {
  readonly text: string;
  readonly kind: TermKind;
  readonly start: number;
  readonly end: number;
}

interface Stretch {
  readonly text: string;
  readonly start: number;
}

// Marks belong to their letter: without them a decomposed é would end the word.
const SEGMENT = /[\p{L}\p{N}\p{M}]+(?:\.[\p{L}\p{N}\p{M}]+)*/gu;
const POSSESSIVE = /['‘’]s(?![\p{L}\p{N}\p{M}])/gu;
const HUMP = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})/u;
const LATIN_ACCENTS = /[\u0300-\u036f]/g;

type VisitTerm = (text: string, kind: TermKind, start: number, end: number) => void;

/**
 * Calls with each term of a text, in order. One tokeniser serves texts and queries: what is cut out of `E^2-LLM` in a
 * title is cut out of it in a query.
 */
export function visitTerms(text: string, visit: VisitTerm): void {
  let start = 0;
  while (start < text.length) {
    if (isBlank(text.charCodeAt(start))) {
      start++;
      continue;
    }
    let end = start + 1;
    while (end < text.length && !isBlank(text.charCodeAt(end))) {
      end++;
    }
    visitChunk(text, start, end, visit);
    start = end;
  }
}

/** The terms of a text, in order. */
export function tokenise(text: string): Term[] {
  const terms: Term[] = [];
  visitTerms(text, (term, kind, start, end) => terms.push({ text: term, kind, start, end }));
  return terms;
}

/** The terms of a text without their places, for the index. */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  visitTerms(text, (term) => terms.push(term));
  return terms;
}

/** The words of a text as one comparable phrase, a blank around each: ` one epoch is all you need `. */
export function phraseOf(text: string): string {
  let phrase = ' ';
  visitTerms(text, (term, kind) => {
    if (kind === 'word') {
      phrase += `${term} `;
    }
  });
  return phrase;
}

function visitChunk(text: string, start: number, end: number, visit: VisitTerm): void {
  // Most chunks of an abstract are a lower-case word with at most one mark after it: it is its only term.
  const plain = plainEnd(text, start, end);
  if (plain > start) {
    visit(text.slice(start, plain), 'word', start, plain);
    return;
  }
  for (const term of termsOfChunk(text.slice(start, end))) {
    visit(term.text, term.kind, start + term.start, start + term.end);
  }
}

/** End of the word that a chunk is, without a mark after it; its start when it is more than that. */
function plainEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isLowerLatin(text.charCodeAt(at))) {
    at++;
  }
  const plain = at - start <= MAX_TERM_LENGTH && (at === end || (at + 1 === end && CLOSING_MARKS.includes(text.charAt(at))));
  return plain ? at : start;
}

const CLOSING_MARKS = '.,;:)';

function isLowerLatin(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

/** What `\s` matches. */
function isBlank(code: number): boolean {
  return code <= 0x20 ? code === 0x20 || (code >= 0x09 && code <= 0x0d) : code >= 0xa0 && WIDE_BLANKS.includes(code);
}

const WIDE_BLANKS: readonly number[] = [
  0x00a0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a, 0x2028, 0x2029, 0x202f, 0x205f,
  0x3000, 0xfeff,
];

const memo = new Map<string, readonly Term[]>();

function termsOfChunk(chunk: string): readonly Term[] {
  const known = memo.get(chunk);
  if (known) {
    return known;
  }
  const terms = analyseChunk(chunk);
  if (chunk.length <= MEMO_CHUNK_LENGTH) {
    if (memo.size >= MEMO_SIZE) {
      memo.clear();
    }
    memo.set(chunk, terms);
  }
  return terms;
}

function analyseChunk(chunk: string): readonly Term[] {
  const normal = chunk.normalize('NFKC');
  const terms = new Map<string, Term>();
  const add = (kind: TermKind, { text, start }: Stretch): void => {
    const folded = fold(text);
    if (folded !== '' && !terms.has(folded)) {
      terms.set(folded, { text: folded, kind, start, end: start + text.length });
    }
  };
  // Blanks of the same length keep the offsets.
  const segments = stretches(normal.replace(POSSESSIVE, '  '), SEGMENT);
  for (const segment of segments) {
    add('word', segment);
    for (const part of partsOf(segment)) {
      add('part', part);
    }
  }
  const [first] = segments;
  const last = segments.at(-1);
  if (first && last && segments.length > 1 && segments.length <= MAX_JOINED_SEGMENTS) {
    const joined = fold(segments.map((segment) => segment.text).join(''));
    if (!terms.has(joined)) {
      terms.set(joined, { text: joined, kind: 'joined', start: first.start, end: last.start + last.text.length });
    }
  }
  // Normalising moved the offsets, so every term stands for the whole chunk.
  return [...terms.values()].map((term) => (normal === chunk ? term : { ...term, start: 0, end: chunk.length }));
}

/** The dotted pieces of a segment and the humps of each; a single letter tells nothing. */
function partsOf(segment: Stretch): Stretch[] {
  const dotted = segment.text.includes('.') ? within(segment, stretches(segment.text, /[^.]+/g)) : [];
  const humped = (dotted.length > 0 ? dotted : [segment]).flatMap((piece) => {
    const humps = humpsOf(piece);
    return humps.length > 1 ? humps : [];
  });
  return [...dotted, ...humped].filter((piece) => piece.text.length > 1);
}

function humpsOf(piece: Stretch): Stretch[] {
  let start = piece.start;
  return piece.text.split(HUMP).map((text) => {
    const hump = { text, start };
    start += text.length;
    return hump;
  });
}

function stretches(text: string, pattern: RegExp): Stretch[] {
  return Array.from(text.matchAll(pattern), (match) => ({ text: match[0], start: match.index }));
}

function within(outer: Stretch, inner: readonly Stretch[]): Stretch[] {
  return inner.map(({ text, start }) => ({ text, start: outer.start + start }));
}

/** Lower case without Latin accents: `Marjanović` is typed as `marjanovic`. */
function fold(text: string): string {
  const lower = text.slice(0, MAX_TERM_LENGTH * 2).toLowerCase();
  const bare = isAscii(lower) ? lower : lower.normalize('NFD').replace(LATIN_ACCENTS, '').normalize('NFC');
  return bare.slice(0, MAX_TERM_LENGTH);
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    if (text.charCodeAt(index) > 0x7f) {
      return false;
    }
  }
  return true;
}
