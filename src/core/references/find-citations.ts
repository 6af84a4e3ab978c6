import { ARXIV_ID, isArxivClass, readArxivId } from '../papers/formats/arxiv-id';
import { readDoi } from '../papers/formats/doi';
import type { Citation } from './citation';
import { repositoryAddress } from './repository-address';

/** A line longer than this was written by a machine, for one: minified code. Nobody cites there. In UTF-16 units. */
const LONGEST_LINE = 10_000;

/** What every citation holds one of: most texts have none, and need no closer look. */
const HINT = /@paper:|arxiv|alphaxiv|huggingface\.co\/|hf\.co\/|10\.\d{4}|github\.com|gitlab\.com|codeberg\.org|[a-z]\/\d{7}/iu;

/** Not after a letter (`me@paper:x` is an address), a mark that makes another word of it, nor in a path (`packages/@paper:x`). Keys as mistyped ones look, too. */
const KEY = /(?<![\w.@]|[\w.~-]\/)@paper:(\w+(?:-+\w+)*)/gu;

const ARXIV_MARK = String.raw`(?<![\w.-])(?:arxiv\s?:\s?|(?:https?://)?(?:(?:www|export|browse|ar5iv|ar5iv\.labs)\.)?(?:arxiv\.org/(?:abs|pdf|html|format|src|e-print|ps)/|alphaxiv\.org/(?:abs|overview|pdf|resources|audio)/|(?:huggingface|hf)\.co/papers/))`;
const ARXIV = new RegExp(`${ARXIV_MARK}${ARXIV_ID}(?:\\.pdf\\b)?`, 'giu');

/** Before April 2007 an identifier names its archive, and needs no mark. */
const OLD_ARXIV = /(?<![\w./:@-])([a-z]{2,8}(?:-[a-z]{2,4})?)(?:\.[A-Z]{2})?\/\d{7}(?:v[1-9]\d?)?(?![\w/.-]*\w)/gu;

/** Not after what makes a number of it: `x = 10.1234/width` is a division, `110.1234/…` no DOI. */
const DOI = /(?:(?<!\w)(?:https?:\/\/)?(?:(?:dx|www)\.)?doi\.org\/|(?<!\w)doi\s?[:=]?\s?|(?<![\w.=*+%^,-]|=\s))10\.\d{4,9}(?:\.\d{1,9}){0,3}(?:\/|%2f)[^\s"'`<>{}\\|?#]{1,200}/giu;

const REPOSITORY = /(?<![\w.-])(?:(?:git\+)?https?:\/\/|(?:(?:git\+)?ssh:\/\/)?git@)?(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org|huggingface\.co|hf\.co)[/:][\w.-]{1,100}(?:\/[\w.%+~-]{1,200}){1,20}/giu;

/** Punctuation that ends a sentence or a comment, not an address. */
const TRAILING = new Set('. , ; : ! * / … ’'.split(' '));

const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/** A place is read as one citation only: the first of these that finds it. */
const FINDERS: readonly ((text: string) => readonly Citation[])[] = [findKeys, findDois, findArxivIds, findOldArxivIds, findRepositories];

/**
 * Finds what in a text, of any language, names a paper by key, arXiv identifier or address, DOI or repository; in order, none
 * within another. Whether there is such a paper is for the library to say. Takes time in proportion to the length of the text.
 */
export function findCitations(text: string): readonly Citation[] {
  if (!HINT.test(text)) {
    return [];
  }
  const readable = withoutLongLines(text);
  const found = FINDERS.flatMap((find, rank) => find(readable).map((citation) => ({ citation, rank })));
  found.sort((one, other) => one.citation.start - other.citation.start || one.rank - other.rank);
  let end = 0;
  return found.flatMap(({ citation }) => {
    if (citation.start < end) {
      return [];
    }
    end = citation.end;
    return [citation];
  });
}

/** The text with blanks for lines that nobody reads, so that offsets stay what they are. */
function withoutLongLines(text: string): string {
  return text.length <= LONGEST_LINE ? text : text.replace(/[^\n]+/gu, (line) => (line.length <= LONGEST_LINE ? line : ' '.repeat(line.length)));
}

function findKeys(text: string): readonly Citation[] {
  return [...text.matchAll(KEY)].map(({ index, 0: whole, 1: key = '' }) => ({ kind: 'key', id: key, start: index, end: index + whole.length }));
}

function findArxivIds(text: string): readonly Citation[] {
  return [...text.matchAll(ARXIV)].flatMap(({ index, 0: whole, 1: written = '' }) => arxivCitation(written, index, index + whole.length));
}

function findOldArxivIds(text: string): readonly Citation[] {
  return [...text.matchAll(OLD_ARXIV)].flatMap(({ index, 0: whole, 1: archive = '' }) =>
    isArxivClass(archive) ? arxivCitation(whole, index, index + whole.length) : [],
  );
}

function arxivCitation(written: string, start: number, end: number): readonly Citation[] {
  const arxivId = readArxivId(written)?.arxivId;
  return arxivId === undefined ? [] : [{ kind: 'arxiv', id: arxivId, start, end }];
}

function findDois(text: string): readonly Citation[] {
  return [...text.matchAll(DOI)].flatMap(({ index, 0: matched }): readonly Citation[] => {
    const whole = trimmed(matched);
    const read = readDoi(whole);
    if (read === undefined) {
      return [];
    }
    const place = { start: index, end: index + whole.length };
    return ['doi' in read ? { kind: 'doi', id: read.doi, ...place } : { kind: 'arxiv', id: read.arxivId, ...place }];
  });
}

function findRepositories(text: string): readonly Citation[] {
  return [...text.matchAll(REPOSITORY)].flatMap(({ index, 0: matched }): readonly Citation[] => {
    const whole = trimmed(matched);
    const id = repositoryAddress(whole);
    return id === undefined ? [] : [{ kind: 'repository', id, start: index, end: index + whole.length }];
  });
}

/** Without the punctuation that follows, nor brackets that were not opened in it. */
function trimmed(text: string): string {
  const open: Record<string, number> = { '(': 0, '[': 0 };
  let end = 0;
  for (; end < text.length; end++) {
    const character = text.charAt(end);
    const opening = OPENING[character];
    if (character in open) {
      open[character] = (open[character] ?? 0) + 1;
    } else if (opening !== undefined) {
      const count = open[opening] ?? 0;
      if (count === 0) {
        break;
      }
      open[opening] = count - 1;
    }
  }
  while (end > 0 && (TRAILING.has(text.charAt(end - 1)) || text.charAt(end - 1) in open)) {
    end--;
  }
  return text.slice(0, end);
}
