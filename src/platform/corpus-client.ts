import * as vscode from 'vscode';
import type { SearchDocument } from '../core/search/document';
import { fingerprintOf } from '../core/search/fingerprint';
import type { IndexQuery } from '../core/search/index-query';
import type { SimilarDocument } from '../core/search/similar';
import { Scan } from '../core/search/scan';
import type { Corpus } from '../protocol/worker';
import { APART, IN_PROCESS, slices, type Slice } from './build-slices';
import { collectGarbage, MUCH } from './collect-garbage';
import type { IndexCache } from './index-cache';
import type { CorpusAnswer, IndexProgress } from './index-service';
import type { Log } from './log';
import { pause } from './pause';
import { Queue } from './queue';
import { orEnded, WorkerEndedError, type WorkerConnection } from './worker-connection';

/** A shard with more text than this, three times the usual, is built with fewer documents: building takes much memory. UTF-16 units. */
const MAX_SHARD_TEXT = 5_000_000;

/** Texts that are looked at between two pauses: a few milliseconds. */
const TEXT_SLICE = 2_000;

/** With fewer documents indexed than this share, a scan finds more. */
const MIN_INDEXED_SHARE = 0.5;

/** A document that ends the worker would end it each time. */
const MAX_CRASHES = 3;

/** Documents indexed at a stretch after which the worker has taken so much memory that a fresh one is worth its start. */
const MANY_DOCUMENTS = 5_000;

export interface CorpusHost {
  readonly cache: IndexCache;
  readonly log: Log;
  connect(): Promise<WorkerConnection>;
  /** Kept shards that came with the extension. */
  shipped(): Promise<readonly Uint8Array[]>;
  onProgress(progress: IndexProgress): void;
  /** Puts a fresh worker in the place of this one: the memory that indexing took is given back with it alone. */
  renew(connection: WorkerConnection): void;
}

/** The host's side of one index: holds the documents, and has the worker index what is new of them. */
export class CorpusClient {
  private documents: readonly SearchDocument[] = [];
  /** Counts the calls of `open`. */
  private generation = 0;
  /** The generation whose positions the worker knows, with the worker. */
  private opened: { readonly generation: number; readonly connection: WorkerConnection } | undefined;
  /** The worker that has taken up the kept shards. */
  private informed: WorkerConnection | undefined;
  /** Documents whose texts were looked at since garbage was collected. */
  private seen = 0;
  /** Documents that were indexed and kept since the last rest. */
  private built = 0;
  /** The worker that has indexed many. */
  private worn: WorkerConnection | undefined;
  /** A fresh worker has taken its place already since other documents came. */
  private renewed = false;
  private indexed = 0;
  private readonly builds = new Queue();
  private building = 0;
  /** An answer was given without all of the index: whoever has it must hear when there is more. */
  private owing = false;
  private readonly fingerprints = new WeakMap<SearchDocument, number>();

  constructor(
    private readonly corpus: Corpus,
    private readonly host: CorpusHost,
  ) {}

  open(documents: readonly SearchDocument[], token?: vscode.CancellationToken): Promise<void> {
    this.renewed = false;
    return this.openAgain(documents, token);
  }

  private openAgain(documents: readonly SearchDocument[], token?: vscode.CancellationToken): Promise<void> {
    this.documents = documents;
    const generation = ++this.generation;
    this.building++;
    return this.builds.run(() => this.build(() => generation !== this.generation, token)).finally(() => this.rest());
  }

  private rest(): void {
    this.building--;
    if (this.seen >= MUCH) {
      this.seen = 0;
      collectGarbage();
    }
    const { worn } = this;
    if (worn !== undefined && !this.renewed && this.building === 0) {
      this.worn = undefined;
      this.renewed = true;
      this.host.renew(worn);
    }
  }

  /** Questions that wait are answered with nothing. */
  dispose(): void {
    this.documents = [];
    this.generation++;
  }

  /** The worker has ended: another one must be told everything. */
  forget(): void {
    this.opened = undefined;
    this.indexed = 0;
    if (this.generation > 0 && this.building === 0) {
      this.host.log.run(() => this.openAgain(this.documents));
    }
  }

  async ask(query: IndexQuery): Promise<CorpusAnswer> {
    for (;;) {
      const { generation, documents } = this;
      const connection = this.usable(MIN_INDEXED_SHARE * documents.length);
      if (connection) {
        const complete = this.indexed === documents.length;
        this.owing ||= !complete;
        const answer = await orEnded(connection.call('ask', { corpus: this.corpus, query }));
        if (answer && generation === this.generation) {
          return { ...answer, from: 'index', complete };
        }
      } else {
        const scan = await this.scan(query.text, query.allowed);
        if (scan) {
          return { ...scan.answer(query.limit), from: 'scan', complete: false };
        }
      }
    }
  }

  async holding(text: string): Promise<Uint8Array> {
    for (;;) {
      const { generation, documents } = this;
      const connection = this.usable(documents.length);
      if (connection) {
        const held = await orEnded(connection.call('holding', { corpus: this.corpus, text }));
        if (held && generation === this.generation) {
          return held;
        }
      } else {
        const scan = await this.scan(text);
        if (scan) {
          return scan.held;
        }
      }
    }
  }

  async similar(position: number, limit: number): Promise<readonly SimilarDocument[]> {
    const { documents } = this;
    for (;;) {
      const { generation } = this;
      await this.builds.run(() => Promise.resolve()); // What is being indexed is waited for.
      const connection = this.usable(documents.length);
      const found = connection && (await orEnded(connection.call('similar', { corpus: this.corpus, position, limit })));
      if (documents !== this.documents) {
        throw new vscode.CancellationError();
      }
      if (generation === this.generation && (found || !connection)) {
        return found ?? [];
      }
    }
  }

  /** The worker, when it knows the documents as they are and has indexed enough of them. */
  private usable(least: number): WorkerConnection | undefined {
    return this.opened?.generation === this.generation && this.indexed >= least ? this.opened.connection : undefined;
  }

  /** Looks through the texts; `undefined` when they were replaced meanwhile. */
  private async scan(text: string, allowed?: Uint8Array): Promise<Scan | undefined> {
    const { generation, documents } = this;
    this.owing = true;
    const scan = new Scan(text, documents.length);
    for (let first = 0; first < documents.length; first += TEXT_SLICE) {
      documents.slice(first, first + TEXT_SLICE).forEach((document, index) => {
        if (allowed?.[first + index] !== 0) {
          scan.look(document, first + index);
        }
      });
      await pause();
      if (generation !== this.generation) {
        return undefined;
      }
    }
    return scan;
  }

  private async build(replaced: () => boolean, token: vscode.CancellationToken | undefined): Promise<void> {
    for (let crashes = 0; ; ) {
      try {
        await this.buildWith(() => replaced() || token?.isCancellationRequested === true);
        break;
      } catch (error) {
        if (!(error instanceof WorkerEndedError) || (++crashes === MAX_CRASHES && !replaced())) {
          throw error;
        }
      }
    }
    if (token?.isCancellationRequested) {
      throw new vscode.CancellationError();
    }
  }

  private async buildWith(stopped: () => boolean): Promise<void> {
    const { corpus, documents, generation } = this;
    const fingerprints = await this.fingerprintsOf(documents, stopped);
    if (!fingerprints) {
      return;
    }
    const connection = await this.host.connect();
    this.indexed = (await connection.call('open', { corpus, fingerprints })).indexed;
    this.opened = { generation, connection };
    if (this.informed !== connection) {
      await this.takeKept(connection, stopped);
    }
    if (stopped()) {
      return;
    }
    const limits = connection.apart ? APART : IN_PROCESS;
    for (const positions of await connection.call('plan', { corpus, shardSize: limits.shardSize })) {
      if (!(await this.buildShards(slices(positions, documents, limits), connection, stopped))) {
        return;
      }
    }
    if (this.owing) {
      this.owing = false;
      this.report(this.indexed);
    }
    await this.host.cache.keepOnly(new Set(await connection.call('names', { corpus })));
    this.worn = connection.apart && this.built >= MANY_DOCUMENTS ? connection : undefined;
    this.built = 0;
  }

  /** Builds a shard of documents, or several when they hold much text. @returns false when it was stopped */
  private async buildShards(slices: readonly Slice[], connection: WorkerConnection, stopped: () => boolean): Promise<boolean> {
    const { corpus } = this;
    let added = 0;
    let text = 0;
    for (const [index, slice] of slices.entries()) {
      if (stopped()) {
        return false;
      }
      await connection.call('add', { corpus, positions: slice.positions, documents: slice.documents });
      added += slice.positions.length;
      this.seen += slice.positions.length;
      text += slice.text;
      if (index === slices.length - 1 || text > MAX_SHARD_TEXT) {
        const { indexed, file } = await connection.call('build', { corpus });
        this.indexed = indexed;
        this.built += (await this.host.cache.write(file)) ? added : 0;
        added = 0;
        text = 0;
      }
      // Some of them may be indexed again: it is done when it is done.
      this.report(added === 0 ? this.indexed : Math.min(this.documents.length - 1, this.indexed + added));
    }
    return true;
  }

  /** Has the worker take up what was kept, the larger shards first, until it has all documents. */
  private async takeKept(connection: WorkerConnection, stopped: () => boolean): Promise<void> {
    const { cache, log } = this.host;
    const wanted = (): boolean => !stopped() && this.indexed < this.documents.length;
    for (const name of await cache.names()) {
      const bytes = wanted() ? await cache.read(name) : undefined;
      const stale = bytes && (await this.take(bytes, connection));
      if (stale !== undefined && stale !== 'documents') {
        log.info(`A kept part of the search index is built anew; why it could not be used: ${stale}`);
        await cache.remove(name);
      }
    }
    if (wanted()) {
      for (const bytes of await this.host.shipped()) {
        await this.take(bytes, connection);
      }
    }
    if (!stopped()) {
      this.informed = connection;
    }
  }

  private async take(bytes: Uint8Array, connection: WorkerConnection) {
    const { indexed, stale } = await connection.call('take', { corpus: this.corpus, bytes }, [bytes]);
    this.indexed = indexed;
    return stale;
  }

  /** Of texts that were not seen before, with pauses; `undefined` when it was stopped. */
  private async fingerprintsOf(documents: readonly SearchDocument[], stopped: () => boolean): Promise<Float64Array<ArrayBuffer> | undefined> {
    const fingerprints = new Float64Array(documents.length);
    let fresh = 0;
    for (const [position, document] of documents.entries()) {
      let fingerprint = this.fingerprints.get(document);
      if (fingerprint === undefined) {
        fingerprint = fingerprintOf(document);
        this.fingerprints.set(document, fingerprint);
        this.seen++;
        if (++fresh % TEXT_SLICE === 0) {
          await pause();
          if (stopped()) {
            return undefined;
          }
        }
      }
      fingerprints[position] = fingerprint;
    }
    return stopped() ? undefined : fingerprints;
  }

  private report(indexed: number): void {
    this.host.onProgress({ corpus: this.corpus, indexed, total: this.documents.length });
  }
}
