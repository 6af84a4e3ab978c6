import { latexText } from './latex-text';
import { oneLine } from './text-lines';

/** The people of an `author` field, in reading order (`Tri Dao`). */
export interface BibtexNames {
  readonly names: readonly string[];
  /** True when the list ends in `and others`. */
  readonly others: boolean;
}

/**
 * Reads a list of names as BibTeX does: separated by `and` outside braces; `First von Last`, `von Last, First` or `von Last, Jr, First`.
 * A name in braces is one of an organisation and stays as it is. BibLaTeX's form `family=Dao, given=Tri` is read too.
 */
export function readBibtexNames(field: string): BibtexNames {
  const parts = splitOutsideBraces(field, 'and');
  const listed = parts.length === 1 && /;\s/u.test(field) && !/[{&]/u.test(field) ? field.split(';') : parts;
  const written = listed.map((part) => part.trim()).filter((part) => part !== '');
  const people = written.filter((name) => !/^others$/iu.test(name));
  return { names: people.map(readName).filter((name) => name !== ''), others: people.length < written.length };
}

function readName(written: string): string {
  const parts = splitOutsideBraces(written, ',').map((part) => oneLine(latexText(part)));
  const extended = new Map(parts.map((part) => /^(family|given|prefix|suffix)(?:-i)?\s?=\s?(.*)$/u.exec(part)).flatMap((match) => (match === null ? [] : [[match[1], match[2]] as const])));
  if (extended.has('family')) {
    return oneLine(['given', 'prefix', 'family', 'suffix'].map((part) => extended.get(part) ?? '').join(' '));
  }
  const [last = '', second = '', ...given] = parts;
  const first = given.join(' ');
  return oneLine(first === '' ? `${second} ${last}` : `${first} ${last} ${second}`);
}

/** Splits at a word or a comma that stands outside braces, in time linear in the text. */
function splitOutsideBraces(text: string, separator: 'and' | ','): readonly string[] {
  const parts: string[] = [];
  const marks = separator === ',' ? /[{},]/gu : /[{}]|(?<=\s)and(?=\s)/giu;
  let depth = 0;
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(marks)) {
    if (mark === '{') {
      depth++;
    } else if (mark === '}') {
      depth = Math.max(0, depth - 1);
    } else if (depth === 0) {
      parts.push(text.slice(start, index));
      start = index + mark.length;
    }
  }
  return [...parts, text.slice(start)];
}
