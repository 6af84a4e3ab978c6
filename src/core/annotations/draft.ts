import * as v from 'valibot';
import type { TextTarget } from '../anchors/text-target';
import type { PaperKey } from '../papers/paper';
import { keySchema } from '../papers/paper-schema';
import type { AnnotationId } from './annotation';
import { isAnnotationId } from './annotation-id';
import { MOMENT } from './selectors';

/** Words for an annotation that are not saved yet. */
export interface Draft {
  /** A name of a file, as of an annotation. */
  readonly id: string;
  readonly paper: PaperKey;
  /** What it is to become: a new annotation, a reply, or another comment for an annotation that is there. */
  readonly purpose:
    | { readonly kind: 'add'; readonly target?: TextTarget }
    | { readonly kind: 'reply'; readonly to: AnnotationId }
    | { readonly kind: 'edit'; readonly annotation: AnnotationId };
  readonly comment: string;
  /** ISO 8601 with time zone. */
  readonly modified: string;
}

const FORMAT = 'lectern-draft';
const VERSION = 1;

const id = v.pipe(v.string(), v.check(isAnnotationId, 'Expected a name of small letters, digits and hyphens'));
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const DRAFT = v.object({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  id,
  paper: keySchema,
  purpose: v.variant('kind', [
    v.object({
      kind: v.literal('add'),
      target: v.exactOptional(
        v.object({
          exact: v.string(),
          prefix: v.string(),
          suffix: v.string(),
          position: v.exactOptional(v.object({ start: offset, end: offset })),
        }),
      ),
    }),
    v.object({ kind: v.literal('reply'), to: id }),
    v.object({ kind: v.literal('edit'), annotation: id }),
  ]),
  comment: v.string(),
  modified: MOMENT,
});

export function encodeDraft({ id, paper, purpose, comment, modified }: Draft): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, id, paper, purpose, comment, modified }, undefined, 2)}\n`;
}

/** Reads a draft's file: the draft, or what is wrong with it and where. Never throws. */
export function decodeDraft(text: string): Draft | { readonly problem: string } {
  try {
    const parsed = v.safeParse(DRAFT, JSON.parse(text), { abortEarly: true });
    if (!parsed.success) {
      return { problem: `This is not a draft of this Lectern. At ${v.getDotPath(parsed.issues[0]) ?? 'the whole'}: ${parsed.issues[0].message}` };
    }
    const { id, paper, purpose, comment, modified } = parsed.output;
    return { id, paper, purpose, comment, modified };
  } catch (error) {
    return { problem: `This is not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
}
