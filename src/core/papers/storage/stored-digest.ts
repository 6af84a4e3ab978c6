import * as v from 'valibot';
import type { Steps } from '../../steps';
import type { DigestContent } from '../library-change';
import type { RecordPacker } from '../packing/record-packer';
import type { PaperFields } from '../paper';
import { digestSummarySchema, paperFieldsSchema } from '../paper-schema';
import { decodeLines, encodeLines } from './json-lines';

// The file of a digest: a line that says what it is, then one record a line, as the source gave it.

const FORMAT = 'lectern-digest';
const VERSION = 1;

/** Problems told of one file. */
const MOST_PROBLEMS = 20;

const headerSchema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  digest: digestSummarySchema,
  /** Lines with records of the last reading; after them come those of earlier ones. */
  records: v.number(),
  earlier: v.number(),
});

const anyVersion = v.object({ format: v.literal(FORMAT), version: v.number() });

export interface ReadDigest {
  /** Absent when the file cannot be used at all. */
  readonly content?: DigestContent;
  /** What is wrong and where, in words for the reader. */
  readonly problems: readonly string[];
}

export function encodeDigest({ papers, earlier = [], ...digest }: DigestContent): Steps<Uint8Array> {
  const header = { format: FORMAT, version: VERSION, digest, records: papers.length, earlier: earlier.length };
  return encodeLines([header, ...papers, ...earlier]);
}

/** Reads the file of a digest as far as it goes; what cannot be read is left out and told. */
export function* decodeDigest(bytes: Uint8Array, packer: RecordPacker): Steps<ReadDigest> {
  const records: PaperFields[] = [];
  const problems: string[] = [];
  let header: v.InferOutput<typeof headerSchema> | undefined;
  let broken = 0;
  let papers = 0;
  try {
    yield* decodeLines(bytes, (value, line) => {
      if (line === 1) {
        const result = v.safeParse(headerSchema, value);
        header = result.success ? result.output : undefined;
        if (!result.success) {
          problems.push(headerProblem(value));
        }
        return;
      }
      const result = v.safeParse(paperFieldsSchema, value, { abortEarly: true });
      if (result.success) {
        records.push(packer.pack(result.output));
        papers += header !== undefined && line <= header.records + 1 ? 1 : 0;
      } else if (++broken <= MOST_PROBLEMS) {
        problems.push(`Line ${line} is not a record of a paper and was left out.`);
      }
    });
  } catch {
    problems.push('It is not UTF-8 text from some place on. What stands before that was read.');
  }
  if (header === undefined) {
    return { problems: problems.length === 0 ? ['It is empty.'] : problems.slice(0, 1) };
  }
  if (broken > MOST_PROBLEMS) {
    problems.push(`So were ${broken - MOST_PROBLEMS} more lines.`);
  }
  const missing = header.records + header.earlier - records.length - broken;
  if (missing > 0) {
    problems.push(`${missing} of its ${header.records + header.earlier} records are missing at its end.`);
  }
  const earlier = records.slice(papers);
  return { content: { ...header.digest, papers: records.slice(0, papers), ...(earlier.length === 0 ? {} : { earlier }) }, problems };
}

function headerProblem(value: unknown): string {
  const other = v.safeParse(anyVersion, value);
  return other.success && other.output.version > VERSION
    ? `It is from a newer Lectern (format version ${other.output.version}; this one reads version ${VERSION}).`
    : 'Its first line does not say that it is a digest of Lectern.';
}
