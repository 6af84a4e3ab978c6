import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Paper } from '../../src/core/papers/paper';
import { Annotating } from '../../src/features/reader/annotating';
import { annotationsView } from '../../src/features/reader/annotation-views';
import { AnnotationStore } from '../../src/platform/annotation-store';
import { DraftStore } from '../../src/platform/draft-store';
import { ReaderError } from '../../src/platform/errors';
import { Log } from '../../src/platform/log';
import { Owned } from '../../src/platform/owned';
import { PaperStore } from '../../src/platform/paper-store';
import type { FromReaderAnnotations, ReaderAnnotations, ThreadView, ToReaderAnnotations } from '../../src/protocol/reader-annotations';
import { emptyFolder, startExtension, workspaceFolder } from './records';

const WORDS = 'the number of memory reads/writes';

describe('annotating in the Reader', () => {
  let owned: Owned;
  let folder: vscode.Uri;
  let storage: vscode.Uri;
  let store: AnnotationStore;
  let drafts: DraftStore;
  let paper: Paper;
  let annotating: Annotating;
  let sent: ToReaderAnnotations[];

  beforeEach(async () => {
    const extension = await startExtension();
    folder = vscode.Uri.joinPath(workspaceFolder(), '.lectern', 'annotations');
    storage = vscode.Uri.joinPath(workspaceFolder(), 'storage');
    await emptyFolder(folder);
    await emptyFolder(vscode.Uri.joinPath(storage, 'drafts'));
    owned = new Owned();
    const log = owned.add(new Log());
    store = owned.add(new AnnotationStore(storage, log));
    drafts = owned.add(new DraftStore(storage, log));
    sent = [];
    annotating = new Annotating(store, drafts, (message) => sent.push(message));
    const found = (await owned.add(new PaperStore(extension.extensionUri, storage, log)).library()).paper('flashattention');
    assert.ok(found);
    paper = found;
  });

  afterEach(async () => {
    owned.dispose();
    await emptyFolder(folder);
    await emptyFolder(vscode.Uri.joinPath(storage, 'drafts'));
  });

  const rangeOf = (words: string) => {
    const start = paper.abstract.indexOf(words);
    assert.ok(start >= 0);
    return { start, end: start + words.length };
  };
  const view = (of = paper): Promise<ReaderAnnotations> => annotationsView(of, store, drafts);
  const only = async (of = paper): Promise<ThreadView> => {
    const [thread, ...others] = (await view(of)).threads;
    assert.ok(thread !== undefined && others.length === 0);
    return thread;
  };
  const act = (message: FromReaderAnnotations, of = paper) => annotating.act(message, of);
  const highlight = async (words = WORDS): Promise<string> => {
    await act({ kind: 'annotate', ticket: 1, range: rangeOf(words), colour: 'green', comment: '', tags: [] });
    return (await only()).first.id;
  };

  it('highlights words, which are found again in an abstract that was changed', async () => {
    await highlight();
    assert.deepEqual(sent, [{ kind: 'saved', ticket: 1 }]);
    const { first, place } = await only();
    assert.equal(first.quote, WORDS);
    assert.equal(first.colour, 'green');
    assert.deepEqual(place, { state: 'exact', range: rangeOf(WORDS) });
    const moved = await only({ ...paper, abstract: `Now first. ${paper.abstract}` });
    assert.deepEqual(moved.place, { state: 'moved', range: { start: rangeOf(WORDS).start + 11, end: rangeOf(WORDS).end + 11 } });
    assert.equal((await only({ ...paper, abstract: 'Something else altogether.' })).place.state, 'orphaned');
  });

  it('counts in code points on disk and in UTF-16 units on the page', async () => {
    const astral = { ...paper, abstract: '𝒪𝒪 Poincare\u0301 maps' };
    const range = { start: 5, end: 14 };
    await act({ kind: 'annotate', ticket: 1, range, colour: 'blue', comment: '', tags: [] }, astral);
    const [thread] = await store.threadsOf(paper.key);
    assert.deepEqual(thread?.first.target?.position, { start: 3, end: 12 });
    assert.deepEqual((await only(astral)).place, { state: 'exact', range });
  });

  it('comments and replies', async () => {
    await act({ kind: 'annotate', ticket: 1, range: rangeOf(WORDS), colour: 'yellow', annotationKind: 'question', comment: 'How many?', tags: ['io', ' ', 'gpu'] });
    await act({ kind: 'replyTo', ticket: 2, to: (await only()).first.id, comment: 'Few.' });
    const { first, replies } = await only();
    assert.deepEqual([first.comment, first.kind, first.tags, ...replies.map(({ comment }) => comment)], ['How many?', 'question', ['gpu', 'io'], 'Few.']);
  });

  it('sets kind, colour, tags and state, and takes them away', async () => {
    const id = await highlight();
    await act({ kind: 'labelAnnotation', id, colour: 'red', annotationKind: 'idea', tags: ['a'] });
    await act({ kind: 'resolveAnnotation', id, resolved: true });
    const { first } = await only();
    assert.deepEqual([first.kind, first.colour, first.tags, first.resolved], ['idea', 'red', ['a'], true]);
    await act({ kind: 'labelAnnotation', id, colour: 'red', tags: [] });
    await act({ kind: 'resolveAnnotation', id, resolved: false });
    const after = await only();
    assert.deepEqual([after.first.kind, after.first.colour, after.first.tags, after.first.resolved], [undefined, 'red', [], undefined]);
  });

  it('keeps both versions where a comment was changed elsewhere since the edit began', async () => {
    const id = await highlight();
    await act({ kind: 'editAnnotation', ticket: 2, id, seen: '', comment: 'Of the other window' });
    await act({ kind: 'editAnnotation', ticket: 3, id, seen: '', comment: 'Mine' });
    const [conflict, ...others] = await store.conflicts();
    assert.equal(others.length, 0);
    assert.deepEqual([conflict?.here.comment, conflict?.other.comment].sort(), ['Mine', 'Of the other window']);
  });

  it('deletes a thread and brings it back with its replies', async () => {
    const id = await highlight();
    await act({ kind: 'replyTo', ticket: 2, to: id, comment: 'Indeed' });
    const before = await view();
    await act({ kind: 'deleteAnnotation', id });
    assert.deepEqual((await view()).threads, []);
    await act({ kind: 'undoDeleteAnnotation' });
    assert.deepEqual(await view(), before);
    await assert.rejects(act({ kind: 'undoDeleteAnnotation' }), ReaderError);
  });

  it('accepts where the words were found', async () => {
    const id = await highlight();
    const changed = { ...paper, abstract: `Now first. ${paper.abstract}` };
    await act({ kind: 'acceptAnchor', id }, changed);
    assert.equal((await only(changed)).place.state, 'exact');
    await assert.rejects(act({ kind: 'acceptAnchor', id }, { ...paper, abstract: 'Something else altogether.' }), /No place was found/u);
  });

  it('detaches, and takes another place', async () => {
    const id = await highlight();
    await act({ kind: 'detachAnnotation', id });
    assert.equal((await only()).place.state, 'detached');
    const range = rangeOf('IO-aware exact');
    await act({ kind: 'relocateAnnotation', id, range });
    const { first, place } = await only();
    assert.equal(first.quote, 'IO-aware exact');
    assert.deepEqual(place, { state: 'exact', range });
  });

  it('refuses places that the abstract does not have, and annotations that are not of the paper', async () => {
    const id = await highlight();
    sent = [];
    const beyond = { start: paper.abstract.length - 1, end: paper.abstract.length + 1 };
    await assert.rejects(act({ kind: 'annotate', ticket: 7, range: beyond, colour: 'red', comment: 'x', tags: [] }), ReaderError);
    assert.deepEqual(sent.map(({ kind }) => kind), ['notSaved']);
    await assert.rejects(act({ kind: 'relocateAnnotation', id, range: beyond }), ReaderError);
    await assert.rejects(act({ kind: 'replyTo', ticket: 8, to: 'not-there', comment: 'x' }), ReaderError);
    await assert.rejects(act({ kind: 'deleteAnnotation', id }, { ...paper, key: 'hapo' }), ReaderError);
    assert.equal((await view()).threads.length, 1);
  });

  it('keeps drafts until they are dropped, and refuses names that are no files', async () => {
    await act({ kind: 'keepDraft', draft: { id: 'd1', purpose: { kind: 'add', range: rangeOf(WORDS) }, comment: 'How' } });
    assert.deepEqual((await view()).drafts, [{ id: 'd1', purpose: { kind: 'add', range: rangeOf(WORDS) }, comment: 'How' }]);
    await assert.rejects(act({ kind: 'keepDraft', draft: { id: '../../x', purpose: { kind: 'add' }, comment: 'x' } }), ReaderError);
    await act({ kind: 'dropDraft', id: 'd1' });
    assert.deepEqual((await view()).drafts, []);
  });

  it('keeps words whose place is gone, with the place they had', async () => {
    await act({ kind: 'keepDraft', draft: { id: 'd3', purpose: { kind: 'add', range: rangeOf(WORDS) }, comment: 'One' } });
    const changed = { ...paper, abstract: 'Other' };
    await act({ kind: 'keepDraft', draft: { id: 'd3', purpose: { kind: 'add', range: rangeOf(WORDS) }, comment: 'One, two' } }, changed);
    assert.deepEqual((await view(changed)).drafts, [{ id: 'd3', purpose: { kind: 'add' }, comment: 'One, two' }]);
    assert.deepEqual((await view()).drafts, [{ id: 'd3', purpose: { kind: 'add', range: rangeOf(WORDS) }, comment: 'One, two' }]);
  });
});
