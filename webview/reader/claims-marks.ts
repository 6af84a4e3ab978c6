import type { TextRange } from '../../src/core/anchors/text-target';
import { placesIn } from './claims-places';

const NAME = 'lectern-claims';

/**
 * Marks parts of the abstract without a change of its document, so that selections and annotations in it stay as they are.
 * A browser that cannot do so shows none; the list of claims says the same.
 *
 * @param text the element that shows the abstract
 */
export function markClaims(text: Element | null, source: string, ranges: readonly TextRange[]): void {
  if (!('highlights' in CSS)) {
    return;
  }
  const marks = new Highlight();
  if (text) {
    const nodes = textNodes(text);
    for (const place of placesIn(source, ranges, nodes.map(({ data }) => data).join(''))) {
      const mark = place && domRange(nodes, place);
      if (mark) {
        marks.add(mark);
      }
    }
  }
  CSS.highlights.set(NAME, marks);
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

function domRange(nodes: readonly Text[], { start, end }: TextRange): Range | undefined {
  const range = document.createRange();
  let before = 0;
  let hasStart = false;
  for (const node of nodes) {
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
