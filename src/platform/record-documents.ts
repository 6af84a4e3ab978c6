import type { Annotation, AnnotationId, Thread } from '../core/annotations/annotation';
import { annotationsIn } from '../core/annotations/threads';
import type { PaperKey } from '../core/papers/paper';
import type { RecordDocument } from '../core/search/record-text';
import { displayPath } from './files';
import type { Log } from './log';
import { noteText } from './note-store';
import { retryLater } from './retry-later';
import type { Annotations, KeptRun, Notes, NoteSummary, Runs } from './stores';

/** Files read at the same time. */
const READERS = 16;

/** What is asked of the annotations. */
export type SearchedAnnotations = Pick<Annotations, 'all' | 'threadsOf'>;

/** What a document was made from. */
export type RecordSource = { readonly note: NoteSummary } | { readonly run: KeptRun } | { readonly thread: Thread };

export interface SearchedRecords {
  readonly documents: readonly RecordDocument[];
  /** In the order of the documents. */
  readonly sources: readonly RecordSource[];
}

interface Entry {
  readonly document: RecordDocument;
  readonly source: RecordSource;
}

/** Notes, runs and annotations as documents to search. A file is read once, and again only when it changed. */
export class RecordDocuments {
  private readonly notesRead = new WeakMap<NoteSummary, Promise<Entry>>();
  private readonly runsRead = new WeakMap<KeptRun, Promise<Entry>>();
  private readonly threadsRead = new Map<AnnotationId, { readonly members: readonly Annotation[]; readonly entry: Entry }>();
  private threads: Promise<Map<PaperKey, readonly Thread[]>> | undefined;
  private last: SearchedRecords = { documents: [], sources: [] };

  constructor(
    private readonly notes: Notes,
    private readonly runs: Runs,
    private readonly annotations: SearchedAnnotations,
    private readonly log: Log,
  ) {}

  /** The threads of these papers are others now: only they are asked for again. */
  forgetThreads(papers: readonly PaperKey[]): void {
    this.threads = this.threads?.then(async (threads) => {
      for (const paper of papers) {
        threads.set(paper, await this.annotations.threadsOf(paper));
      }
      return threads;
    });
  }

  /** The same object as before while nothing changed. Runs that could not be read have nothing to search. */
  async list(): Promise<SearchedRecords> {
    const [notes, runs, threads] = await Promise.all([this.notes.list(), this.runs.list(), this.listThreads()]);
    const kept = runs.filter((run) => 'record' in run);
    const entries = [
      ...(await inTurns([
        ...notes.map((note) => () => once(this.notesRead, note, () => this.readNote(note))),
        ...kept.map((run) => () => once(this.runsRead, run, () => readRun(run))),
      ])),
      ...(await this.readThreads(threads)),
    ];
    const { documents } = this.last;
    if (entries.length !== documents.length || entries.some(({ document }, place) => document !== documents[place])) {
      this.last = { documents: entries.map(({ document }) => document), sources: entries.map(({ source }) => source) };
    }
    return this.last;
  }

  private async listThreads(): Promise<readonly Thread[]> {
    this.threads ??= retryLater(this.annotations.all().then((all) => new Map(all)), () => (this.threads = undefined));
    return [...(await this.threads).values()].flat();
  }

  private async readThreads(threads: readonly Thread[]): Promise<readonly Entry[]> {
    const { annotationDocument } = await import('../core/search/record-text');
    const before = new Map(this.threadsRead);
    this.threadsRead.clear();
    return threads.map((thread) => {
      const members = annotationsIn(thread);
      const known = before.get(thread.first.id);
      const isSame = known?.members.length === members.length && known.members.every((one, place) => one === members[place]);
      const entry = isSame ? known.entry : { document: annotationDocument(thread), source: { thread } };
      this.threadsRead.set(thread.first.id, { members, entry });
      return entry;
    });
  }

  private async readNote(note: NoteSummary): Promise<Entry> {
    const [{ noteDocument }, { parseFrontMatter }, { readNote }] = await Promise.all([
      import('../core/search/record-text'),
      import('../core/notes/front-matter'), // With it comes a YAML parser, which activation does not wait for.
      import('../core/notes/note'),
    ]);
    let text = '';
    try {
      text = await noteText(note.uri);
    } catch (error) {
      this.log.warn(`${displayPath(note.uri)} is searched by its title only: ${String(error)}`);
    }
    const document = noteDocument(note.uri.toString(), note.title, readNote(text), parseFrontMatter(text).body);
    return { document, source: { note } };
  }
}

async function readRun(run: KeptRun): Promise<Entry> {
  const { runDocument } = await import('../core/search/record-text');
  return { document: runDocument(run.uri.toString(), run.record), source: { run } };
}

function once<K extends object, T>(known: WeakMap<K, Promise<T>>, key: K, read: () => Promise<T>): Promise<T> {
  const present = known.get(key);
  if (present) {
    return present;
  }
  const reading = read();
  known.set(key, reading);
  return reading;
}

/** Results in order, with a few pieces of work under way at a time. */
async function inTurns<T>(work: readonly (() => Promise<T>)[]): Promise<readonly T[]> {
  const results = new Array<T>(work.length);
  let next = 0;
  const turn = async (): Promise<void> => {
    while (next < work.length) {
      const place = next++;
      const piece = work[place];
      if (piece) {
        results[place] = await piece();
      }
    }
  };
  await Promise.all(Array.from({ length: READERS }, turn));
  return results;
}
