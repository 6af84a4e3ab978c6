import { nearestColour } from './nearest-colour';
import type { DocumentHints } from './foreign-document';
import { firstText, listOf, momentOf, objectOf, objectsIn, textOf, textsIn, type JsonObject } from './json-fields';
import { readForeign, type ReadRecord } from './record-reading';

// Sources: zotero-types, `annotations.d.ts`; the JSON of Zotero's web API; what Zotero and Better Notes put into notes.

const TYPES = new Set(['highlight', 'underline', 'note', 'image', 'ink', 'text']);

/** An item as its own fields, without the web API's wrapper. */
export function zoteroFields(record: JsonObject): JsonObject {
  return Object.keys(objectOf(record['data'])).length > 0 ? { library: record['library'] ?? null, ...objectOf(record['data']) } : record;
}

/** An annotation in any of Zotero's spellings. */
export function isZoteroAnnotation(record: JsonObject): boolean {
  const fields = zoteroFields(record);
  const { itemType, annotationType, annotationKey, attachmentURI, type, key, position, color } = fields;
  return (
    itemType === 'annotation' ||
    typeof annotationType === 'string' ||
    (typeof annotationKey === 'string' && typeof attachmentURI === 'string') ||
    (typeof type === 'string' && TYPES.has(type) && typeof key === 'string' && (position !== undefined || color !== undefined || fields['sortIndex'] !== undefined))
  );
}

/** An item that annotations may be on: a work, or a file of one. */
export function isZoteroItem(record: JsonObject): boolean {
  const { itemType, key } = zoteroFields(record);
  return typeof itemType === 'string' && itemType !== 'annotation' && typeof key === 'string';
}

/** Items by their key. */
export type ZoteroItems = ReadonlyMap<string, JsonObject>;

const DEEPEST_PARENT = 4;

/**
 * @param parent the item whose list of annotations it stands in, if it stands in one
 * @param now for one that does not say when it was made
 */
export function readZoteroAnnotation(record: JsonObject, items: ZoteroItems, parent: JsonObject | undefined, now: string): ReadRecord {
  const fields = zoteroFields(record);
  const type = firstText(fields['annotationType'], fields['type']) ?? 'highlight';
  const quote = firstText(fields['annotationText'], fields['text']);
  const comment = firstText(fields['annotationComment'], fields['comment']) ?? '';
  const isPicture = type === 'image' || type === 'ink';
  if (isPicture && comment === '') {
    return { problem: `It is ${type === 'ink' ? 'a drawing' : 'a picture'} without a comment. Lectern keeps words.` };
  }
  if (quote === undefined && comment === '') {
    return { problem: 'It has neither words of its own nor a quotation.' };
  }
  const created = momentOf(fields['dateAdded'], fields['dateModified']) ?? now;
  const isQuote = quote !== undefined && (type === 'highlight' || type === 'underline');
  return readForeign({
    form: 'zotero',
    record,
    name: firstText(fields['key'], fields['annotationKey'], fields['id']),
    document: documentOf(fields, items, parent),
    target: isQuote ? { exact: quote, prefix: '', suffix: '' } : undefined,
    comment: isQuote ? comment : [...(quote === undefined || type === 'note' ? [] : [quote]), comment].filter((words) => words !== '').join('\n\n'),
    tags: listOf(fields['tags']).flatMap((tag) => firstText(tag, objectOf(tag)['tag'], objectOf(tag)['name']) ?? []),
    colour: nearestColour(firstText(fields['annotationColor'], fields['color']) ?? '#ffd400'),
    created,
    modified: momentOf(fields['dateModified'], fields['dateAdded']) ?? created,
    creator: firstText(fields['annotationAuthorName'], fields['authorName']),
    warning: isPicture ? `Of ${type === 'ink' ? 'a drawing' : 'a picture'} only the comment is kept, as a remark on the paper.` : undefined,
  });
}

/** The work that an annotation is on: what its citation says, what it stands in, or what it names as its parent. */
function documentOf(fields: JsonObject, items: ZoteroItems, parent: JsonObject | undefined): DocumentHints {
  const parentKey = firstText(fields['parentItem'], fields['parentItemKey']);
  const chain = [...(parent === undefined ? [] : [zoteroFields(parent)]), ...parentsOf(parentKey, items)];
  const work = chain.find(({ itemType }) => itemType !== 'attachment') ?? {};
  const cited = objectOf(objectOf(fields['citationItem'])['itemData']);
  const attachment = firstText(fields['attachmentURI'], parentKey);
  return {
    addresses: [
      ...[...chain, cited].flatMap((item) => [...textsIn(item['DOI']), ...textsIn(item['archiveID']), ...textsIn(item['url']), ...textsIn(item['URL']), ...identifiersIn(item['extra'])]),
    ],
    title: firstText(work['title'], cited['title'], ...chain.map(({ title }) => title)),
    name: attachment === undefined ? 'zotero' : `zotero:${attachment}`,
  };
}

function parentsOf(key: string | undefined, items: ZoteroItems): readonly JsonObject[] {
  const chain: JsonObject[] = [];
  for (let item = items.get(key ?? ''); item !== undefined && chain.length < DEEPEST_PARENT; item = items.get(firstText(item['parentItem']) ?? '')) {
    chain.push(item);
  }
  return chain;
}

/** Zotero keeps identifiers it has no field for in `extra`, one a line: `arXiv:2205.14135 [cs]`, `DOI: 10.1145/…`. */
function identifiersIn(extra: JsonObject[string] | undefined): readonly string[] {
  return (textOf(extra) ?? '').slice(0, 5_000).split('\n').filter((line) => /^\s*(?:arxiv|doi)\b/iu.test(line)).map((line) => line.trim());
}

/** The annotations that stand inside an item, or inside the files of one. */
export function annotationsInItem(item: JsonObject): readonly JsonObject[] {
  const fields = zoteroFields(item);
  return [fields, ...objectsIn(fields['attachments']), ...objectsIn(fields['children'])].flatMap((one) => objectsIn(one['annotations']));
}
