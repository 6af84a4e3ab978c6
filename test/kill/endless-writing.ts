import type { Annotation } from '../../src/core/annotations/annotation';
import type { Draft } from '../../src/core/annotations/draft';
import { isoWithZone } from '../../src/core/runs/run-id';
import type { Line } from './acknowledged';

/** Ways of writing that a writer tries: the files themselves, or the stores of an extension host. */
export interface Writing {
  add(paper: string, comment: string): Promise<Annotation>;
  comment(annotation: Annotation, comment: string): Promise<Annotation>;
  remove(annotation: Annotation): Promise<unknown>;
  draft(draft: Draft): Promise<void>;
  tag(paper: string, tag: string): Promise<void>;
}

export const now = () => isoWithZone(new Date());

/** Writes annotations, drafts and readings of a paper without end, and says of each what may be assumed to be kept from then on. */
export async function writeWithoutEnd(paper: string, writing: Writing, say: (line: Line) => void): Promise<never> {
  /** Makes an annotation, changes it again and again, and now and then deletes it. */
  async function annotate(): Promise<never> {
    for (;;) {
      let annotation = await writing.add(paper, 'State 0');
      const { id } = annotation;
      say({ what: 'annotation', paper, id, state: 0 });
      const most = Math.floor(Math.random() * 8);
      for (let state = 1; state <= most; state++) {
        // Long enough for a write to be stopped in the middle of it.
        annotation = await writing.comment(annotation, `${'words '.repeat(Math.floor(Math.random() * 20_000))}State ${state}`);
        say({ what: 'annotation', paper, id, state });
      }
      if (Math.random() < 0.2) {
        say({ what: 'deleting', paper, id });
        await writing.remove(annotation);
        say({ what: 'deleted', paper, id });
      }
    }
  }

  async function draft(): Promise<never> {
    for (let state = 0; ; state++) {
      const id = `draft-${state % 5}`;
      await writing.draft({ id, paper, purpose: { kind: 'add' }, comment: `State ${state}`, modified: now() });
      say({ what: 'draft', paper, id, state });
    }
  }

  async function read(): Promise<never> {
    for (let state = 0; ; state++) {
      await writing.tag(paper, `state ${state}`);
      say({ what: 'reading', paper, state });
    }
  }

  return Promise.race([annotate(), annotate(), annotate(), draft(), read()]);
}
