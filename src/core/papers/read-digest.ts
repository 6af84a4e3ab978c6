import type { Digest, ImportProblem } from './digest';
import type { FormatReader, ImportText } from './format-reader';
import type { DigestId } from './paper';
import { decodeText } from './decode-text';
import { arxivAtom } from './formats/arxiv-atom';
import { arxivRss } from './formats/arxiv-rss';
import { bibtex } from './formats/bibtex';
import { cslJson } from './formats/csl-json';
import { dailyPapersApi } from './formats/daily-papers-api';
import { dailyPapersHtml } from './formats/daily-papers-html';
import { dailyPapersMarkdown } from './formats/daily-papers-markdown';
import { dailyPapersText } from './formats/daily-papers-text';
import { lecternJson } from './formats/lectern-json';
import { ris } from './formats/ris';
import { LARGEST_FILE_BYTES, LONGEST_TEXT, MOST_RECORDS, tooLarge } from './import-limits';

/** All readers; of two that are equally sure, the earlier one reads. */
const READERS: readonly FormatReader[] = [
  dailyPapersApi,
  dailyPapersHtml,
  dailyPapersMarkdown,
  dailyPapersText,
  arxivAtom,
  arxivRss,
  bibtex,
  cslJson,
  ris,
  lecternJson,
];

/** Readers that are less sure are not asked. */
const LEAST_SURE = 0.2;
/** A text that the surest reader finds nothing in is given to the next ones, up to this many in all. */
const MOST_ATTEMPTS = 3;
/** From here on a text says itself what it is: an answer that finds nothing, or an error, is not looked through for papers. */
const SAYS_SO = 0.9;
/** More problems than this help nobody; the rest is counted. */
const MOST_PROBLEMS = 1_000;

/**
 * Reads a text as the digest its content shows it to be; the name of its file never decides. A text that is too large or
 * of no known form is a digest without papers whose problem says so. Never throws.
 */
export function readDigest(input: ImportText): Digest {
  if (input.text.length > LONGEST_TEXT) {
    return rejected(input, tooLarge(input.name ?? 'The text', input.text.length));
  }
  const readers = readersFor(input.text);
  let first: Digest | undefined;
  for (const { reader, sureness } of readers) {
    const digest = readSafely(reader, input);
    if (digest.papers.length > 0 || sureness >= SAYS_SO) {
      return bounded(digest);
    }
    first ??= digest;
  }
  return first === undefined ? rejected(input, unknownForm(input.text)) : bounded(first);
}

/** What is said of a file that is too large to be read, as a digest without papers. */
export function tooLargeToRead(bytes: number, input: Omit<ImportText, 'text'>): Digest | undefined {
  return bytes > LARGEST_FILE_BYTES ? rejected(input, tooLarge(input.name ?? 'The file', bytes)) : undefined;
}

/** Reads a file as {@link readDigest} reads its text, in whatever encoding it is. */
export function readDigestOfBytes(bytes: Uint8Array, input: Omit<ImportText, 'text'>): Digest {
  const tooMany = tooLargeToRead(bytes.length, input);
  if (tooMany !== undefined) {
    return tooMany;
  }
  const decoded = decodeText(bytes);
  if (decoded.kind === 'binary') {
    return rejected(input, `${decoded.reason} ${whatCanBeImported()}`);
  }
  const digest = readDigest({ ...input, text: decoded.text });
  return decoded.damaged === 0 ? digest : { ...digest, problems: [...digest.problems, damageOf(decoded.text, decoded.damaged)] };
}

/** Id of a digest that stands for a text or file that is none. */
const UNREADABLE: DigestId = 'unreadable';

/** True for what was not read at all: it is of no known form, too large, or no text. Its format says nothing then. */
export function isUnreadable({ id }: Digest): boolean {
  return id === UNREADABLE;
}

function rejected({ name }: Omit<ImportText, 'text'>, reason: string): Digest {
  return {
    id: UNREADABLE,
    source: 'daily-papers',
    format: 'daily-papers-text',
    title: name ?? 'Nothing to import',
    papers: [],
    lines: [],
    problems: [{ line: 1, reason, severity: 'rejected' }],
  };
}

function readersFor(text: string): readonly { readonly reader: FormatReader; readonly sureness: number }[] {
  return READERS.map((reader) => ({ reader, sureness: reader.recognise(text) }))
    .filter(({ sureness }) => sureness >= LEAST_SURE)
    .sort((one, other) => other.sureness - one.sureness)
    .slice(0, MOST_ATTEMPTS);
}

/** Readers do not throw. Should one do so, that is a mistake of ours, and no reason to lose what else is imported. */
function readSafely(reader: FormatReader, input: ImportText): Digest {
  try {
    return reader.read(input);
  } catch (error) {
    return { ...rejected(input, `Reading this as ${reader.description} failed: ${String(error)}.`), format: reader.format };
  }
}

function bounded(digest: Digest): Digest {
  const { papers, lines, problems } = digest;
  const cut: ImportProblem[] = papers.length <= MOST_RECORDS
    ? []
    : [{ line: lines[MOST_RECORDS] ?? 1, reason: `There are more than ${MOST_RECORDS} records; the rest was left out. Split the file.`, severity: 'rejected' }];
  const uncounted = problems.length - MOST_PROBLEMS;
  const rest: ImportProblem[] = uncounted <= 0
    ? []
    : [{ line: problems[MOST_PROBLEMS]?.line ?? 1, reason: `There are ${uncounted} more problems from here on.`, severity: 'warning' }];
  return cut.length + rest.length === 0
    ? digest
    : { ...digest, papers: papers.slice(0, MOST_RECORDS), lines: lines.slice(0, MOST_RECORDS), problems: [...cut, ...problems.slice(0, MOST_PROBLEMS), ...rest] };
}

function damageOf(text: string, count: number): ImportProblem {
  const line = text.slice(0, text.indexOf('\uFFFD')).split(/\r\n|\n|\r/u).length;
  const places = count === 1 ? 'One character' : `${count} characters`;
  return { line, reason: `${places} could not be decoded; “\uFFFD” stands there. The file is damaged, or not in UTF-8.`, severity: 'warning' };
}

function unknownForm(text: string): string {
  return text.trim() === '' ? `The text is empty. ${whatCanBeImported()}` : `This is none of the forms that can be imported. ${whatCanBeImported()}`;
}

function whatCanBeImported(): string {
  const names = READERS.map(({ description }) => description);
  return `What can be imported: ${names.join('; ')}.`;
}
