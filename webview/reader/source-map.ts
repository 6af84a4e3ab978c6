import type { TextRange } from '../../src/core/anchors/text-target';
import { formulaAt } from './formula';

/** A run of the text that is shown, in its order. */
export interface ShownPiece {
  readonly text: string;
  /** A formula's letters stand for all of its TeX, none of them for a part of it. */
  readonly isFormula: boolean;
}

/** A character of the shown text that is no blank, with what of the source it stands for. */
interface Unit {
  readonly character: string;
  /** Offset into the shown text. */
  readonly at: number;
  readonly piece: ShownPiece;
  source?: TextRange;
}

/** Marks of Markdown that are not shown. */
const MARKS = new Set('*_`\\[]()<>!-+#'.split(''));

const LIST_NUMBER = /^\d{1,9}[.)](?=\s)/u;
const DESTINATION = /^\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/u;
const ENTITY = /^&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/iu;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00A0' };

/** Characters by which the place is found again after something that is shown otherwise than it is written. */
const TO_AGREE = 12;

/** How many characters such a thing may have. */
const LONGEST_GAP = 300;

/**
 * Which part of a Markdown source with TeX maths each part of the text shown for it stands for. Both are walked together, marks of
 * the source left out; what cannot be told for certain is nowhere. All offsets are in UTF-16 units, blanks make no difference.
 */
export class SourceMap {
  private readonly units: readonly Unit[];

  constructor(source: string, pieces: readonly ShownPiece[]) {
    this.units = unitsOf(pieces);
    align(source, this.units);
  }

  /** The part of the source that a part of the shown text stands for: whole formulas, marks at its ends left out. */
  toSource({ start, end }: TextRange): TextRange | undefined {
    const inside = this.units.filter(({ at }) => at >= start && at < end);
    const [first, last] = [inside[0]?.source, inside.at(-1)?.source];
    return first && last && { start: first.start, end: last.end };
  }

  /** Where a part of the source is shown. */
  toShown({ start, end }: TextRange): TextRange | undefined {
    const from = this.units.findIndex(({ source }) => source !== undefined && source.end > start);
    const to = this.lastBefore(end);
    const [first, last] = [this.units[from], this.units[to]];
    if (start >= end || to < from || first?.source === undefined || last?.source === undefined) {
      return undefined;
    }
    const isLost = (unit: Unit | undefined) => unit !== undefined && unit.source === undefined;
    const isUncertain = (first.source.start > start && isLost(this.units[from - 1])) || (last.source.end < end && isLost(this.units[to + 1]));
    return isUncertain ? undefined : { start: first.at, end: last.at + 1 };
  }

  private lastBefore(end: number): number {
    let index = this.units.length - 1;
    for (let source = this.units[index]?.source; index >= 0 && (source === undefined || source.start >= end); source = this.units[index]?.source) {
      index--;
    }
    return index;
  }
}

function unitsOf(pieces: readonly ShownPiece[]): readonly Unit[] {
  const units: Unit[] = [];
  let before = 0;
  for (const piece of pieces) {
    for (let index = 0; index < piece.text.length; index++) {
      const character = piece.text.charAt(index);
      if (!isBlank(character)) {
        units.push({ character, at: before + index, piece });
      }
    }
    before += piece.text.length;
  }
  return units;
}

function align(source: string, units: readonly Unit[]): void {
  let at = 0;
  let index = 0;
  while (index < units.length && at < source.length) {
    const unit = units[index];
    const step = unit && stepAt(source, at, unit);
    if (step === undefined) {
      const next = nextAgreement(source, at, units, index);
      if (next === undefined) {
        return;
      }
      [at, index] = [next.at, next.index];
    } else {
      if (unit && step.isShown) {
        const range = { start: at, end: at + step.length };
        do {
          const shown = units[index];
          if (shown) {
            shown.source = range;
          }
          index++;
        } while (unit.piece.isFormula && units[index]?.piece === unit.piece);
      }
      at += step.length;
    }
  }
}

/** What stands in the source there: so many characters, shown as the unit or not at all. `undefined` where neither is the case. */
function stepAt(source: string, at: number, { character, piece }: Unit): { readonly length: number; readonly isShown: boolean } | undefined {
  const here = source.charAt(at);
  if (isBlank(here)) {
    return { length: 1, isShown: false };
  }
  const rest = source.slice(at, at + 5000);
  const formula = here === '$' || here === '\\' ? formulaAt(rest) : undefined;
  if (piece.isFormula && formula) {
    return { length: formula.raw.length, isShown: true };
  }
  const entity = here === '&' ? ENTITY.exec(rest) : null;
  if (entity && !piece.isFormula) {
    const shown = decoded(entity);
    if (isBlank(shown) || shown === character) {
      return { length: entity[0].length, isShown: shown === character };
    }
  }
  const destination = here === ']' ? DESTINATION.exec(rest) : null;
  if (destination && (character !== ']' || piece.isFormula)) {
    return { length: destination[0].length, isShown: false };
  }
  if (here === character && !piece.isFormula) {
    return { length: 1, isShown: true };
  }
  if (formula) {
    return { length: formula.raw.length, isShown: false };
  }
  if (MARKS.has(here)) {
    return { length: 1, isShown: false };
  }
  const number = LIST_NUMBER.exec(rest);
  return number && /(?:^|\n)[\s>]*$/u.test(source.slice(Math.max(0, at - 80), at)) ? { length: number[0].length, isShown: false } : undefined;
}

/** Where both go on alike, if that is one place only. */
function nextAgreement(source: string, at: number, units: readonly Unit[], index: number): { readonly at: number; readonly index: number } | undefined {
  const places: number[] = [];
  let bare = '';
  for (let place = at; place < source.length; place++) {
    const character = source.charAt(place);
    if (!isBlank(character)) {
      bare += character;
      places.push(place);
    }
  }
  for (let from = index; from < Math.min(units.length, index + LONGEST_GAP); from++) {
    const ahead = units.slice(from, from + TO_AGREE);
    const words = ahead.map(({ character }) => character).join('');
    const found = ahead.some(({ piece }) => piece.isFormula) || words.length < TO_AGREE ? -1 : bare.indexOf(words);
    const place = places[found];
    if (place !== undefined && !bare.includes(words, found + 1)) {
      return { at: place, index: from };
    }
  }
  return undefined;
}

function decoded([, decimal, hexadecimal, name = '']: RegExpExecArray): string {
  const code = decimal === undefined ? (hexadecimal === undefined ? undefined : Number.parseInt(hexadecimal, 16)) : Number(decimal);
  return code === undefined ? (ENTITIES[name.toLowerCase()] ?? '') : code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function isBlank(character: string): boolean {
  return /^\s*$/u.test(character);
}
