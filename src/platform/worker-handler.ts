import { parseDailyPapersText } from '../core/papers/formats/daily-papers-text';
import { CorpusIndex } from '../core/search/corpus-index';
import { StaleIndexError } from '../core/search/shard-file';
import type { Answered, Corpus, DigestRead, WorkerReply, WorkerRequest } from '../protocol/worker';

/** Does what the host asks of the worker; in the host itself where it has none. */
export class WorkerHandler {
  private readonly indexes: Readonly<Record<Corpus, CorpusIndex>> = { papers: new CorpusIndex(), records: new CorpusIndex() };

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
      case 'setAliases':
        Object.values(this.indexes).forEach((index) => index.setAliases(request.groups));
        return null;
      case 'readDigest':
        return readDigest(request.bytes, request.name);
      default:
        return this.answerOf(this.indexes[request.corpus], request);
    }
  }

  private answerOf(index: CorpusIndex, request: Exclude<WorkerRequest, { kind: 'setAliases' | 'readDigest' }>): Answered<WorkerRequest['kind']> {
    switch (request.kind) {
      case 'open':
        index.open(request.fingerprints);
        return { indexed: index.indexed };
      case 'take':
        return take(index, request.bytes);
      case 'plan':
        return index.plan(request.shardSize);
      case 'add':
        index.add(request.positions, request.documents);
        return { indexed: index.indexed };
      case 'build': {
        const file = index.build();
        return { indexed: index.indexed, file };
      }
      case 'names':
        return index.names();
      case 'ask':
        return index.ask(request.query);
      case 'holding':
        return index.holding(request.text);
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

function readDigest(bytes: Uint8Array, _name: string): DigestRead {
  try {
    return { digest: parseDailyPapersText(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch (error) {
    return { problem: String(error) };
  }
}
