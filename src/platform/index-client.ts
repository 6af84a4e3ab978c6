import * as vscode from 'vscode';
import type { Claim } from '../core/claims/claim';
import type { Digest } from '../core/papers/digest';
import type { SearchDocument } from '../core/search/document';
import type { IndexQuery } from '../core/search/index-query';
import type { SimilarDocument } from '../core/search/similar';
import { CORPORA, type Corpus } from '../protocol/worker';
import { askWorker } from './ask-worker';
import { readBuiltBytes } from './built-files';
import { CorpusClient } from './corpus-client';
import { ReaderError } from './errors';
import { IndexCache } from './index-cache';
import type { CorpusAnswer, IndexProgress, IndexService } from './index-service';
import type { Log } from './log';
import { Owned } from './owned';
import { retryLater } from './retry-later';
import { orEnded, WorkerConnection } from './worker-connection';

/** Questions of one line, of which only the newest counts. */
interface Line {
  newest: number;
  busy: Promise<unknown>;
}

/** The search indexes and the reading of digests, in workers. Nothing is started before it is needed. */
export class IndexClient implements IndexService {
  private readonly owned = new Owned();
  private readonly progress = this.owned.add(new vscode.EventEmitter<IndexProgress>());
  readonly onDidProgress = this.progress.event;

  private readonly corpora: Readonly<Record<Corpus, CorpusClient>>;
  private readonly lines = new Map<string, Line>();
  private connection: Promise<WorkerConnection> | undefined;
  private aliases: readonly (readonly string[])[] | undefined;
  private disposed = false;

  /** @param storageUri folder for what is kept of the indexes */
  constructor(
    readonly extensionUri: vscode.Uri,
    storageUri: vscode.Uri,
    readonly log: Log,
  ) {
    const client = (corpus: Corpus): CorpusClient =>
      new CorpusClient(corpus, {
        log,
        cache: new IndexCache(vscode.Uri.joinPath(storageUri, 'index', corpus), log),
        connect: () => this.connect(),
        shipped: async () => (corpus === 'papers' ? this.shippedPapers() : []),
        onProgress: (progress) => this.progress.fire(progress),
        renew: (former) => this.renew(former),
      });
    this.corpora = { papers: client('papers'), records: client('records') };
  }

  dispose(): void {
    this.disposed = true;
    this.owned.dispose();
    CORPORA.forEach((corpus) => this.corpora[corpus].dispose());
    this.connection?.then((connection) => connection.dispose()).catch(() => undefined);
  }

  open(corpus: Corpus, documents: readonly SearchDocument[], token?: vscode.CancellationToken): Promise<void> {
    return this.corpora[corpus].open(documents, token);
  }

  async ask(corpus: Corpus, query: IndexQuery, name = 'typing'): Promise<CorpusAnswer> {
    const line = this.line(`${corpus} ${name}`);
    const number = ++line.newest;
    // The one before is being answered: only the newest that waits is asked at all.
    await line.busy;
    this.checkNewest(line, number);
    const answering = this.corpora[corpus].ask(query);
    line.busy = answering.catch(() => undefined);
    const answer = await answering;
    this.checkNewest(line, number);
    return answer;
  }

  holding(corpus: Corpus, text: string): Promise<Uint8Array> {
    return this.corpora[corpus].holding(text);
  }

  similar(corpus: Corpus, position: number, limit: number): Promise<readonly SimilarDocument[]> {
    return this.corpora[corpus].similar(position, limit);
  }

  setAliases(groups: readonly (readonly string[])[]): void {
    this.aliases = groups;
    // A worker that ends before it hears of it gets a successor that is told at its start.
    const told = this.connection?.then((connection) => orEnded(connection.call('setAliases', { groups })));
    told?.catch((error: unknown) => this.log.warn(`The search was not told the other names: ${String(error)}`));
  }

  async claimsIn(texts: readonly string[]): Promise<readonly (readonly Claim[])[]> {
    const connection = await this.connect();
    if (!connection.apart) {
      throw new ReaderError(vscode.l10n.t('Claims cannot be listed here: this VS Code gives extensions no worker to look for them in.'));
    }
    return connection.call('claims', { texts });
  }

  async readDigest(bytes: Uint8Array, name: string | undefined, token?: vscode.CancellationToken): Promise<Digest> {
    const title = name ?? vscode.l10n.t('The text');
    const words = {
      noWorker: vscode.l10n.t('{0} cannot be imported here: this VS Code gives extensions no worker to read it in.', title),
      noMemory: vscode.l10n.t('{0} could not be read: it takes more memory than there is for an import.', title),
    };
    const today = new Date().toISOString().slice(0, 10);
    return askWorker(this, 'readDigest', { bytes, today, ...(name === undefined ? {} : { name }) }, words, token);
  }

  /** The index of the bundled digest. Without it the digest is indexed as any other. */
  private async shippedPapers(): Promise<readonly Uint8Array[]> {
    try {
      return [await readBuiltBytes(this.extensionUri, 'search.bin')];
    } catch (error) {
      this.log.warn(`The prebuilt search index could not be read: ${String(error)}`);
      return [];
    }
  }

  private line(name: string): Line {
    const line = this.lines.get(name) ?? { newest: 0, busy: Promise.resolve() };
    this.lines.set(name, line);
    return line;
  }

  private checkNewest(line: Line, number: number): void {
    if (number !== line.newest) {
      throw new vscode.CancellationError();
    }
  }

  private connect(): Promise<WorkerConnection> {
    this.connection ??= retryLater(this.start(), () => (this.connection = undefined));
    return this.connection;
  }

  private async start(): Promise<WorkerConnection> {
    const connection = await WorkerConnection.start(this.extensionUri, {
      onInProcess: (reason) => this.log.info(`Lectern indexes in the extension host, as it could start no worker: ${reason}`),
      onEnd: (reason) => this.restart(reason),
    });
    if (this.disposed) {
      connection.dispose();
    } else if (this.aliases) {
      await connection.call('setAliases', { groups: this.aliases });
    }
    return connection;
  }

  /** Questions that it has not answered are asked again. */
  private renew(former: WorkerConnection): void {
    this.log.info('The search worker has indexed much and is started anew, to give its memory back.');
    former.dispose();
    this.forgetWorker();
  }

  /** The worker has ended by itself. */
  private restart(reason: string): void {
    this.log.warn(`The search worker ended and is started anew: ${reason}`);
    this.forgetWorker();
  }

  /** The next worker is told everything again. */
  private forgetWorker(): void {
    this.connection = undefined;
    for (const corpus of CORPORA) {
      this.corpora[corpus].forget();
    }
  }
}
