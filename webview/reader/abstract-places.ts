import type { TextRange } from '../../src/core/anchors/text-target';
import { SourceMap, type ShownPiece } from './source-map';

/** Places of the abstract that is on the page, as parts of its source and as ranges of the document. */
export class AbstractPlaces {
  private readonly nodes: readonly Text[];
  private readonly map: SourceMap;

  /** @param root the element that shows the abstract */
  constructor(
    readonly root: Element,
    readonly source: string,
  ) {
    this.nodes = textNodes(root);
    this.map = new SourceMap(source, piecesOf(this.nodes));
  }

  /** Where a part of the source is; `undefined` where that cannot be told. */
  rangeOf(source: TextRange): Range | undefined {
    const shown = this.map.toShown(source);
    return shown && this.domRange(shown);
  }

  /** The part of the source that a range of the document stands for: whole formulas, no marks at its ends. */
  sourceOf({ startContainer, startOffset, endContainer, endOffset }: Range): TextRange | undefined {
    return this.map.toSource({ start: this.offsetOf(startContainer, startOffset), end: this.offsetOf(endContainer, endOffset) });
  }

  private domRange({ start, end }: TextRange): Range | undefined {
    const range = document.createRange();
    let before = 0;
    let hasStart = false;
    for (const node of this.nodes) {
      const after = before + node.data.length;
      if (!hasStart && start < after) {
        range.setStart(node, start - before);
        hasStart = true;
      }
      if (hasStart && end <= after) {
        range.setEnd(node, end - before);
        return range;
      }
      before = after;
    }
    return undefined;
  }

  private offsetOf(container: Node, offset: number): number {
    const point = document.createRange();
    point.setStart(container, offset);
    let before = 0;
    for (const node of this.nodes) {
      if (node === container) {
        return before + offset;
      }
      if (point.comparePoint(node, 0) >= 0) {
        return before;
      }
      before += node.data.length;
    }
    return before;
  }
}

function textNodes(text: Element): readonly Text[] {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text) {
      nodes.push(node);
    }
  }
  return nodes;
}

function piecesOf(nodes: readonly Text[]): readonly ShownPiece[] {
  const pieces: ShownPiece[] = [];
  let last: Element | null = null;
  for (const node of nodes) {
    const formula = node.parentElement?.closest('math') ?? null;
    const before = formula !== null && formula === last ? pieces.pop() : undefined;
    pieces.push({ text: `${before?.text ?? ''}${node.data}`, isFormula: formula !== null });
    last = formula;
  }
  return pieces;
}
