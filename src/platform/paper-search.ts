import * as vscode from 'vscode';
import type { Library } from '../core/papers/library';
import type { Paper, PaperKey } from '../core/papers/paper';
import type { SearchDocument } from '../core/search/document';
import type { PaperFacts } from '../core/search/facets';
import type { SearchedCorpus } from '../core/search/find-documents';
import type { PaperPart, SearchQuery } from '../core/search/search-query';
import { followAliases } from './alias-setting';
import type { Corpus, CorpusAnswer, IndexService } from './index-service';
import type { Log } from './log';
import { Owned } from './owned';
import { RecordDocuments, type SearchedAnnotations } from './record-documents';
import { retryLater } from './retry-later';
import { loadSearchCode, type SearchCode } from './search-code';
import type { Annotations, Notes, PaperAnswer, Papers, PaperSearch, ReadingStates, RecordAnswer, Runs, SearchProgress, SimilarPaper, SimilarPapers } from './stores';

/** Words that are shown of what two papers share. */
const MOST_SHARED = 5;

export interface PaperSearchContext {
  readonly index: IndexService;
  readonly papers: Papers;
  readonly states: ReadingStates;
  readonly notes: Notes;
  readonly runs: Runs;
  readonly annotations: SearchedAnnotations & Pick<Annotations, 'onDidChange'>;
  readonly log: Log;
}

/** Search over the library, the notes, the runs and the annotations. Nothing is loaded or indexed before the first search. */
export class PaperSearchStore implements PaperSearch, SimilarPapers, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private readonly progressed = this.owned.add(new vscode.EventEmitter<SearchProgress>());
  readonly onDidProgress = this.progressed.event;

  private readonly recordDocuments: RecordDocuments;
  private readonly opened = new Map<Corpus, readonly SearchDocument[]>();
  private starting: Promise<SearchCode> | undefined;

  constructor(private readonly context: PaperSearchContext) {
    const { index, papers, notes, runs, annotations, log } = context;
    this.recordDocuments = new RecordDocuments(notes, runs, annotations, log);
    this.owned.add(papers.onDidChange(() => this.takeLibrary()));
    this.owned.add(notes.onDidChange(() => this.changed.fire()));
    this.owned.add(runs.onDidChange(() => this.changed.fire()));
    this.owned.add(
      annotations.onDidChange((keys) => {
        this.recordDocuments.forgetThreads(keys);
        this.changed.fire();
      }),
    );
    this.owned.add(
      index.onDidProgress(({ corpus, indexed, total }) => {
        if (corpus === 'papers') {
          this.progressed.fire({ indexed, total });
        }
        if (indexed === total) {
          this.changed.fire();
        }
      }),
    );
  }

  dispose(): void {
    this.owned.dispose();
  }

  async papers(query: string, limit: number): Promise<PaperAnswer> {
    const [code, library] = await Promise.all([this.start(), this.context.papers.library()]);
    this.open('papers', library.papers);
    const understood = code.parseSearchQuery(query);
    const fits = code.paperCheck(understood.facets, await this.factsFor(understood, library));
    const { hits, answer } = await code.findDocuments(understood, this.corpus('papers', library.papers, code), { fits, limit, compare: newestFirst });
    const papers = hits.flatMap((hit) => {
      const paper = library.paper(hit.key);
      return paper ? [{ paper, hit, reasons: code.matchReasons(answer?.words ?? [], paper) }] : [];
    });
    return { understood, papers, from: answer?.from ?? 'index', complete: answer?.complete ?? true };
  }

  async records(query: string, limit: number): Promise<RecordAnswer> {
    const [code, library, { documents, sources }] = await Promise.all([this.start(), this.context.papers.library(), this.recordDocuments.list()]);
    this.open('records', documents);
    const understood = code.parseSearchQuery(query);
    const fits = code.recordCheck(understood.facets);
    const compare = (one: { readonly date?: string }, other: { readonly date?: string }) => compareText(other.date ?? '', one.date ?? '');
    const { hits } = await code.findDocuments(understood, this.corpus('records', documents, code), { fits, limit, compare });
    const sourceOf = new Map(documents.map(({ key }, place) => [key, sources[place]]));
    const found = hits.flatMap((hit) => {
      const source = sourceOf.get(hit.key);
      return source ? [{ ...source, hit }] : [];
    });
    const annotations = found.flatMap((one) => {
      const paper = 'thread' in one ? library.paper(one.thread.first.paper) : undefined;
      return 'thread' in one ? [{ ...one, ...(paper === undefined ? {} : { paper }) }] : [];
    });
    return { notes: found.filter((one) => 'note' in one), runs: found.filter((one) => 'run' in one), annotations };
  }

  async holding(query: string): Promise<ReadonlySet<PaperKey>> {
    const [code, library] = await Promise.all([this.start(), this.context.papers.library()]);
    const understood = code.parseSearchQuery(query);
    const fits = code.paperCheck(understood.facets, await this.factsFor(understood, library));
    try {
      const held = await code.documentsHolding(understood, this.corpus('papers', library.papers, code), fits);
      return new Set(held.map(({ key }) => key));
    } catch (error) {
      if (error instanceof vscode.CancellationError && (await this.context.papers.library()) !== library) {
        return this.holding(query);
      }
      throw error;
    }
  }

  async similar(key: PaperKey, limit: number): Promise<readonly SimilarPaper[]> {
    const [{ asWritten }, { papers }] = await Promise.all([this.start(), this.context.papers.library()]);
    const position = papers.findIndex((paper) => paper.key === key);
    const asked = papers[position];
    if (!asked) {
      return [];
    }
    this.open('papers', papers);
    const found = await this.context.index.similar('papers', position, limit);
    if (this.opened.get('papers') !== papers) {
      throw new vscode.CancellationError();
    }
    return found.flatMap(({ document, shared }) => {
      const paper = papers[document];
      return paper ? [{ paper, shared: asWritten(shared, `${asked.title}\n${asked.abstract}`, MOST_SHARED) }] : [];
    });
  }

  private start(): Promise<SearchCode> {
    this.starting ??= retryLater(this.load(), () => (this.starting = undefined));
    return this.starting;
  }

  private async load(): Promise<SearchCode> {
    const code = await loadSearchCode();
    let isFirst = true;
    const take = (groups: readonly (readonly string[])[]): void => {
      this.context.index.setAliases(groups);
      if (!isFirst) {
        this.changed.fire();
      }
      isFirst = false;
    };
    this.owned.add(followAliases(code, this.context.log, take));
    return code;
  }

  /** What has been searched is indexed anew at once: the next search may come at any time. */
  private takeLibrary(): void {
    if (this.opened.has('papers')) {
      this.context.log.run(async () => this.open('papers', (await this.context.papers.library()).papers));
    }
    this.changed.fire();
  }

  private open(corpus: Corpus, documents: readonly SearchDocument[]): void {
    if (this.opened.get(corpus) === documents) {
      return;
    }
    this.opened.set(corpus, documents);
    this.context.log.run(async () => {
      try {
        await this.context.index.open(corpus, documents);
      } catch (error) {
        if (this.opened.get(corpus) === documents) {
          this.opened.delete(corpus);
        }
        throw error;
      }
    });
  }

  /** Documents with their index. An answer that is about other documents by now is dropped as if a later question had replaced it. */
  private corpus<D extends SearchDocument>(name: Corpus, documents: readonly D[], { finish }: SearchCode): SearchedCorpus<D, CorpusAnswer> {
    const current = async <T>(answer: () => Promise<T>): Promise<T> => {
      this.open(name, documents);
      const answered = await answer();
      if (this.opened.get(name) !== documents) {
        throw new vscode.CancellationError();
      }
      return answered;
    };
    const { index } = this.context;
    return {
      documents,
      ask: (query) => current(() => index.ask(name, query)),
      holding: (text) => current(() => index.holding(name, text)),
      finish,
    };
  }

  private async factsFor({ facets }: SearchQuery, library: Library): Promise<PaperFacts> {
    const readings = await this.context.states.readings();
    const asksFor = (part: PaperPart) => facets.some(({ facet }) => facet.kind === 'has' && facet.part === part);
    const notes = asksFor('notes') ? await this.context.notes.list() : [];
    return {
      readings,
      digests: new Map(library.digests.map((digest) => [digest.id, digest])),
      withNotes: new Set(notes.flatMap(({ paper }) => (paper === undefined ? [] : [paper]))),
      withAnnotations: new Set(asksFor('annotations') ? (await this.context.annotations.all()).keys() : []),
    };
  }
}

function newestFirst(one: Paper, other: Paper): number {
  return compareText(other.published ?? other.year?.toString() ?? '', one.published ?? one.year?.toString() ?? '');
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
