import { decodeText } from '../../papers/decode-text';
import { isJsonObject } from '../../papers/json';
import { readJsonRecords } from '../../papers/formats/json-records';
import type { Json } from '../../papers/paper';
import type { AnnotationId } from '../annotation';
import { LARGEST_ANNOTATIONS_FILE, MOST_ANNOTATIONS, MOST_PROBLEMS } from './exchange-limits';
import type { ExchangeProblem, ForeignDocument, ReadAnnotation, ReadAnnotations, RecordPlace } from './foreign-annotation';
import { isHypothesisRow, readHypothesisRow } from './hypothesis-reader';
import { textOf, type JsonObject } from './json-fields';
import type { ReadRecord } from './record-reading';
import { annotationsIn, isW3cAnnotation, isW3cCollection, nextPageOf, papersOf, readW3cAnnotation } from './w3c-reader';
import { annotationsInItem, isZoteroAnnotation, isZoteroItem, readZoteroAnnotation, zoteroFields } from './zotero-reader';

const FORMS = 'What can be imported: W3C Web Annotations (Lectern’s own or others’), Hypothesis JSON, Zotero annotation JSON.';

/** Names of the lists in the covers of the forms. */
const LISTS = ['rows', 'items', '@graph'];

/** A record that may be an annotation, with what stands around it. */
interface FoundRecord extends RecordPlace {
  readonly value: Json;
  /** The item of Zotero that it stands in. */
  readonly parent?: JsonObject;
}

/**
 * Reads a file of annotations; its content decides on the form, record by record. Never throws: a record that is none is a problem, and no
 * other is lost by it.
 *
 * @param now ISO 8601 with time zone, for records that do not say when they were made
 */
export function readAnnotations(bytes: Uint8Array, now: string): ReadAnnotations {
  if (bytes.length > LARGEST_ANNOTATIONS_FILE) {
    const megabytes = (size: number) => Math.ceil(size / (1024 * 1024));
    return nothing(`The file has ${megabytes(bytes.length)} MB; the most that is read at once is ${megabytes(LARGEST_ANNOTATIONS_FILE)} MB. Export fewer annotations at a time.`);
  }
  const decoded = decodeText(bytes);
  if (decoded.kind === 'binary') {
    return nothing(`${decoded.reason} ${FORMS}`);
  }
  const reading = new Reading(now);
  reading.read(decoded.text);
  if (decoded.damaged > 0) {
    reading.problem({ line: 1, number: 1 }, `${decoded.damaged} characters could not be decoded; “\uFFFD” stands there. The file is damaged, or not in UTF-8.`, 'warning');
  }
  return reading.result();
}

function nothing(reason: string): ReadAnnotations {
  return { documents: [], annotations: [], problems: [{ line: 1, number: 1, reason, severity: 'rejected' }] };
}

class Reading {
  private readonly documents = new Map<string, ForeignDocument>();
  private readonly annotations = new Map<AnnotationId, ReadAnnotation>();
  private readonly problems: ExchangeProblem[] = [];
  private readonly items = new Map<string, JsonObject>();
  private papers: JsonObject = {};
  private records = 0;

  constructor(private readonly now: string) {}

  read(text: string): void {
    const found: FoundRecord[] = [];
    const options = { isRecord: isAnyRecord, lists: LISTS, onCover: (cover: JsonObject) => this.takeCover(cover, { line: 1, number: 1 }) };
    for (const record of readJsonRecords(text, options)) {
      if (found.length > MOST_ANNOTATIONS) {
        break;
      }
      if (record.kind === 'broken') {
        this.problem({ line: record.line, number: ++this.records }, `It could not be read: ${record.reason}.`);
      } else {
        found.push(...this.expand(record.value, record.line));
      }
    }
    if (found.length > MOST_ANNOTATIONS) {
      this.problem(found[MOST_ANNOTATIONS] ?? { line: 1, number: 1 }, `There are more than ${MOST_ANNOTATIONS} annotations; the rest was left out. Export fewer at a time.`);
    }
    for (const record of found.slice(0, MOST_ANNOTATIONS)) {
      this.take(record);
    }
    if (found.length === 0 && this.problems.length === 0) {
      this.problem({ line: 1, number: 1 }, `No annotations were found in it. ${FORMS}`);
    }
  }

  result(): ReadAnnotations {
    const rest = this.problems.length - MOST_PROBLEMS;
    const uncounted: readonly ExchangeProblem[] = rest <= 0 ? [] : [{ line: 1, number: 1, reason: `There are ${rest} more problems.`, severity: 'warning' }];
    return { documents: [...this.documents.values()], annotations: this.inThreads(), problems: [...this.problems.slice(0, MOST_PROBLEMS), ...uncounted] };
  }

  problem({ line, number }: RecordPlace, reason: string, severity: ExchangeProblem['severity'] = 'rejected'): void {
    this.problems.push({ line, number, reason, severity });
  }

  /** The annotations that a record is or holds. */
  private *expand(value: JsonObject, line: number): Generator<FoundRecord> {
    if (isW3cCollection(value)) {
      this.takeCover(value, { line, number: this.records + 1 });
      for (const item of annotationsIn(value)) {
        yield { value: item, line, number: ++this.records };
      }
    } else if (isZoteroItem(value)) {
      this.items.set(textOf(zoteroFields(value)['key']) ?? '', zoteroFields(value));
      for (const item of annotationsInItem(value)) {
        yield { value: item, line, number: ++this.records, parent: value };
      }
    } else {
      yield { value, line, number: ++this.records };
    }
  }

  private takeCover(cover: JsonObject, place: RecordPlace): void {
    this.papers = { ...this.papers, ...papersOf(cover) };
    if (isW3cCollection(cover) && nextPageOf(cover) !== undefined) {
      this.problem(place, 'Further pages of this collection are in other files, or on the web. Import those too.', 'warning');
    }
  }

  private take(found: FoundRecord): void {
    const read = this.readRecord(found);
    const { line, number } = found;
    if ('problem' in read) {
      this.problem(found, read.problem);
      return;
    }
    const { annotation, document, warning } = read;
    if (document !== undefined && !this.documents.has(document.id)) {
      this.documents.set(document.id, document);
    }
    const known = this.annotations.get(annotation.annotation.id);
    if (known === undefined || Date.parse(known.annotation.modified) < Date.parse(annotation.annotation.modified)) {
      this.annotations.set(annotation.annotation.id, { ...annotation, line, number, document: document?.id ?? '' });
    }
    if (warning !== undefined) {
      this.problem(found, warning, 'warning');
    }
  }

  private readRecord({ value, parent }: FoundRecord): ReadRecord {
    if (!isJsonObject(value)) {
      return { problem: 'It is no object with fields.' };
    }
    if (isW3cAnnotation(value)) {
      return readW3cAnnotation(value, this.papers, this.now);
    }
    if (isZoteroAnnotation(value) || parent !== undefined) {
      return readZoteroAnnotation(value, this.items, parent, this.now);
    }
    return isHypothesisRow(value) ? readHypothesisRow(value, this.now) : { problem: `It is no annotation of a form that Lectern reads. ${FORMS}` };
  }

  /** A reply is on what its thread is on, and answers the annotation that the thread begins with. */
  private inThreads(): readonly ReadAnnotation[] {
    return [...this.annotations.values()].map((one) => {
      const first = this.beginningOf(one);
      if (first === one) {
        return one;
      }
      return { ...one, document: first.document === '' ? one.document : first.document, annotation: { ...one.annotation, replyTo: first.annotation.replyTo ?? first.annotation.id } };
    });
  }

  private beginningOf(annotation: ReadAnnotation): ReadAnnotation {
    const seen = new Set([annotation]);
    let first = annotation;
    for (let next = this.above(first); next !== undefined && !seen.has(next); next = this.above(first)) {
      seen.add(next);
      first = next;
    }
    return first;
  }

  private above({ annotation: { replyTo } }: ReadAnnotation): ReadAnnotation | undefined {
    return replyTo === undefined ? undefined : this.annotations.get(replyTo);
  }
}

function isAnyRecord(value: JsonObject): boolean {
  return isW3cAnnotation(value) || isZoteroAnnotation(value) || isHypothesisRow(value) || isZoteroItem(value);
}
