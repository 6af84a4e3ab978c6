import type { Digest, DigestFormat } from '../papers/digest';
import type { HttpAnswer } from '../network/transport';
import type { FeedSource } from './feed';

/** Reads what was fetched, of whatever form; `name` names a digest whose text does not name itself. */
export type ReadDigest = (bytes: Uint8Array, name: string) => Promise<Digest>;

/** An answer that is no list of papers of the expected form. The message is for the reader, perhaps the server's own words. */
export class UnusableAnswer extends Error {
  override readonly name = 'UnusableAnswer';

  constructor(reason: string) {
    super(reason.slice(0, LONGEST_REASON));
  }
}

const LONGEST_REASON = 500;

const EXPECTED: Readonly<Record<FeedSource['kind'], readonly DigestFormat[]>> = {
  'daily-papers': ['daily-papers-api'],
  'arxiv-search': ['arxiv-atom'],
  'arxiv-rss': ['arxiv-rss', 'arxiv-atom'],
};

/**
 * The list of papers that an answer holds; `undefined` when it holds none.
 *
 * @throws UnusableAnswer when it is of another form, or an error in the form of a list, as arXiv sends it
 */
export async function readList(answer: HttpAnswer, name: string, kind: FeedSource['kind'], read: ReadDigest): Promise<Digest | undefined> {
  if (beginOf(answer).replace(/\s+/gu, '') === '[]') {
    return undefined;
  }
  let digest: Digest;
  try {
    digest = await read(answer.bytes, name);
  } catch (error) {
    throw new UnusableAnswer(error instanceof Error ? error.message : String(error));
  }
  const rejected = digest.problems.find(({ severity }) => severity === 'rejected');
  if (digest.papers.length === 0 && rejected !== undefined) {
    throw new UnusableAnswer(rejected.reason);
  }
  if (!EXPECTED[kind].includes(digest.format)) {
    throw new UnusableAnswer(`The answer is not of the expected form: it reads as ${digest.format}.`);
  }
  return digest.papers.length === 0 ? undefined : digest;
}

/** Entries of a digest, those that could not be read too. */
export function entryCount({ papers, problems }: Digest): number {
  return papers.length + problems.filter(({ severity }) => severity === 'rejected').length;
}

/** Length of a whole search as an arXiv answer says it (`opensearch:totalResults`). */
export function totalResults(answer: HttpAnswer): number | undefined {
  const [, total] = /<opensearch:totalResults[^>]{0,200}>\s{0,20}(\d{1,9})\s{0,20}</u.exec(beginOf(answer)) ?? [];
  return total === undefined ? undefined : Number(total);
}

/** What a server says of a refusal: the `error` of a JSON answer, or the words of an arXiv error. */
export async function refusalWords(answer: HttpAnswer, read: ReadDigest): Promise<string | undefined> {
  const begin = beginOf(answer);
  if (/^\s*</u.test(begin)) {
    const digest = await read(answer.bytes, 'error').catch(() => undefined);
    return digest?.format === 'arxiv-atom' ? digest.problems[0]?.reason.slice(0, LONGEST_REASON) : undefined;
  }
  try {
    const json: unknown = JSON.parse(begin);
    const error = typeof json === 'object' && json !== null && 'error' in json ? json.error : undefined;
    return typeof error === 'string' ? error.slice(0, LONGEST_REASON) : undefined;
  } catch {
    return undefined; // Not JSON: a status says enough.
  }
}

const BEGIN_BYTES = 4096;

/** The beginning of an answer. What is looked for there is ASCII in every encoding that a server uses. */
function beginOf({ bytes }: HttpAnswer): string {
  return String.fromCharCode(...bytes.subarray(0, BEGIN_BYTES));
}

/** Whether an arXiv answer is a list without entries. */
export function hasNoEntry(answer: HttpAnswer): boolean {
  return answer.bytes.length < BEGIN_BYTES && !beginOf(answer).includes('<entry');
}
