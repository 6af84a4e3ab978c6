import * as v from 'valibot';
import { ANNOTATION_FORMATS } from '../core/annotations/exchange/annotation-format';
import type { Annotation } from '../core/annotations/annotation';
import { isJsonObject } from '../core/papers/json';
import { WRITTEN_FORMS } from '../core/citations/export-formats';
import type { Paper } from '../core/papers/paper';
import { CORPORA, type WorkerReply, type WorkerRequest } from './worker';

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const corpus = v.picklist(CORPORA);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const bytes = v.instance(Uint8Array);

const document = v.object({
  key: v.string(),
  title: v.string(),
  abstract: v.string(),
  authors: v.exactOptional(v.array(v.string())),
  organisation: v.exactOptional(v.object({ slug: v.string(), name: v.string() })),
});

// Not looked into further: a paper may say anything, and all of it is written.
const paper = v.custom<Paper>((value) => v.is(document, value));

const query = v.strictObject({ text: v.string(), limit: v.number(), allowed: v.exactOptional(bytes) });

const target = v.object({
  exact: v.string(),
  prefix: v.string(),
  suffix: v.string(),
  position: v.exactOptional(v.object({ start: count, end: count })),
});

// Of what is exported only the outline is looked at: it comes from the stores, which have validated it.
const exportedPaper = v.object({
  key: v.string(),
  paper: v.exactOptional(v.custom<Paper>((value) => isJsonObject(value) && typeof value['title'] === 'string')),
  annotations: v.array(v.custom<Annotation>((value) => isJsonObject(value) && typeof value['id'] === 'string')),
});

const request = v.variant('kind', [
  v.strictObject({ kind: v.literal('open'), id, corpus, fingerprints: v.instance(Float64Array<ArrayBuffer>) }),
  v.strictObject({ kind: v.literal('take'), id, corpus, bytes }),
  v.strictObject({ kind: v.literal('plan'), id, corpus, shardSize: v.pipe(count, v.minValue(1)) }),
  v.strictObject({ kind: v.literal('add'), id, corpus, positions: v.array(count), documents: v.array(document) }),
  v.strictObject({ kind: v.literal('build'), id, corpus }),
  v.strictObject({ kind: v.literal('names'), id, corpus }),
  v.strictObject({ kind: v.literal('ask'), id, corpus, query }),
  v.strictObject({ kind: v.literal('holding'), id, corpus, text: v.string() }),
  v.strictObject({ kind: v.literal('similar'), id, corpus, position: count, limit: count }),
  v.strictObject({ kind: v.literal('setAliases'), id, groups: v.array(v.array(v.string())) }),
  v.strictObject({ kind: v.literal('claims'), id, texts: v.array(v.string()) }),
  v.strictObject({ kind: v.literal('readDigest'), id, bytes, name: v.exactOptional(v.string()), today: v.string() }),
  v.strictObject({ kind: v.literal('write'), id, papers: v.array(paper), form: v.picklist(WRITTEN_FORMS) }),
  v.strictObject({ kind: v.literal('outline'), id, text: v.string() }),
  v.strictObject({ kind: v.literal('readAnnotations'), id, bytes, now: v.string() }),
  v.strictObject({ kind: v.literal('placeTargets'), id, sought: v.array(v.object({ text: v.string(), targets: v.array(target) })) }),
  v.strictObject({ kind: v.literal('writeAnnotations'), id, papers: v.array(exportedPaper), format: v.picklist(ANNOTATION_FORMATS) }),
]);

// Answers are not looked into: the same build of the same code made them, and some hold ten thousand papers.
const reply = v.variant('kind', [
  v.strictObject({ kind: v.literal('ready') }),
  v.strictObject({ kind: v.literal('answered'), id, answer: v.unknown() }),
  v.strictObject({ kind: v.literal('failed'), id, reason: v.string() }),
]);

/** What the host sent to the worker, or `undefined` when it is not in the protocol. */
export function parseWorkerRequest(message: unknown): WorkerRequest | undefined {
  const parsed = v.safeParse(request, message);
  return parsed.success ? parsed.output : undefined;
}

/** What the worker sent to the host, or `undefined` when it is not in the protocol. */
export function parseWorkerReply(message: unknown): WorkerReply | undefined {
  const parsed = v.safeParse(reply, message);
  return parsed.success ? parsed.output : undefined;
}
