import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { encodeAnnotation } from '../../src/core/annotations/encode-annotation';
import { isStray } from '../../src/core/annotations/threads';
import { AnnotationStore } from '../../src/platform/annotation-store';
import { DraftStore } from '../../src/platform/draft-store';
import { Log } from '../../src/platform/log';
import type { Draft } from '../../src/platform/stores';
import { annotation } from '../unit/annotations/arbitrary';
import { emptyFolder, next, read, startExtension, until, workspaceFolder, write } from './records';

const TARGET = { exact: 'slow', prefix: 'are ', suffix: ' and', position: { start: 17, end: 21 } };

describe('the store of annotations', function () {
  // One in twenty times VS Code never begins to watch a new folder, whatever happens there; the store looks again when the window is focused.
  this.retries(2);
  let folder: vscode.Uri;
  /** Another one in each test: a watcher on Linux may not see that a folder which was deleted is there again. */
  let paper: string;
  let papers = 0;
  let log: Log;
  let store: AnnotationStore;
  let other: AnnotationStore;

  before(async () => {
    await startExtension();
    folder = vscode.Uri.joinPath(workspaceFolder(), '.lectern', 'annotations');
  });

  beforeEach(async () => {
    await emptyFolder(folder);
    paper = `paper-${papers++}`;
    log = new Log();
    const storage = vscode.Uri.joinPath(workspaceFolder(), 'storage');
    store = new AnnotationStore(storage, log);
    other = new AnnotationStore(storage, log);
  });

  afterEach(async () => {
    store.dispose();
    other.dispose();
    log.dispose();
    await emptyFolder(folder);
  });

  const file = (name: string) => vscode.Uri.joinPath(folder, ...name.split('/'));
  const comments = async (from = store) => (await from.threadsOf(paper)).map(({ first }) => first.comment);

  it('has each on disk when it says so, and reads it back', async () => {
    const made = await store.add({ paper, target: TARGET, kind: 'claim', comment: 'Mine', tags: ['b', 'a'] });
    assert.equal(await read(file(`${paper}/${made.id}.json`)), encodeAnnotation(made));
    const reply = await store.add({ paper, replyTo: made.id, comment: 'Indeed' });
    assert.deepEqual(await other.threadsOf(paper), [{ first: made, replies: [reply] }]);
    assert.deepEqual(made.tags, ['a', 'b']);
    assert.deepEqual([...(await store.all()).keys()], [paper]);
  });

  it('tells once of what this window does, and of which paper', async () => {
    await store.all();
    const told: (readonly string[])[] = [];
    store.onDidChange((changed) => told.push(changed));
    await other.all();
    const seenByOther = next(other.onDidChange);
    const made = await store.add({ paper, comment: 'Mine' });
    await seenByOther;
    const again = next(other.onDidChange);
    await store.change(made, { comment: 'Again' });
    await again; // By now the watcher has told of both.
    assert.deepEqual(told, [[paper], [paper]]);
  });

  it('shows what another window and a hand do to the files', async () => {
    assert.deepEqual(await comments(), []);
    const made = await other.add({ paper, comment: 'Theirs' });
    await until(store.onDidChange, async () => (await comments()).includes('Theirs'));
    await write(file(`${paper}/${made.id}.json`), encodeAnnotation({ ...made, comment: 'By hand' }));
    await until(store.onDidChange, async () => (await comments()).includes('By hand'));
    await vscode.workspace.fs.delete(file(`${paper}/${made.id}.json`));
    await until(store.onDidChange, async () => (await comments()).length === 0);
  });

  it('keeps changes of two windows to different fields, and both versions of the same one', async () => {
    const made = await store.add({ paper, comment: 'First' });
    await Promise.all([store.change(made, { kind: 'idea' }), other.change(made, { resolved: true })]);
    await until(store.onDidChange, async () => (await store.threadsOf(paper))[0]?.first.resolved === true);
    const [thread] = await store.threadsOf(paper);
    assert.equal(thread?.first.kind, 'idea');
    await Promise.all([store.change(thread.first, { comment: 'Mine' }), other.change(thread.first, { comment: 'Theirs' })]);
    await until(store.onDidChange, async () => (await store.conflicts()).length === 1);
    const [conflict] = await store.conflicts();
    assert.ok(conflict);
    assert.deepEqual([conflict.here.comment, conflict.other.comment].sort(), ['Mine', 'Theirs']);
    await store.settle(conflict, conflict.other);
    assert.deepEqual(await store.conflicts(), []);
    assert.deepEqual(await comments(), [conflict.other.comment]);
  });

  it('brings back what another window deleted when it is changed here', async () => {
    const made = await store.add({ paper, comment: 'First' });
    await other.remove([made.id]);
    await store.change(made, { comment: 'Still here' });
    assert.deepEqual(await comments(), ['Still here']);
  });

  it('deletes a thread, and brings it back byte by byte', async () => {
    const made = await store.add({ paper, comment: 'First' });
    const reply = await store.add({ paper, replyTo: made.id, comment: 'Reply' });
    const texts = await Promise.all([made, reply].map(({ id }) => read(file(`${paper}/${id}.json`))));
    const removed = await store.remove([made.id]);
    assert.deepEqual(await comments(), []);
    assert.deepEqual(removed.papers, [paper]);
    await store.restore(removed);
    assert.deepEqual(await Promise.all([made, reply].map(({ id }) => read(file(`${paper}/${id}.json`)))), texts);
    assert.deepEqual(await store.threadsOf(paper), [{ first: made, replies: [reply] }]);
  });

  it('shows replies whose beginning is gone', async () => {
    await write(file(`${paper}/two.json`), encodeAnnotation(annotation({ id: 'two', paper, replyTo: 'gone', comment: 'Reply' })));
    const [thread] = await store.threadsOf(paper);
    assert.ok(thread && isStray(thread));
  });

  it('lists broken files, and leaves them and the others alone', async () => {
    await write(file(`${paper}/one.json`), encodeAnnotation(annotation({ id: 'one', paper, comment: 'Whole' })));
    await write(file(`${paper}/broken.json`), '{ "id": ');
    await vscode.workspace.fs.writeFile(file(`${paper}/latin.json`), Uint8Array.of(0x22, 0xe9, 0x22));
    assert.deepEqual(await comments(), ['Whole']);
    const problems = await store.problems();
    assert.deepEqual(problems.map(({ uri }) => uri.path.split('/').at(-1)).sort(), ['broken.json', 'latin.json']);
    assert.match(problems.find(({ uri }) => uri.path.endsWith('latin.json'))?.problem ?? '', /not UTF-8/u);
    assert.equal(await read(file(`${paper}/broken.json`)), '{ "id": ');
  });

  it('does not change an annotation of a newer Lectern', async () => {
    const text = encodeAnnotation(annotation({ id: 'one', paper })).replace('"lectern:version": 1', '"lectern:version": 9');
    await write(file(`${paper}/one.json`), text);
    const [thread] = await store.threadsOf(paper);
    assert.ok(thread && (await store.isReadOnly(thread.first)));
    await assert.rejects(store.change(thread.first, { comment: 'x' }), /newer Lectern/u);
    assert.equal(await read(file(`${paper}/one.json`)), text);
  });
});

describe('drafts', () => {
  let storage: vscode.Uri;
  let log: Log;
  let store: DraftStore;
  let other: DraftStore;

  beforeEach(async () => {
    await startExtension();
    storage = vscode.Uri.joinPath(workspaceFolder(), 'draft-storage');
    await emptyFolder(storage);
    log = new Log();
    store = new DraftStore(storage, log);
    other = new DraftStore(storage, log);
  });

  afterEach(async () => {
    store.dispose();
    other.dispose();
    log.dispose();
    await vscode.workspace.fs.delete(storage, { recursive: true });
  });

  const DRAFT: Draft = { id: 'd1', paper: 'hapo', purpose: { kind: 'add', target: TARGET }, comment: 'Half a sen', modified: '2026-01-09T14:25:01+01:00' };

  it('are on disk when kept, seen in the other window, and gone when dropped', async () => {
    assert.deepEqual(await other.of('hapo'), []);
    const told: (readonly string[])[] = [];
    store.onDidChange((papers) => told.push(papers));
    await store.keep(DRAFT);
    await until(other.onDidChange, async () => (await other.of('hapo')).length === 1);
    assert.deepEqual(await other.of('hapo'), [DRAFT]);
    await store.keep({ ...DRAFT, comment: 'Half a sentence' });
    await until(other.onDidChange, async () => (await other.of('hapo'))[0]?.comment === 'Half a sentence');
    await store.drop('hapo', 'd1');
    await until(other.onDidChange, async () => (await other.of('hapo')).length === 0);
    assert.deepEqual(told, [['hapo'], ['hapo'], ['hapo']]);
    await store.drop('hapo', 'd1');
  });

  it('that are broken are left alone', async () => {
    const uri = vscode.Uri.joinPath(storage, 'drafts', 'hapo', 'd2.json');
    await write(uri, '{');
    await store.keep(DRAFT);
    assert.deepEqual(await store.of('hapo'), [DRAFT]);
    assert.equal(await read(uri), '{');
  });

  it('have names that are no paths', async () => {
    await assert.rejects(store.keep({ ...DRAFT, id: '../../x' }), /cannot be the name of a draft/u);
  });
});
