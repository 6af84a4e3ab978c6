import * as v from 'valibot';
import { annotationFromJson } from '../decode-annotation';
import { importedExtra } from './imported-record';
import { firstText, momentOf, objectOf, objectsIn, textOf, textsIn, type JsonObject } from './json-fields';
import { readForeign, type ReadRecord } from './record-reading';

// Source: Hypothesis, `src/types/api.ts` of hypothesis/client, and the API's reference.

/** In a row that Lectern wrote: the annotation as Lectern keeps it, for what a row has no place for. */
export const OWN_FIELD = 'lectern';

const text = v.fallback(v.optional(v.string()), undefined);

const SELECTOR = v.object({ type: v.literal('TextQuoteSelector'), exact: v.pipe(v.string(), v.nonEmpty()), prefix: text, suffix: text });

/** A row of the API, or of an export. */
export function isHypothesisRow(record: JsonObject): boolean {
  const { uri, target, user, text: words, references } = record;
  const isOfUser = typeof user === 'string' && user.startsWith('acct:');
  return typeof uri === 'string' && (isOfUser || Array.isArray(target) || typeof words === 'string' || Array.isArray(references));
}

/** @param now for a row that does not say when it was made */
export function readHypothesisRow(row: JsonObject, now: string): ReadRecord {
  const target = objectsIn(row['target'])[0] ?? {};
  const selectors = objectsIn(target['selector']);
  const quote = selectors.map((selector) => v.safeParse(SELECTOR, selector)).find((parsed) => parsed.success)?.output;
  const references = textsIn(row['references']);
  const comment = textOf(row['text']) ?? '';
  const created = momentOf(row['created'], row['updated']) ?? now;
  const user = /^acct:(.+)@/u.exec(textOf(row['user']) ?? '')?.[1];
  const isUnplaced = quote === undefined && selectors.length > 0 && references.length === 0;
  if (quote === undefined && comment.trim() === '' && textsIn(row['tags']).length === 0) {
    return { problem: 'It has neither words of its own nor a quotation.' };
  }
  const read = readForeign({
    form: 'hypothesis',
    record: withoutOwn(row),
    name: firstText(row['id']),
    document: documentOf(row, target),
    replyTo: references[0],
    target: quote && { exact: quote.exact, prefix: quote.prefix ?? '', suffix: quote.suffix ?? '' },
    comment,
    tags: textsIn(row['tags']),
    created,
    modified: momentOf(row['updated'], row['created']) ?? created,
    creator: firstText(objectOf(row['user_info'])['display_name'], user),
    warning: isUnplaced ? 'It has no quotation by which its place could be found. It is kept as a remark on the paper.' : undefined,
  });
  return withOwn(row, read);
}

/** A row that Lectern wrote, with what it says beside the row; what was changed in the row since counts. */
function withOwn(row: JsonObject, read: ReadRecord): ReadRecord {
  const own = annotationFromJson(row[OWN_FIELD]);
  if (!own.ok || own.readOnly || 'problem' in read) {
    return read;
  }
  const { paper, ...kept } = own.annotation;
  const { comment, tags, modified } = read.annotation.annotation;
  const said = { comment, tags };
  const isOurs = kept.id === row['id'];
  const changed = { ...said, modified: comment === kept.comment ? kept.modified : modified };
  const imported = isOurs ? {} : importedExtra('hypothesis', said, modified, withoutOwn(row));
  const extra = { ...kept.extra, ...imported };
  return {
    ...read,
    document: read.document && { ...read.document, key: paper },
    annotation: {
      form: isOurs ? 'lectern' : 'hypothesis',
      annotation: { ...kept, ...changed, ...(Object.keys(extra).length === 0 ? {} : { extra }) },
      ...(isOurs ? {} : { said }),
    },
  };
}

function withoutOwn(row: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== OWN_FIELD));
}

function documentOf(row: JsonObject, target: JsonObject) {
  const document = objectOf(row['document']);
  const { link, highwire, dc, doi } = document;
  const dois = [...textsIn(doi), ...textsIn(objectOf(highwire)['doi']), ...textsIn(objectOf(dc)['identifier'])];
  const links = objectsIn(link).flatMap(({ href }) => textOf(href) ?? []);
  return {
    addresses: [...textsIn(row['uri']), ...textsIn(target['source']), ...dois, ...links, ...textsIn(objectOf(highwire)['pdf_url'])],
    title: firstText(...textsIn(document['title'])),
  };
}
