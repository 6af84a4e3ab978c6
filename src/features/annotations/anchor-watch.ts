import { placeOfTarget } from '../../core/anchors/place-of-target';
import type { TextTarget } from '../../core/anchors/text-target';
import type { Thread } from '../../core/annotations/annotation';
import { runInSlices, type Steps } from '../../core/steps';
import type { Library } from '../../core/papers/library';
import { pause } from '../../platform/pause';
import type { UncertainThread } from './attention';

/** Longest time without a rest: words that are gone take some milliseconds each to be looked for. */
const SLICE_MS = 10;

/** So long a list waits; then it shows what is known. */
const PATIENCE_MS = 400;

/** Looks for the words of annotations in the abstracts, each once, in slices. */
export class AnchorWatch {
  /** The text that each was looked for in last. */
  private readonly looked = new WeakMap<TextTarget, string>();

  /**
   * Threads whose place the user is to look at, as far as that is known by now. Those of papers that the library does not have are left alone.
   *
   * @param more called once when others may have been found since
   */
  async uncertain(threads: readonly Thread[], library: Library, more: () => void): Promise<readonly UncertainThread[]> {
    let isLate = false;
    const looking = runInSlices(this.look(threads, library), { rest: pause, sliceMs: SLICE_MS }).then(() => {
      if (isLate) {
        more();
      }
    });
    await Promise.race([looking, pause(PATIENCE_MS)]);
    isLate = true;
    return threads.flatMap((thread) => {
      const place = placeOf(thread, library);
      if (place === undefined || this.looked.get(place.target) !== place.abstract) {
        return [];
      }
      const anchor = placeOfTarget(place.abstract, place.target);
      return anchor.state === 'exact' ? [] : [{ thread, anchor }];
    });
  }

  private *look(threads: readonly Thread[], library: Library): Steps<void> {
    for (const thread of threads) {
      const place = placeOf(thread, library);
      if (place !== undefined && this.looked.get(place.target) !== place.abstract) {
        placeOfTarget(place.abstract, place.target);
        this.looked.set(place.target, place.abstract);
        yield;
      }
    }
  }
}

/** Where a thread's words are to be looked for. */
function placeOf({ first: { target, detached, paper } }: Thread, library: Library): { readonly abstract: string; readonly target: TextTarget } | undefined {
  const abstract = library.paper(paper)?.abstract;
  return abstract === undefined || target === undefined || detached ? undefined : { abstract, target };
}
