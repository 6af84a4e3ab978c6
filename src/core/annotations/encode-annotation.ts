import type { TextTarget } from '../anchors/text-target';
import { isJsonObject, jsonList } from '../papers/json';
import type { Json } from '../papers/paper';
import type { Annotation } from './annotation';
import {
  ANNOTATION_VERSION,
  annotationAddress,
  CONTEXT,
  DETACHED_FIELD,
  motivationOf,
  paperSource,
  RESOLVED_FIELD,
  VERSION_FIELD,
} from './annotation-form';
import { encodeCodeLink } from './code-link';

type JsonObject = Readonly<Record<string, Json>>;

/** The text of an annotation's file: JSON-LD, always in the same order, a field a line, so that versions compare well. */
export function encodeAnnotation(annotation: Annotation): string {
  return `${JSON.stringify(annotationAsJson(annotation), undefined, 2)}\n`;
}

/** An annotation as a W3C Web Annotation. What its file said beyond what Lectern knows comes out again where it stood. */
export function annotationAsJson(annotation: Annotation): JsonObject {
  const { id, created, modified, creator, generator, detached, resolved, extra = {} } = annotation;
  const { body, target, motivation, creator: moreOfCreator, generator: moreOfGenerator, ...others } = extra;
  const bodies = [...bodiesOf(annotation), ...jsonList(body)];
  return {
    '@context': CONTEXT,
    id: annotationAddress(id),
    type: 'Annotation',
    [VERSION_FIELD]: ANNOTATION_VERSION,
    motivation: oneOrAll([motivationOf(annotation), ...jsonList(motivation)]),
    ...(creator === undefined ? {} : { creator: { type: 'Person', name: creator, ...objectOf(moreOfCreator) } }),
    ...(generator === undefined ? {} : { generator: { type: 'Software', name: generator, ...objectOf(moreOfGenerator) } }),
    created,
    modified,
    ...(bodies.length === 0 ? {} : { body: bodies }),
    target: targetOf(annotation, objectOf(target)),
    ...(detached === undefined ? {} : { [DETACHED_FIELD]: detached }),
    ...(resolved === undefined ? {} : { [RESOLVED_FIELD]: resolved }),
    ...others,
  };
}

function bodiesOf({ comment, kind, tags, code = [] }: Annotation): readonly Json[] {
  const text = (purpose: string, value: string): Json => ({ type: 'TextualBody', purpose, value });
  return [
    ...(comment === '' ? [] : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: comment }]),
    ...(kind === undefined ? [] : [text('classifying', kind)]),
    ...tags.map((tag) => text('tagging', tag)),
    ...code.map(encodeCodeLink),
  ];
}

function targetOf({ paper, replyTo, target, colour }: Annotation, { selector, styleClass, ...others }: JsonObject): Json {
  const selectors = [...(target === undefined ? [] : textSelectors(target)), ...jsonList(selector)];
  const styles = [...(replyTo !== undefined && colour === 'yellow' ? [] : [`lectern-${colour}`]), ...jsonList(styleClass)];
  return {
    ...(replyTo === undefined ? { source: paperSource(paper) } : { source: annotationAddress(replyTo), scope: paperSource(paper) }),
    ...(selectors.length === 0 ? {} : { selector: selectors }),
    ...(styles.length === 0 ? {} : { styleClass: oneOrAll(styles) }),
    ...others,
  };
}

/** Where in a text, in the two ways of the standard; positions in code points. */
export function textSelectors({ exact, prefix, suffix, position }: TextTarget): readonly Json[] {
  const quote = { type: 'TextQuoteSelector', exact, prefix, suffix };
  return position === undefined ? [quote] : [quote, { type: 'TextPositionSelector', start: position.start, end: position.end }];
}

function oneOrAll(items: readonly Json[]): Json {
  return items.length === 1 && items[0] !== undefined ? items[0] : items;
}

function objectOf(json: Json | undefined): JsonObject {
  return isJsonObject(json) ? json : {};
}
