import assert from 'node:assert/strict';
import type { Annotation } from '../../../../src/core/annotations/annotation';
import { mergeChange } from '../../../../src/core/annotations/merge-changes';
import { foreignDocument } from '../../../../src/core/annotations/exchange/foreign-document';
import { matchDocuments } from '../../../../src/core/annotations/exchange/match-documents';
import { filedAnnotations, planImport, rememberedPapers, type ImportPlan, type PlanContext } from '../../../../src/core/annotations/exchange/plan-import';
import { aPaper } from '../../papers/pages';
import { annotation } from '../arbitrary';
import { read } from './fixtures';

const FLASH = aPaper({ key: 'flashattention', title: 'FlashAttention: Fast', arxivId: '2205.14135' });
const TILES = aPaper({ key: 'tiles', title: 'Tiles', doi: '10.1145/3292500.3330701', url: 'https://www.example.org/tiles/' });

const row = (fields: object) => ({ id: 'row-1', uri: 'https://arxiv.org/abs/2205.14135', user: 'acct:a@b', text: 'One', tags: [], updated: '2025-01-01T00:00:00Z', ...fields });

function plan(records: readonly object[], existing: readonly Annotation[] = [], context: Partial<PlanContext> = {}): ImportPlan {
  const file = read(JSON.stringify(records));
  const papers = new Map([...matchDocuments(file.documents, [FLASH, TILES], new Map()), ...rememberedPapers(filedAnnotations([file]), new Map(existing.map((one) => [one.id, one])))]);
  const documents = new Map(file.documents.map((document) => [document.id, document]));
  return planImport(filedAnnotations([file]), documents, { existing: new Map(existing.map((one) => [one.id, one])), papers, placed: new Map(), room: 10_000, ...context });
}

function imported(fields: object = {}): Annotation {
  const [first] = plan([row(fields)]).added;
  assert.ok(first);
  return first.annotation;
}

describe('the paper of a foreign document', () => {
  const keyOf = (hints: Parameters<typeof foreignDocument>[0]) => {
    const document = foreignDocument(hints);
    assert.ok(document);
    return matchDocuments([document], [FLASH, TILES, aPaper({ key: 'twin', title: 'Twins' }), aPaper({ key: 'twin-2024', title: 'Twins' })], new Map()).get(document.id);
  };

  it('is known by arXiv id, DOI, address or title', () => {
    assert.equal(keyOf({ addresses: ['https://arxiv.org/pdf/2205.14135v2.pdf'] }), 'flashattention');
    assert.equal(keyOf({ addresses: ['https://dl.acm.org/doi/pdf/10.1145/3292500.3330701?x=1'] }), 'tiles');
    assert.equal(keyOf({ addresses: ['http://example.org/tiles#abstract'] }), 'tiles');
    assert.equal(keyOf({ addresses: ['urn:x-pdf:0123'], title: 'FLASHATTENTION: fast' }), 'flashattention');
    assert.equal(keyOf({ addresses: ['file:///a.pdf'], title: '[2205.14135] Something else' }), 'flashattention');
  });

  it('is not guessed', () => {
    assert.equal(keyOf({ addresses: ['https://example.org/other'] }), undefined);
    assert.equal(keyOf({ name: 'x', title: 'Twins' }), undefined);
    assert.equal(keyOf({ addresses: ['https://arxiv.org/abs/2401.00001'], title: 'FlashAttention: Fast' }), undefined);
    assert.equal(keyOf({ key: 'tiles', title: 'Another paper whose key is the same' }), undefined);
    assert.equal(keyOf({ key: 'tiles', name: 'lectern:tiles' }), 'tiles');
  });
});

describe('what an import would do', () => {
  it('is to add what is new, once', () => {
    const first = imported();
    assert.deepEqual([first.paper, first.comment, first.colour], ['flashattention', 'One', 'yellow']);
    const again = plan([row({})], [first]);
    assert.deepEqual([again.added.length, again.changed.length, again.same.length], [0, 0, 1]);
  });

  it('is to take over what was changed in the other program since, and nothing that it cannot say', () => {
    const current = { ...imported(), kind: 'question', colour: 'red', resolved: true } as const;
    const { changed } = plan([row({ text: 'Two', updated: '2025-02-01T00:00:00Z' })], [current]);
    const [{ seen, change, ...others } = { seen: current, change: {} }] = changed;
    assert.deepEqual([changed.length, 'current' in others && others.current], [1, current]);
    const merged = mergeChange(seen, change, current, '2026-01-01T00:00:00Z');
    assert.deepEqual([merged.annotation.comment, merged.annotation.kind, merged.annotation.colour, merged.annotation.resolved, merged.conflict], ['Two', 'question', 'red', true, undefined]);
    assert.deepEqual(plan([row({ text: 'Two', updated: '2025-02-01T00:00:00Z' })], [merged.annotation]).same.length, 1);
    assert.deepEqual(plan([row({})], [merged.annotation]).same.length, 1, 'an older export changes nothing');
  });

  it('keeps both versions of words that were changed on both sides', () => {
    const current: Annotation = { ...imported(), comment: 'Mine', modified: '2026-01-01T00:00:00Z' };
    const [change] = plan([row({ text: 'Theirs', updated: '2025-02-01T00:00:00Z' })], [current]).changed;
    assert.ok(change);
    const { annotation: kept, conflict } = mergeChange(change.seen, change.change, current, '2026-01-02T00:00:00Z');
    assert.deepEqual([kept.comment, conflict?.comment], ['Mine', 'Theirs']);
  });

  it('leaves what was changed here alone as it is', () => {
    const current: Annotation = { ...imported(), comment: 'Mine', modified: '2026-01-01T00:00:00Z' };
    assert.equal(plan([row({})], [current]).same.length, 1);
  });

  it('lets the user say which paper a document is, and remembers it', () => {
    const records = [row({ uri: 'urn:x-pdf:1', id: 'a' }), row({ uri: 'urn:x-pdf:1', id: 'b' })];
    assert.deepEqual(plan(records).unmatched.map(({ document, annotations }) => [document.id, annotations.length]), [['urn:x-pdf:1', 2]]);
    const [known] = plan(records, [], { papers: new Map([['urn:x-pdf:1', 'tiles']]) }).added;
    assert.ok(known);
    const later = plan(records, [known.annotation]);
    assert.deepEqual([later.same.length, later.added.map(({ annotation: one }) => one.paper)], [1, ['tiles']]);
  });

  it('puts a reply where its thread is', () => {
    const first = imported({ id: 'root' });
    const reply = row({ id: 'reply', uri: 'https://example.org/elsewhere', references: ['root'] });
    assert.deepEqual(plan([reply], [first]).added.map(({ annotation: one }) => [one.paper, one.replyTo]), [['flashattention', first.id]]);
  });

  it('takes the place that was found for the words, and marks those without one', () => {
    const target = [{ source: 'x', selector: [{ type: 'TextQuoteSelector', exact: 'words', prefix: 'a ' }] }];
    const { id } = imported({ target });
    const place = { exact: 'words', prefix: 'some ', suffix: '', position: { start: 5, end: 10 } };
    const [found] = plan([row({ target })], [], { placed: new Map([[`flashattention/${id}`, place]]) }).added;
    assert.deepEqual([found?.annotation.target, found?.needsAttention], [place, false]);
    const [lost] = plan([row({ target })], [], { placed: new Map([[`flashattention/${id}`, null]]) }).added;
    assert.deepEqual([lost?.annotation.target, lost?.needsAttention], [{ exact: 'words', prefix: 'a ', suffix: '' }, true]);
  });

  it('fills no folder beyond what is read of it', () => {
    const { added, crowded } = plan([row({ id: 'a' }), row({ id: 'b' })], [annotation()], { room: 2 });
    assert.deepEqual([added.length, crowded.length], [1, 1]);
  });
});
