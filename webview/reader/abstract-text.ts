import type { TextRange } from '../../src/core/anchors/text-target';
import { shownRange, sourcePlaces, sourceRange, withoutBlanks } from './source-map';

/** A text node of the abstract, or a formula, which is taken as a whole. */
interface Piece {
  readonly node: Text | Element;
  /** Offset in the letters shown; a formula has none of its own. */
  readonly start: number;
  readonly length: number;
}

/** The abstract as it is shown, to go from its source to the page and back. Made anew whenever the abstract is drawn anew. */
export class AbstractText {
  private readonly pieces: readonly Piece[];
  private readonly shown: string;
  private places: Int32Array | undefined;

  constructor(
    readonly root: Element,
    readonly source: string,
  ) {
    const pieces: Piece[] = [];
    let shown = '';
    const gather = (parent: Node): void => {
      for (const node of parent.childNodes) {
        if (node instanceof Text) {
          pieces.push({ node, start: shown.length, length: node.data.length });
          shown += node.data;
        } else if (node instanceof Element) {
          if (node.localName === 'math') {
            pieces.push({ node, start: shown.length, length: 0 });
          } else {
            gather(node);
          }
        }
      }
    };
    gather(root);
    this.pieces = pieces;
    this.shown = shown;
  }

  /** Where a range of the source is shown; `undefined` when nothing of it is, for certain. */
  rangeOf(range: TextRange): Range | undefined {
    const places = this.sourcePlaces();
    const shown = shownRange(places, range);
    const formulas = this.pieces.filter(({ node, start }) => {
      const gap = node instanceof Text ? undefined : sourceRange(places, { start, end: start }, this.source.length, { first: true, last: true });
      return gap !== undefined && gap.start < range.end && range.start < gap.end && this.source.slice(gap.start, gap.end).trim() !== '';
    });
    const found = [...(shown === undefined ? [] : this.inPieces(shown)), ...formulas.map(({ node }) => wholeOf(node))];
    const [first, ...others] = found;
    if (first === undefined) {
      return undefined;
    }
    return others.reduce((all, other) => {
      if (other.compareBoundaryPoints(Range.START_TO_START, all) < 0) {
        all.setStart(other.startContainer, other.startOffset);
      }
      if (other.compareBoundaryPoints(Range.END_TO_END, all) > 0) {
        all.setEnd(other.endContainer, other.endOffset);
      }
      return all;
    }, first.cloneRange());
  }

  /** What of the source a part of the page shows; `undefined` when nothing of it is in the abstract. */
  sourceOf(range: Range): TextRange | undefined {
    const touched = this.pieces.flatMap((piece) => {
      const whole = wholeOf(piece.node);
      if (range.compareBoundaryPoints(Range.START_TO_END, whole) <= 0 || range.compareBoundaryPoints(Range.END_TO_START, whole) >= 0) {
        return [];
      }
      const from = range.startContainer === piece.node ? range.startOffset : 0;
      const to = range.endContainer === piece.node ? range.endOffset : piece.length;
      return piece.node instanceof Text ? [{ start: piece.start + from, end: piece.start + to, isFormula: false }] : [{ start: piece.start, end: piece.start, isFormula: true }];
    });
    const [first, last] = [touched[0], touched.at(-1)];
    if (first === undefined || last === undefined) {
      return undefined;
    }
    const found = sourceRange(this.sourcePlaces(), { start: first.start, end: last.end }, this.source.length, { first: first.isFormula, last: last.isFormula });
    return found && withoutBlanks(this.source, found);
  }

  private sourcePlaces(): Int32Array {
    this.places ??= sourcePlaces(this.source, this.shown);
    return this.places;
  }

  private inPieces({ start, end }: TextRange): readonly Range[] {
    const first = this.pieces.find((piece) => piece.node instanceof Text && piece.start + piece.length > start);
    const last = this.pieces.filter((piece) => piece.node instanceof Text && piece.start < end).at(-1);
    if (first === undefined || last === undefined) {
      return [];
    }
    const range = document.createRange();
    range.setStart(first.node, start - first.start);
    range.setEnd(last.node, end - last.start);
    return [range];
  }
}

function wholeOf(node: Node): Range {
  const range = document.createRange();
  range.selectNodeContents(node);
  return range;
}
