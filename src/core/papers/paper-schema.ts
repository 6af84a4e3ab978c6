import * as v from 'valibot';
import { DIGEST_SOURCES } from './digest';
import type { Json } from './paper';

/** Digests and papers as JSON, checked where they come from a file. */

const text = v.string();
const texts = v.array(text);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const day = v.pipe(text, v.regex(/^\d{4}-\d{2}-\d{2}$/u));
const page = v.pipe(text, v.regex(/^https?:\/\//iu));

/** It came out of `JSON.parse`, which gives nothing else. */
const json = v.custom<Json>(() => true);

export const keySchema = v.pipe(text, v.regex(/^[a-z0-9-]{1,64}$/u));

export const paperEntries = {
  title: text,
  abstract: text,
  authors: v.exactOptional(texts),
  authorCount: v.exactOptional(count),
  organisation: v.exactOptional(v.object({ slug: text, name: text })),
  published: v.exactOptional(day),
  year: v.exactOptional(count),
  updated: v.exactOptional(day),
  comments: v.exactOptional(count),
  upvotes: v.exactOptional(count),
  arxivId: v.exactOptional(text),
  arxivVersion: v.exactOptional(count),
  doi: v.exactOptional(text),
  categories: v.exactOptional(texts),
  keywords: v.exactOptional(texts),
  venue: v.exactOptional(text),
  remark: v.exactOptional(text),
  url: v.exactOptional(page),
  repository: v.exactOptional(page),
  projectPage: v.exactOptional(page),
  machineSummary: v.exactOptional(text),
  extra: v.exactOptional(v.record(v.picklist(DIGEST_SOURCES), v.record(text, json))),
};

export const paperFieldsSchema = v.object(paperEntries);

export const digestSummarySchema = v.object({ id: text, source: v.picklist(DIGEST_SOURCES), title: text, date: v.exactOptional(day) });
