import type { TextTarget } from '../core/anchors/text-target';
import type { AnnotationFormat } from '../core/annotations/exchange/annotation-format';
import type { ExportedPaper } from '../core/annotations/exchange/exported-paper';
import type { ReadAnnotations } from '../core/annotations/exchange/foreign-annotation';
import type { PlacesSought } from '../core/annotations/exchange/place-annotations';
import type { WrittenForm } from '../core/citations/export-formats';
import type { Claim } from '../core/claims/claim';
import { CorpusIndex } from '../core/search/corpus-index';
import { StaleIndexError } from '../core/search/shard-file';
import type { ImportText } from '../core/papers/format-reader';
import type { Digest } from '../core/papers/digest';
import type { PageOutline } from '../core/papers/page-outline';
import type { Paper } from '../core/papers/paper';
import type { Answered, Corpus, WorkerReply, WorkerRequest } from '../protocol/worker';

/** What reads and writes texts. Given from outside: it is larger than all else, and only in the worker. */
export interface TextWork {
  /** Reads bytes as a digest, whatever its form. */
  readBytes(bytes: Uint8Array, about: Omit<ImportText, 'text'>): Digest;
  /** Reads the text of a page for its outline. */
  readOutline(text: string): PageOutline;
  /** Finds the claims of an abstract. */
  findClaims(text: string): readonly Claim[];
  /** Reads annotations, whatever their form. */
  readAnnotations(bytes: Uint8Array, now: string): ReadAnnotations;
  /** Finds quotations in abstracts. */
  placeTargets(sought: readonly PlacesSought[]): readonly (readonly (TextTarget | null)[])[];
  /** Annotations as a text of some form. */
  writeAnnotations(papers: readonly ExportedPaper[], format: AnnotationFormat): string;
  /** Papers as a text. */
  writePapers(papers: readonly Paper[], form: WrittenForm): string;
}

/** Does what the host asks of the worker; in the host itself where it has none. */
export class WorkerHandler {
  private readonly indexes: Readonly<Record<Corpus, CorpusIndex>> = { papers: new CorpusIndex(), records: new CorpusIndex() };

  constructor(private readonly work: TextWork) {}

  handle(request: WorkerRequest): WorkerReply {
    const { id } = request;
    try {
      return { kind: 'answered', id, answer: this.answer(request) };
    } catch (error) {
      return { kind: 'failed', id, reason: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  }

  private answer(request: WorkerRequest): Answered<WorkerRequest['kind']> {
    switch (request.kind) {
      case 'open': {
        const index = this.indexes[request.corpus];
        index.open(request.fingerprints);
        return { indexed: index.indexed };
      }
      case 'take':
        return take(this.indexes[request.corpus], request.bytes);
      case 'plan':
        return this.indexes[request.corpus].plan(request.shardSize);
      case 'add':
        this.indexes[request.corpus].add(request.positions, request.documents);
        return null;
      case 'build': {
        const index = this.indexes[request.corpus];
        return { file: index.build(), indexed: index.indexed };
      }
      case 'names':
        return this.indexes[request.corpus].names();
      case 'ask':
        return this.indexes[request.corpus].ask(request.query);
      case 'holding':
        return this.indexes[request.corpus].holding(request.text);
      case 'similar':
        return this.indexes[request.corpus].similar(request.position, request.limit);
      case 'setAliases':
        Object.values(this.indexes).forEach((index) => index.setAliases(request.groups));
        return null;
      case 'claims':
        return request.texts.map((text) => this.work.findClaims(text));
      case 'readDigest':
        return this.work.readBytes(request.bytes, { today: request.today, ...(request.name === undefined ? {} : { name: request.name }) });
      case 'write':
        return this.work.writePapers(request.papers, request.form);
      case 'outline':
        return this.work.readOutline(request.text);
      case 'readAnnotations':
        return this.work.readAnnotations(request.bytes, request.now);
      case 'placeTargets':
        return this.work.placeTargets(request.sought);
      case 'writeAnnotations':
        return this.work.writeAnnotations(request.papers, request.format);
    }
  }
}

function take(index: CorpusIndex, bytes: Uint8Array): Answered<'take'> {
  try {
    index.take(bytes);
    return { indexed: index.indexed };
  } catch (error) {
    if (error instanceof StaleIndexError) {
      return { indexed: index.indexed, stale: error.reason };
    }
    throw error;
  }
}
