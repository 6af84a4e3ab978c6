import type { TextRange } from '../../src/core/anchors/text-target';
import { acronymsOf, placesOf, type Acronym } from '../../src/core/text/acronyms';
import { element, type Child } from '../ui/element';
import type { AbstractPlaces } from './abstract-places';
import { paint } from './marks';
import { nothing } from './section';

/** The acronyms of an abstract with what they stand for. */
export function drawAcronyms(abstract: string): readonly Child[] {
  const acronyms = acronymsOf(abstract);
  if (acronyms.length === 0) {
    return [nothing('The abstract writes no acronym out.')];
  }
  const items = acronyms.map(({ short, long }) => element('div', {}, [element('dt', {}, [short]), element('dd', {}, [long])]));
  return [element('dl', { class: 'acronyms-list', 'data-testid': 'acronyms' }, items)];
}

/** An acronym in the abstract, where it is shown. */
interface Mark {
  readonly acronym: Acronym;
  readonly range: Range;
}

/**
 * Marks acronyms in the abstract and explains the one under the pointer in a tooltip. The text stays as it is, since annotations
 * know their places in it; who does not use a pointer is led to the list by the abstract's `aria-details`.
 */
export class AcronymMarks {
  private root: HTMLElement | undefined;
  private marks: readonly Mark[] = [];

  /** @param list of all acronyms */
  constructor(private readonly list: Element) {}

  show(places: AbstractPlaces, abstract: string): void {
    const marked = (acronym: Acronym, place: TextRange): readonly Mark[] => {
      const range = places.rangeOf(place);
      return range === undefined ? [] : [{ acronym, range }];
    };
    this.marks = acronymsOf(abstract).flatMap((acronym) => placesOf(acronym, abstract).flatMap((place) => marked(acronym, place)));
    paint('lectern-acronyms', this.marks.map(({ range }) => range));
    if (places.root !== this.root && places.root instanceof HTMLElement) {
      this.root = places.root;
      this.root.setAttribute('aria-details', this.list.id);
      this.root.addEventListener('pointermove', ({ clientX, clientY }) => this.explain(clientX, clientY));
    }
  }

  private explain(x: number, y: number): void {
    const mark = this.marks.find(({ range }) => [...range.getClientRects()].some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom));
    if (mark === undefined) {
      this.root?.removeAttribute('title');
    } else {
      this.root?.setAttribute('title', `${mark.acronym.short}: ${mark.acronym.long}`);
    }
  }
}
