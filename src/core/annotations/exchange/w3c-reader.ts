import * as v from 'valibot';
import { hasMarkup, htmlText } from '../../papers/formats/html-text';
import { isJsonObject } from '../../papers/json';
import type { Json } from '../../papers/paper';
import { ANNOTATION_KINDS, type AnnotationKind } from '../annotation';
import { ANNOTATION_VERSION, VERSION_FIELD } from '../annotation-form';
import { annotationFromJson } from '../decode-annotation';
import { foreignDocument } from './foreign-document';
import { firstText, listOf, momentOf, objectOf, objectsIn, textOf, textsIn, type JsonObject } from './json-fields';
import { readForeign, type ReadRecord } from './record-reading';

// Source: W3C Web Annotation Data Model; of its forerunner, Open Annotation, the names that are still met.

/** Beside the annotations of a collection that Lectern wrote: what its papers are known by. */
export const PAPERS_FIELD = 'lectern:papers';

const DEEPEST_SELECTOR = 4;

const ADDRESS = /^https?:\/\/[^\s<>]{1,2000}$/iu;

const text = v.fallback(v.optional(v.string()), undefined);
const QUOTE = v.object({ type: v.literal('TextQuoteSelector'), exact: v.pipe(v.string(), v.nonEmpty()), prefix: text, suffix: text });

/** Motivations that say what one of our kinds does. */
const KINDS: Readonly<Record<string, AnnotationKind>> = { questioning: 'question', assessing: 'critique' };

export function isW3cAnnotation(record: JsonObject): boolean {
  return typesOf(record).includes('Annotation') && record['target'] !== undefined;
}

/** A list of annotations in the standard's own cover, whose pages may be inside it. */
export function isW3cCollection(record: JsonObject): boolean {
  return typesOf(record).some((type) => type === 'AnnotationCollection' || type === 'AnnotationPage');
}

/**
 * @param papers what `PAPERS_FIELD` says around it
 * @param now for one that does not say when it was made
 */
export function readW3cAnnotation(record: JsonObject, papers: JsonObject, now: string): ReadRecord {
  return record[VERSION_FIELD] === undefined ? readStandard(record, now) : readOwn(record, papers);
}

function readOwn(record: JsonObject, papers: JsonObject): ReadRecord {
  const read = annotationFromJson(record);
  if (!read.ok) {
    return { problem: read.problem };
  }
  if (read.readOnly) {
    return { problem: `A newer Lectern wrote it (version ${JSON.stringify(record[VERSION_FIELD])} of the form; this one reads up to ${ANNOTATION_VERSION}). Update Lectern to import it.` };
  }
  const { paper, ...annotation } = read.annotation;
  const known = objectOf(Object.hasOwn(papers, paper) ? papers[paper] : undefined);
  const document = foreignDocument({
    key: paper,
    addresses: [...textsIn(known['arxivId']), ...textsIn(known['doi']), ...textsIn(known['url'])],
    title: textOf(known['title']),
    name: `lectern:${paper}`,
  });
  return { annotation: { form: 'lectern', annotation }, document };
}

function readStandard(record: JsonObject, now: string): ReadRecord {
  const [target = null] = listOf(record['target']);
  const source = sourceOf(target);
  const { comment, tags, kind } = bodiesOf(record);
  const motivations = textsIn(record['motivation']).map((one) => one.replace(/^.*[:#/]/u, ''));
  const isReply = motivations.includes('replying') && source !== undefined;
  const selectors = selectorsIn(objectOf(target)['selector'], 0);
  const quote = selectors.map((selector) => v.safeParse(QUOTE, { ...selector, type: typesOf(selector)[0] })).find((parsed) => parsed.success)?.output;
  const created = momentOf(record['created'], record['generated'], record['modified']) ?? now;
  const creator = listOf(record['creator'])[0];
  const name = firstText(objectOf(creator)['name'], objectOf(creator)['nickname'], creator, objectOf(creator)['id']);
  const isProgram = typesOf(objectOf(creator)).includes('Software');
  if (quote === undefined && comment === '' && tags.length === 0) {
    return { problem: 'It has neither words of its own nor a quotation.' };
  }
  const fragment = source?.indexOf('#') ?? -1;
  return readForeign({
    form: 'w3c',
    record,
    name: firstText(record['id'], record['@id']),
    // A reply is on the annotation that it answers; where that is not in the file either, it is known by it.
    document: isReply ? {} : { addresses: source === undefined ? [] : [fragment < 0 ? source : source.slice(0, fragment)], title: firstText(objectOf(objectOf(target)['source'])['title']) },
    replyTo: isReply ? source : undefined,
    target: isReply ? undefined : quote && { exact: quote.exact, prefix: quote.prefix ?? '', suffix: quote.suffix ?? '' },
    comment,
    tags,
    kind: kind ?? motivations.flatMap((one) => (Object.hasOwn(KINDS, one) ? KINDS[one] : undefined) ?? [])[0],
    created,
    modified: momentOf(record['modified'], record['created']) ?? created,
    creator: isProgram ? undefined : name,
    generator: isProgram ? name : undefined,
    warning: quote === undefined && selectors.length > 0 && !isReply ? 'It has no quotation by which its place could be found. It is kept as a remark on the paper.' : undefined,
  });
}

function bodiesOf(record: JsonObject): { readonly comment: string; readonly tags: readonly string[]; readonly kind: AnnotationKind | undefined } {
  const words: string[] = [];
  const tags: string[] = [];
  let kind: AnnotationKind | undefined;
  for (const body of [...listOf(record['body']), ...listOf(record['bodyValue']).map((value): Json => ({ value }))]) {
    const { value, chars, purpose, format } = objectOf(body);
    const said = textOf(value) ?? textOf(chars) ?? (typeof body === 'string' && !ADDRESS.test(body) ? body : '');
    const purposes = textsIn(purpose).map((one) => one.replace(/^.*[:#/]/u, ''));
    const ofKind = purposes.includes('classifying') ? ANNOTATION_KINDS.find((one) => one === said) : undefined;
    const isTag = purposes.includes('tagging') || typesOf(objectOf(body)).includes('Tag');
    if (ofKind !== undefined) {
      kind ??= ofKind;
    } else if (isTag) {
      tags.push(said);
    } else if (said.trim() !== '') {
      words.push(format === 'text/html' && hasMarkup(said) ? htmlText(said) : said);
    } else {
      words.push(...linkTo(body));
    }
  }
  return { comment: words.join('\n\n'), tags, kind };
}

/** A body that is elsewhere, as a link to it. */
function linkTo(body: Json): readonly string[] {
  const address = firstText(body, objectOf(body)['source'], objectOf(body)['id'], objectOf(body)['@id']);
  return address !== undefined && ADDRESS.test(address) ? [`<${address}>`] : [];
}

function sourceOf(target: Json): string | undefined {
  const { source, id, '@id': legacyId, 'oa:hasSource': legacy } = objectOf(target);
  return firstText(target, source, objectOf(source)['id'], objectOf(source)['@id'], legacy, objectOf(legacy)['@id'], id, legacyId);
}

/** All selectors, also those that refine others or are a choice. */
function selectorsIn(value: Json | undefined, depth: number): readonly JsonObject[] {
  return depth >= DEEPEST_SELECTOR
    ? []
    : objectsIn(value).flatMap((selector) => [selector, ...selectorsIn(selector['refinedBy'], depth + 1), ...selectorsIn(selector['items'], depth + 1)]);
}

/** Types without their prefix: `oa:Annotation` is an `Annotation`. */
function typesOf(record: Json): readonly string[] {
  const { type, '@type': legacy } = isJsonObject(record) ? record : {};
  return [...textsIn(type), ...textsIn(legacy)].map((one) => one.replace(/^.*[:#/]/u, ''));
}

/** What a cover says its papers are known by. */
export function papersOf(cover: JsonObject): JsonObject {
  return objectOf(cover[PAPERS_FIELD] ?? objectOf(cover['partOf'])[PAPERS_FIELD]);
}

/** The annotations in a collection or page, as far as they are inside it. */
export function annotationsIn(cover: JsonObject, depth = 0): readonly Json[] {
  return depth >= DEEPEST_SELECTOR ? [] : [...listOf(cover['items']), ...objectsIn(cover['first']).flatMap((page) => annotationsIn(page, depth + 1))];
}

/** The page after this one, where that is not inside it. */
export function nextPageOf(cover: JsonObject): string | undefined {
  const pages = [cover, ...objectsIn(cover['first'])];
  return firstText(cover['first'], ...pages.map(({ next }) => next));
}
