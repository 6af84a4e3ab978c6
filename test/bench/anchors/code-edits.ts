import { wordsOf } from '../../../src/core/anchors/code-text';
import type { Random } from './random';
import type { TracedFiles, TracedLine } from './traced-code';

/** What an edit of code works with besides the files. */
export interface CodeEditContext {
  readonly random: Random;
  /** Lines of code from elsewhere. */
  readonly foreign: readonly string[];
}

export type CodeEdit = (files: TracedFiles, context: CodeEditContext) => TracedFiles;

/** Words that mean something to the language: nobody renames them. */
const RESERVED = new Set('const let var function class return if else for while import from export default new this self def async await type interface extends implements private readonly public static None True False true false null undefined in of is not and or with as try except catch throw raise'.split(' '));

/** What people, formatters and Git do to files between two looks at them. */
export const CODE_EDITS: Readonly<Record<string, CodeEdit>> = {
  'lines put in above': inFile((lines, { random, foreign }) => [...lines.slice(0, 1), ...added(some(1 + random.below(40), foreign, random)), ...lines.slice(1)]),
  'lines put into the target': inFile((lines, { random, foreign }) => {
    const places = placesOf(lines);
    const at = random.pick(places);
    return places.length < 3 ? lines : [...lines.slice(0, at), ...added(some(1 + random.below(2), foreign, random)), ...lines.slice(at)];
  }),
  'a name changed': inFile((lines, { random }) => {
    const names = lines.filter(({ origin }) => origin !== undefined).flatMap(({ text }) => wordsOf(text)).filter((word) => /^[a-z_]\w*$/iu.test(word) && !RESERVED.has(word));
    const name = names.length === 0 ? undefined : random.pick(names);
    return name === undefined ? lines : lines.map((line) => ({ ...line, text: line.text.replace(new RegExp(`(?<![\\w])${name}(?![\\w])`, 'gu'), `${name}_new`) }));
  }),
  'a line of the target changed': inFile((lines, { random, foreign }) => {
    const at = random.pick(placesOf(lines));
    return placesOf(lines).length < 4 ? lines : lines.map((line, index) => (index === at ? { ...line, text: random.pick(foreign) } : line));
  }),
  'a line of the target removed': inFile((lines, { random }) => {
    const at = random.pick(placesOf(lines));
    return placesOf(lines).length < 4 ? lines : lines.filter((_, index) => index !== at);
  }),
  'indented otherwise': inFile((lines) => lines.map((line) => ({ ...line, text: line.text.replace(/^(?: {2})+/u, (blanks) => '\t'.repeat(blanks.length / 2)) }))),
  'one level deeper': inFile((lines) => lines.map((line) => ({ ...line, text: `    ${line.text}` }))),
  'long lines broken': inFile((lines) => lines.flatMap((line) => (line.text.length < 80 ? [line] : line.text.split(/(?<=,) /u).map((text, part) => ({ ...line, text: part === 0 ? text : `        ${text}` }))))),
  'line ends of Windows': inFile((lines) => lines.map((line) => ({ ...line, text: `${line.text.trimEnd()}\r` }))),
  'moved in the file': inFile((lines, { random }) => {
    const target = ofTarget(lines);
    const rest = lines.filter((line) => !target.includes(line));
    const at = random.below(rest.length + 1);
    return [...rest.slice(0, at), ...target, ...rest.slice(at)];
  }),
  'neighbours removed': inFile((lines) => {
    const [first = 0, last = 0] = [placesOf(lines)[0], placesOf(lines).at(-1)];
    return lines.filter(({ origin }, index) => origin !== undefined || index < first - 4 || index > last + 4);
  }),
  'the rest of the file written anew': inFile((lines, { random, foreign }) => [...added(some(30, foreign, random)), ...ofTarget(lines), ...added(some(30, foreign, random))]),
  'copied in the file': inFile((lines) => [...lines, ...ofTarget(lines).map((line): TracedLine => ({ ...line, isCopy: true }))]),
  'moved to another file': (files, { random }) => {
    const from = holderOf(files);
    const others = [...files.keys()].filter((path) => path !== from);
    if (from === undefined || others.length === 0) return files;
    const to = random.pick(others);
    const target = ofTarget(files.get(from) ?? []);
    const at = random.below((files.get(to) ?? []).length + 1);
    return new Map([...files].map(([path, lines]) => [path, path === from ? lines.filter((line) => !target.includes(line)) : path === to ? [...lines.slice(0, at), ...target, ...lines.slice(at)] : lines]));
  },
  'file renamed': (files) => {
    const from = holderOf(files);
    return new Map([...files].map(([path, lines]) => [path === from ? `moved/new-${path.slice(path.lastIndexOf('/') + 1)}` : path, lines]));
  },
  'file moved': (files) => {
    const from = holderOf(files);
    return new Map([...files].map(([path, lines]) => [path === from ? `moved/${path.slice(path.lastIndexOf('/') + 1)}` : path, lines]));
  },
  deleted: (files) => new Map([...files].map(([path, lines]) => [path, lines.filter(({ origin }) => origin === undefined)])),
  'file deleted': (files) => {
    const from = holderOf(files);
    return new Map([...files].filter(([path]) => path !== from));
  },
};

/** An edit of the file that holds the target. */
function inFile(edit: (lines: readonly TracedLine[], context: CodeEditContext) => readonly TracedLine[]): CodeEdit {
  return (files, context) => {
    const holder = holderOf(files);
    return new Map([...files].map(([path, lines]) => [path, path === holder ? edit(lines, context) : lines]));
  };
}

function holderOf(files: TracedFiles): string | undefined {
  return [...files].find(([, lines]) => placesOf(lines).length > 0)?.[0];
}

function ofTarget(lines: readonly TracedLine[]): readonly TracedLine[] {
  return lines.filter(({ origin, isCopy }) => origin !== undefined && isCopy === undefined);
}

function placesOf(lines: readonly TracedLine[]): readonly number[] {
  return lines.flatMap(({ origin, isCopy }, index) => (origin !== undefined && isCopy === undefined ? [index] : []));
}

function added(texts: readonly string[]): readonly TracedLine[] {
  return texts.map((text) => ({ text }));
}

/** Lines of code that follow each other. */
function some(count: number, lines: readonly string[], random: Random): readonly string[] {
  const start = random.below(Math.max(1, lines.length - count));
  return lines.slice(start, start + count);
}
