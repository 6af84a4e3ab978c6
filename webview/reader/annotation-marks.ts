import { HIGHLIGHT_COLOURS, type HighlightColour } from '../../src/core/annotations/annotation';
import type { ThreadView } from '../../src/protocol/reader-annotations';
import type { AbstractPlaces } from './abstract-places';
import { paint } from './marks';

/** The words of a thread where they are shown. */
interface Mark {
  readonly id: string;
  readonly range: Range;
  readonly colour: HighlightColour;
}

/** The words of threads, painted in their colours. */
export class AnnotationMarks {
  private marks: readonly Mark[] = [];

  show(places: AbstractPlaces, threads: readonly ThreadView[]): void {
    this.marks = threads.flatMap(({ first, place }) => {
      const range = 'range' in place ? places.rangeOf(place.range) : undefined;
      return range === undefined ? [] : [{ id: first.id, range, colour: first.colour }];
    });
    for (const colour of HIGHLIGHT_COLOURS) {
      paint(`lectern-${colour}`, this.marks.filter((mark) => mark.colour === colour).map(({ range }) => range));
    }
  }

  /** Shows which words a thread is about; none when there is no such thread on the page. */
  point(id: string | undefined): void {
    const mark = this.marks.find((one) => one.id === id);
    paint('lectern-pointed', mark === undefined ? [] : [mark.range]);
  }

  scrollTo(id: string): void {
    this.marks.find((mark) => mark.id === id)?.range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
  }

  /** The thread whose words are at a point of the window; the shortest where several overlap. */
  at(x: number, y: number): string | undefined {
    const hit = this.marks.filter(({ range }) => [...range.getClientRects()].some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom));
    return hit.sort((one, other) => one.range.toString().length - other.range.toString().length)[0]?.id;
  }
}
