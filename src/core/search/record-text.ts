import type { Thread } from '../annotations/annotation';
import { annotationsIn } from '../annotations/threads';
import type { NoteFacts } from '../notes/note';
import type { RunRecord } from '../runs/record';
import type { SearchDocument } from './document';
import type { RecordFacts } from './facets';

/** Longest text of a note that is searched, in UTF-16 units. */
const LONGEST_BODY = 200_000;

/** A note, a run or a thread of annotations as it is searched. The key is the address of its file, of a thread the id of its first annotation. */
export type RecordDocument = SearchDocument & RecordFacts;

const FIRST_HEADING = /^\s*#{1,6}[ \t]+(.*)(?:\r?\n|$)/u;

/** A note by its title and its text after the front matter, without the title where it comes again. */
export function noteDocument(address: string, title: string, { paper, tags }: Pick<NoteFacts, 'paper' | 'tags'>, body: string): RecordDocument {
  const text = body.slice(0, LONGEST_BODY);
  const [heading = '', words = ''] = FIRST_HEADING.exec(text) ?? [];
  const abstract = text.slice(words.trim() === title ? heading.length : 0).trim();
  return { key: address, kind: 'note', title, abstract, papers: paper === undefined ? [] : [paper], tags };
}

/** A run by its title, its demo, what was thought of it and its parameters. */
export function runDocument(address: string, { title, demo, hypothesis, expectation, conclusion, tags, papers, kept, result }: RunRecord): RecordDocument {
  const { params, preset } = result.provenance;
  const settings = Object.entries(params).map(([name, value]) => `${name} ${String(value)}`);
  const thoughts = [hypothesis, expectation, conclusion].map((thought) => thought.trim()).filter((thought) => thought !== '');
  const abstract = [...thoughts, `${demo}, ${preset}: ${settings.join(', ')}.`, ...(tags.length > 0 ? [tags.join(', ')] : [])].join('\n').slice(0, LONGEST_BODY);
  return { key: address, kind: 'run', title, abstract, papers, tags, date: kept.slice(0, 10) };
}

/** A thread by the words it is on, what is said about them, tags and kind. */
export function annotationDocument(thread: Thread): RecordDocument {
  const { id, paper, target, created } = thread.first;
  const all = annotationsIn(thread);
  const tags = [...new Set(all.flatMap((one) => one.tags))];
  const said = all.map(({ comment }) => comment.trim()).filter((comment) => comment !== '');
  const kinds = [...new Set(all.flatMap(({ kind }) => kind ?? []))].map((kind) => (kind === 'todo' ? 'to do' : kind));
  const abstract = [...said, [...kinds, ...tags].join(', ')].filter((part) => part !== '').join('\n').slice(0, LONGEST_BODY);
  return { key: id, kind: 'annotation', title: (target?.exact ?? '').slice(0, LONGEST_BODY), abstract, papers: [paper], tags, date: created.slice(0, 10) };
}
