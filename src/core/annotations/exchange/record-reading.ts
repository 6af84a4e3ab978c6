import type { TextTarget } from '../../anchors/text-target';
import { tidyTags } from '../../papers/tags';
import type { Annotation, HighlightColour, AnnotationKind } from '../annotation';
import { LONGEST_WORDS } from './exchange-limits';
import { foreignDocument, type DocumentHints } from './foreign-document';
import type { ExchangeForm, ForeignDocument, ReadAnnotation } from './foreign-annotation';
import { importedExtra, type SaidFields } from './imported-record';
import type { JsonObject } from './json-fields';
import { stableId } from './stable-id';

/** A record as an annotation, or why it is none. */
export type ReadRecord =
  | {
      readonly annotation: Pick<ReadAnnotation, 'form' | 'annotation' | 'said'>;
      /** Absent for a reply: it is on what its thread is on. */
      readonly document: ForeignDocument | undefined;
      /** What of it could not be taken over. */
      readonly warning?: string;
    }
  | { readonly problem: string };

/** What a reader of a foreign form found in a record. */
export interface ForeignFields {
  readonly form: ExchangeForm;
  readonly record: JsonObject;
  /** Its name in its program; one without gets one by its content. */
  readonly name: string | undefined;
  readonly document: DocumentHints;
  readonly replyTo?: string | undefined;
  readonly target?: Pick<TextTarget, 'exact' | 'prefix' | 'suffix'> | undefined;
  readonly comment: string;
  readonly tags: readonly string[];
  /** Where the form has colours. */
  readonly colour?: HighlightColour | undefined;
  readonly kind?: AnnotationKind | undefined;
  readonly created: string;
  readonly modified: string;
  readonly creator?: string | undefined;
  readonly generator?: string | undefined;
  readonly warning?: string | undefined;
}

/** A foreign record as an annotation of ours. */
export function readForeign(fields: ForeignFields): ReadRecord {
  const { form, record, name, replyTo, target, comment, colour, kind, created, modified, creator, generator, warning } = fields;
  if (comment.length + (target?.exact.length ?? 0) > LONGEST_WORDS) {
    return { problem: `Its words are longer than ${LONGEST_WORDS} characters.` };
  }
  const document = foreignDocument(fields.document);
  if (document === undefined && replyTo === undefined) {
    return { problem: 'It does not say what it is on.' };
  }
  const said: SaidFields = { comment, tags: tidyTags(fields.tags), ...(colour === undefined ? {} : { colour }), ...(kind === undefined ? {} : { kind }) };
  const annotation: Omit<Annotation, 'paper'> = {
    id: stableId(form, name ?? JSON.stringify(record)),
    ...(replyTo === undefined ? {} : { replyTo: stableId(form, replyTo) }),
    ...(target === undefined ? {} : { target: { exact: target.exact, prefix: target.prefix, suffix: target.suffix } }),
    ...(kind === undefined ? {} : { kind }),
    colour: colour ?? 'yellow',
    tags: tidyTags(fields.tags),
    comment,
    created,
    modified,
    ...(creator === undefined ? {} : { creator }),
    ...(generator === undefined ? {} : { generator }),
    extra: importedExtra(form, said, modified, record),
  };
  return { annotation: { form, annotation, said }, document, ...(warning === undefined ? {} : { warning }) };
}
