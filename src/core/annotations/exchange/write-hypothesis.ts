import { fromCodePoints } from '../../anchors/code-points';
import { arxivPage } from '../../papers/formats/arxiv-id';
import type { Json, Paper } from '../../papers/paper';
import { tidyTags } from '../../papers/tags';
import type { Annotation, AnnotationId } from '../annotation';
import { paperSource } from '../annotation-form';
import { annotationAsJson } from '../encode-annotation';
import type { ExportedPaper } from './exported-paper';
import { OWN_FIELD } from './hypothesis-reader';
import { importedRecord, withoutImported } from './imported-record';
import { firstText, objectsIn, textsIn, type JsonObject } from './json-fields';

/**
 * Annotations as an answer of the Hypothesis API: rows as a search gives them. One that came from Hypothesis gives back every field it had,
 * with what was changed since. What a row has no place for is in a member of its own.
 */
export function annotationsAsHypothesis(papers: readonly ExportedPaper[]): string {
  const names = new Map(papers.flatMap(({ annotations }) => annotations.map((one) => [one.id, nameOf(one)] as const)));
  const rows = papers.flatMap((paper) => paper.annotations.map((one) => JSON.stringify(rowOf(one, paper, names))));
  return `{"total":${rows.length},"rows":[\n${rows.join(',\n')}\n]}\n`;
}

/** Its id in Hypothesis, where it has one. */
function nameOf(annotation: Annotation): string {
  return firstText(importedRecord(annotation, 'hypothesis')?.['id']) ?? annotation.id;
}

function rowOf(annotation: Annotation, { paper }: ExportedPaper, names: ReadonlyMap<AnnotationId, string>): JsonObject {
  const { comment, tags, created, modified, creator, replyTo } = annotation;
  const record = importedRecord(annotation, 'hypothesis') ?? {};
  const user = firstText(record['user']) ?? `acct:${(creator ?? 'me').replace(/[^\p{L}\p{N}.]+/gu, '.')}@localhost`;
  const uri = firstText(record['uri']) ?? addressOf(annotation, paper);
  const isAsImported = record['text'] === comment && sameTags(textsIn(record['tags']), tags);
  const only = [user];
  return {
    id: nameOf(annotation),
    created,
    updated: isAsImported ? (record['updated'] ?? modified) : modified,
    user,
    ...(creator === undefined ? {} : { user_info: { display_name: creator } }),
    uri,
    group: '__world__',
    permissions: { read: only, admin: only, update: only, delete: only },
    document: { title: paper === undefined ? [] : [paper.title] },
    ...(replyTo === undefined ? {} : { references: [names.get(replyTo) ?? replyTo] }),
    ...Object.fromEntries(Object.entries(record).filter(([name]) => name !== 'updated')),
    text: comment,
    tags: sameTags(textsIn(record['tags']), tags) ? textsIn(record['tags']) : tags,
    target: targetsOf(annotation, record, uri, paper),
    [OWN_FIELD]: annotationAsJson(withoutImported(annotation)),
  };
}

/** The targets of the record while they are on the words that the annotation is on; the record's other ways to say where say it of its own page. */
function targetsOf({ target }: Annotation, record: JsonObject, source: string, paper: Paper | undefined): Json {
  const kept = record['target'];
  const selectors = objectsIn(kept).flatMap(({ selector }) => objectsIn(selector));
  const quoted = selectors.find(({ type, exact }) => type === 'TextQuoteSelector' && typeof exact === 'string')?.['exact'];
  if (kept !== undefined && (target === undefined || sameWords(quoted, target.exact))) {
    return kept;
  }
  if (target === undefined) {
    return [{ source }];
  }
  const { exact, prefix, suffix, position } = target;
  const range = position && paper && fromCodePoints(paper.abstract, position);
  const quote = { type: 'TextQuoteSelector', exact, prefix, suffix };
  return [{ source, selector: range === undefined ? [quote] : [{ type: 'TextPositionSelector', start: range.start, end: range.end }, quote] }];
}

function addressOf({ paper: key }: Annotation, paper: Paper | undefined): string {
  if (paper?.arxivId !== undefined) {
    return arxivPage(paper.arxivId);
  }
  return paper?.doi === undefined ? (paper?.url ?? paperSource(key)) : `https://doi.org/${paper.doi}`;
}

function sameTags(said: readonly string[], tags: readonly string[]): boolean {
  return JSON.stringify(tidyTags(said)) === JSON.stringify(tags);
}

function sameWords(one: Json | undefined, other: string): boolean {
  const plain = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return typeof one === 'string' && plain(one) === plain(other);
}
