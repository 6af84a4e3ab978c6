import assert from 'node:assert/strict';
import { parseWorkerReply, parseWorkerRequest } from '../../../src/protocol/worker-messages';
import { annotation } from '../annotations/arbitrary';
import type { WorkerReply, WorkerRequest } from '../../../src/protocol/worker';

const requests: readonly WorkerRequest[] = [
  { kind: 'open', id: 1, corpus: 'papers', fingerprints: Float64Array.of(1, 2) },
  { kind: 'take', id: 2, corpus: 'records', bytes: Uint8Array.of(1) },
  { kind: 'plan', id: 3, corpus: 'papers', shardSize: 1_000 },
  { kind: 'add', id: 4, corpus: 'papers', positions: [0], documents: [{ key: 'k', title: 't', abstract: '', authors: ['a'], organisation: { slug: 's', name: 'n' } }] },
  { kind: 'build', id: 5, corpus: 'papers' },
  { kind: 'names', id: 6, corpus: 'papers' },
  { kind: 'ask', id: 7, corpus: 'papers', query: { text: 'q', limit: 10, allowed: Uint8Array.of(1) } },
  { kind: 'holding', id: 8, corpus: 'papers', text: '' },
  { kind: 'setAliases', id: 9, groups: [['a', 'b']] },
  { kind: 'readDigest', id: 10, bytes: Uint8Array.of(), name: 'n', today: '2026-11-24' },
  { kind: 'outline', id: 11, text: 'new' },
  { kind: 'readAnnotations', id: 12, bytes: Uint8Array.of(1), now: '2026-01-09T12:00:00Z' },
  { kind: 'placeTargets', id: 13, sought: [{ text: 't', targets: [{ exact: 'e', prefix: '', suffix: '', position: { start: 1, end: 2 } }] }] },
  { kind: 'writeAnnotations', id: 14, papers: [{ key: 'k', annotations: [annotation()] }], format: 'markdown' },
  { kind: 'similar', id: 15, corpus: 'papers', position: 3, limit: 6 },
  { kind: 'write', id: 16, papers: [{ key: 'k', title: 't', abstract: 'a', digests: ['d'], sources: { title: 'd' } }], form: 'bibtex-citation' },
];

const replies: readonly WorkerReply[] = [
  { kind: 'ready' },
  { kind: 'answered', id: 1, answer: null },
  { kind: 'failed', id: 1, reason: 'r' },
];

describe('messages to the worker', () => {
  for (const request of requests) {
    it(`of the kind ${request.kind} are understood`, () => assert.deepEqual(parseWorkerRequest(structuredClone(request)), request));
  }

  const wrong: readonly (readonly [name: string, message: unknown])[] = [
    ['nothing', undefined],
    ['of no kind', { kind: 'other', id: 1 }],
    ['without number', { kind: 'build', corpus: 'papers' }],
    ['about another corpus', { kind: 'build', id: 1, corpus: 'constructor' }],
    ['with more than they may have', { kind: 'build', id: 1, corpus: 'papers', more: 1 }],
    ['with a question that is no text', { kind: 'ask', id: 1, corpus: 'papers', query: { text: 5, limit: 1 } }],
    ['with bytes that are none', { kind: 'take', id: 1, corpus: 'papers', bytes: [1] }],
    ['with papers that are none', { kind: 'write', id: 1, papers: [{ key: 'k' }], form: 'ris' }],
    ['for a form that is none', { kind: 'write', id: 1, papers: [], form: 'word' }],
    ['with shards of nothing', { kind: 'plan', id: 1, corpus: 'papers', shardSize: 0 }],
  ];
  for (const [name, message] of wrong) {
    it(`are refused: ${name}`, () => assert.equal(parseWorkerRequest(message), undefined));
  }
});

describe('messages from the worker', () => {
  for (const reply of replies) {
    it(`of the kind ${reply.kind} are understood`, () => assert.deepEqual(parseWorkerReply(reply), reply));
  }

  for (const message of [null, 'ready', { kind: 'answered' }, { kind: 'answered', id: 0, answer: 1 }, { kind: 'failed', id: 1 }]) {
    it(`are refused: ${JSON.stringify(message)}`, () => assert.equal(parseWorkerReply(message), undefined));
  }
});
