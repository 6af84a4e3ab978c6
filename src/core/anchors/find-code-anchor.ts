import { similarCode } from './similar-code';
import { bareOf, CodeText } from './code-text';
import { CodeEvidence, type JudgedCode } from './code-evidence';
import type { CodeAnchor, CodeFile, CodePlace, CodeTarget } from './code-target';

/** A place that speaks for itself less strongly than the best by no more than this is as good, in words. */
const RIVAL_WITHIN = 2;

/** Equal places that are looked at in a file. */
const MOST_PLACES = 300;

/** The closest a score comes to 1 without being it: the code differs in a bracket at least. */
const ALMOST = 0.99;

type Judged<F extends CodeFile> = JudgedCode & CodePlace<F>;

/**
 * Finds in files what a code target means: the very code where it stood; the very code elsewhere, known by its length, by what stands
 * around it, by its symbols; code like it, likewise. Of several places the one counts that more words speak for, and where they are
 * about as many the answer is that they are several.
 *
 * @param files those that may hold it, the one of its path among them if there is one
 */
export function findCodeAnchor<F extends CodeFile>(target: CodeTarget, files: readonly F[]): CodeAnchor<F> {
  const exact = bareOf(target.exact);
  if (exact === '') {
    return { state: 'orphaned' };
  }
  const evidence = new CodeEvidence(target);
  const texts = files.map((file) => ({ file, code: new CodeText(file.text) }));
  const equal = texts.flatMap(({ file, code }) => placesIn(file, equalLines(code, exact), (lines) => evidence.ofEqual(code, lines, file.path)));
  // No place has more to say for it than the very code where it stood, between what stood around it.
  const untouched = equal.find(({ isUntouched }) => isUntouched);
  if (untouched) {
    return { state: 'exact', place: placeOf(untouched) };
  }
  const like = texts.flatMap(({ file, code }) => similarCode(code, target).flatMap(({ lines, kept }) => placesIn(file, [lines], () => evidence.ofLike(code, lines, kept, file.path))));
  const places = [...equal, ...like].sort((one, other) => other.evidence - one.evidence);
  const [best] = places;
  if (best === undefined) {
    return { state: 'orphaned' };
  }
  const rivals = places.filter((place) => !overlap(place, best) && place.evidence > best.evidence - RIVAL_WITHIN);
  if (rivals.length > 0) {
    return { state: 'ambiguous', candidates: distinct([best, ...rivals]).map(placeOf) };
  }
  return anchorAt(best, target);
}

function anchorAt<F extends CodeFile>(best: Judged<F>, { path, lines: { first, last } }: CodeTarget): CodeAnchor<F> {
  const { file, lines, similarity } = best;
  const place = placeOf(best);
  if (similarity < 1) {
    return { state: 'changed', place, score: Math.min(ALMOST, similarity) };
  }
  if (file.path !== path) {
    return { state: 'movedFile', place };
  }
  return { state: lines.first === first && lines.last === last ? 'exact' : 'moved', place };
}

function equalLines(code: CodeText, exact: string): readonly Judged<CodeFile>['lines'][] {
  const found: Judged<CodeFile>['lines'][] = [];
  for (let start = code.bare.indexOf(exact); start >= 0 && found.length < MOST_PLACES; start = code.bare.indexOf(exact, start + 1)) {
    const lines = code.linesOfBare({ start, end: start + exact.length });
    if (lines !== undefined) {
      found.push(lines);
    }
  }
  return found;
}

function placesIn<F extends CodeFile>(file: F, ranges: readonly CodePlace['lines'][], judge: (lines: CodePlace['lines']) => JudgedCode | undefined): readonly Judged<F>[] {
  return ranges.flatMap((lines) => {
    const judged = judge(lines);
    return judged === undefined ? [] : [{ ...judged, file, lines }];
  });
}

function placeOf<F extends CodeFile>({ file, lines }: Judged<F>): CodePlace<F> {
  return { file, lines };
}

/** Of places that overlap, the best. */
function distinct<F extends CodeFile>(places: readonly Judged<F>[]): readonly Judged<F>[] {
  return places.filter((place, index) => !places.slice(0, index).some((better) => overlap(place, better)));
}

function overlap(one: CodePlace, other: CodePlace): boolean {
  return one.file === other.file && one.lines.first <= other.lines.last && other.lines.first <= one.lines.last;
}
