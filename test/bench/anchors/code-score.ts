import { clueCounter } from '../../../src/core/anchors/code-clues';
import type { CodeSymbol } from '../../../src/core/anchors/code-symbols';
import type { CodeAnchor, CodeFile, CodePlace, CodeTarget, LineRange } from '../../../src/core/anchors/code-target';
import { bareOf, linesOf, wordsOf } from '../../../src/core/anchors/code-text';
import { describeCode } from '../../../src/core/anchors/describe-code';
import { findCodeAnchor } from '../../../src/core/anchors/find-code-anchor';
import { CODE_EDITS } from './code-edits';
import { Random } from './random';
import type { Trial } from './score';
import { codeFate, untraced, type TracedFiles } from './traced-code';

/** As for quotes: when code is recognisable, and when it is gone. */
const RECOGNISABLE = { kept: 0.7, stretch: 2, words: 12 };
const GONE = 0.3;

/** What a place may be off by, in lines or as a share of the target. */
const OFF = { lines: 1, share: 0.15 };

/** Files beside the one that is edited. */
const OTHER_FILES = 30;

/** As Lectern does: files with the most clues. */
const MOST_FILES = 40;

export type CodeFinder = (target: CodeTarget, files: readonly CodeFile[]) => CodeAnchor;

/** Finds code after edits made by chance: the same for the same seed. */
export function tryCodeEdits(corpus: readonly CodeFile[], count: number, seed: number, find: CodeFinder = findCodeAnchor): readonly Trial[] {
  const random = new Random(seed);
  const files = corpus.filter(({ text }) => linesOf(text).length > 20);
  const kinds = Object.keys(CODE_EDITS);
  return Array.from({ length: count }, (_, trial) => {
    const file = random.pick(files);
    const target = targetIn(file, random);
    const others = Array.from({ length: OTHER_FILES }, () => random.pick(files)).filter(({ path }) => path !== file.path);
    const foreign = linesOf(random.pick(files.filter((one) => one !== file)).text).filter((line) => line.trim() !== '');
    const before: TracedFiles = new Map([file, ...others].map(({ path, text }) => [path, linesOf(text).map((line, index) => traceOf(line, index, path === file.path ? target : undefined))]));
    const edits = [kinds[trial % kinds.length] ?? '', ...Array.from({ length: random.below(3) }, () => random.pick(kinds))];
    const after = edits.reduce((now, edit) => CODE_EDITS[edit]?.(now, { random, foreign }) ?? now, before);
    return judge(edits, after, target, find);
  });
}

/** What a tool does that keeps lines and no more. */
export function byCodeAlone(target: CodeTarget, files: readonly CodeFile[]): CodeAnchor {
  const found = files.flatMap((file) => {
    const start = file.text.indexOf(target.exact);
    const first = linesOf(file.text.slice(0, start)).length;
    return start < 0 ? [] : [{ file, lines: { first, last: first + linesOf(target.exact).length - 1 } }];
  });
  const place = found.find(({ file }) => file.path === target.path) ?? found[0];
  return place === undefined ? { state: 'orphaned' } : { state: 'moved', place };
}

function traceOf(text: string, index: number, target: CodeTarget | undefined) {
  const isInside = target !== undefined && index + 1 >= target.lines.first && index + 1 <= target.lines.last;
  return { text, ...(isInside ? { origin: index + 1 - target.lines.first } : {}) };
}

/** A function, a few lines, or one. */
function targetIn(file: CodeFile, random: Random): CodeTarget {
  const lines = linesOf(file.text);
  const symbols = symbolsOf(lines);
  const all = symbols.flatMap((symbol) => [symbol, ...symbol.children]);
  const runOf = (length: number): LineRange => {
    const first = 1 + random.below(lines.length);
    return { first, last: first + length - 1 };
  };
  for (;;) {
    const range = random.pick([() => (all.length === 0 ? runOf(8) : random.pick(all).lines), () => runOf(2 + random.below(14)), () => runOf(1)])();
    const target = describeCode(file, range, random.next() < 0.8 ? { symbols } : {});
    if (target !== undefined && wordsOf(target.exact).length > 0) return target;
  }
}

/** Symbols as a language server would tell them, near enough: what a line opens and indentation closes. */
function symbolsOf(lines: readonly string[], from = 0, to = lines.length, indent = 0): readonly CodeSymbol[] {
  const found: CodeSymbol[] = [];
  for (let index = from; index < to; index++) {
    const line = lines[index] ?? '';
    const name = /^\s*(?:export |default |async |private |public |static |readonly |abstract )*(?:(?:class|function\*?|interface|def|struct|fn)\s+(\w+)|(\w+)\([^)]*\)[^;]*\{$)/u.exec(line);
    if (indentOf(line) !== indent || name === null) continue;
    let end = index + 1;
    while (end < to && ((lines[end] ?? '').trim() === '' || indentOf(lines[end] ?? '') > indent || /^\s*[)\]}]/u.test(lines[end] ?? ''))) end++;
    while (end > index + 1 && (lines[end - 1] ?? '').trim() === '') end--;
    const inner = lines.slice(index + 1, end).find((one) => one.trim() !== '');
    found.push({ name: name[1] ?? name[2] ?? '', lines: { first: index + 1, last: end }, children: inner === undefined ? [] : symbolsOf(lines, index + 1, end, indentOf(inner)) });
    index = end - 1;
  }
  return found;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function judge(edits: readonly string[], after: TracedFiles, target: CodeTarget, find: CodeFinder): Trial {
  const exact = linesOf(target.exact);
  const [fate, copy] = [codeFate(after, exact), codeFate(after, exact, true)];
  const texts = untraced(after);
  const clues = clueCounter(target);
  const likely = texts
    .map((file) => ({ file, count: file.path === target.path ? Infinity : clues(file.text) }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
    .slice(0, MOST_FILES);
  const anchor = find(target, likely.map(({ file }) => file));
  // Few words are known by what stands around them alone.
  const isTold = wordsOf(target.exact).length >= RECOGNISABLE.words || (fate?.path === target.path && keepsNeighbours(after, fate.path, fate.lines, target));
  const isRecognisable = fate !== undefined && fate.kept >= RECOGNISABLE.kept && fate.stretch <= RECOGNISABLE.stretch && isTold;
  const places = [fate, copy].filter((place) => place !== undefined && place.kept >= GONE);
  const isRight = ({ file, lines }: CodePlace) => places.some((place) => place?.path === file.path && isNear(withWords(file, lines), place.lines, exact.length)) || isSameCode(texts, { file, lines }, target);
  const isWithin = ({ file, lines }: CodePlace) => !isRecognisable && [fate, copy].some((place) => place?.path === file.path && lines.first <= place.lines.last && place.lines.first <= lines.last);
  const verdict = (): Trial['verdict'] => {
    if (anchor.state === 'orphaned') return 'missed';
    if (anchor.state === 'ambiguous') {
      return !anchor.candidates.some(isRight) ? 'missed' : anchor.candidates.filter(isRight).length > 1 ? 'right' : 'asked';
    }
    return isRight(anchor.place) || isWithin(anchor.place) ? 'right' : 'wrong';
  };
  const landed = 'place' in anchor ? { landedOn: `${anchor.place.file.path}:${anchor.place.lines.first}-${anchor.place.lines.last}\n${linesOf(anchor.place.file.text).slice(anchor.place.lines.first - 1, anchor.place.lines.last).join('\n')}` } : {};
  return { edits, quote: `${target.path}:${target.lines.first} [${target.symbols?.join('.') ?? ''}]\n${target.exact}`, result: stateOf(anchor), verdict: verdict(), isRecognisable, ...landed };
}

function stateOf({ state }: CodeAnchor): Trial['result'] {
  return state === 'changed' ? 'fuzzy' : state === 'movedFile' ? 'moved' : state;
}

function keepsNeighbours(after: TracedFiles, path: string, { first, last }: LineRange, { before, after: below }: CodeTarget): boolean {
  const texts = (after.get(path) ?? []).map(({ text }) => text);
  const nearest = (lines: readonly string[]) => bareOf(lines.find((line) => wordsOf(line).length > 0) ?? '');
  const isSame = (expected: readonly string[], found: readonly string[]) => nearest(expected) === nearest(found);
  return isSame([...linesOf(before)].reverse(), texts.slice(0, first - 1).reverse()) && isSame(linesOf(below), texts.slice(last));
}

/** Code that is gone may stand word for word elsewhere between the same lines: then that is where it is. */
function isSameCode(files: readonly CodeFile[], { file, lines }: CodePlace, { exact, before, after }: CodeTarget): boolean {
  const all = linesOf(files.find(({ path }) => path === file.path)?.text ?? '');
  const here = bareOf(all.slice(lines.first - 1, lines.last).join('\n'));
  const around = (text: string) => wordsOf(text).slice(-3).join(' ');
  return here === bareOf(exact) && (around(before) === around(all.slice(0, lines.first - 1).join('\n')) || wordsOf(after).slice(0, 3).join(' ') === wordsOf(all.slice(lines.last).join('\n')).slice(0, 3).join(' '));
}

/** Without lines of brackets alone at the ends. */
function withWords({ text }: CodeFile, { first, last }: LineRange): LineRange {
  const places = linesOf(text).flatMap((line, index) => (index + 1 >= first && index + 1 <= last && wordsOf(line).length > 0 ? [index + 1] : []));
  return { first: places[0] ?? first, last: places.at(-1) ?? last };
}

function isNear(range: LineRange, place: LineRange, length: number): boolean {
  const off = Math.max(OFF.lines, length * OFF.share);
  return Math.abs(range.first - place.first) <= off && Math.abs(range.last - place.last) <= off;
}
