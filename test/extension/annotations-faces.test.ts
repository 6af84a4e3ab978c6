import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Thread } from '../../src/core/annotations/annotation';
import { NO_FILTER } from '../../src/core/annotations/annotation-filter';
import { AnnotationComment } from '../../src/features/annotations/annotation-comment';
import { AnnotationsTree, type AnnotationNode } from '../../src/features/annotations/annotations-tree';
import { acceptance, relocation } from '../../src/features/annotations/attention';
import { Deleting } from '../../src/features/annotations/deleting';
import { firstOf, TextFace } from '../../src/features/annotations/text-face';
import { AnnotationStore } from '../../src/platform/annotation-store';
import { DraftStore } from '../../src/platform/draft-store';
import { Log } from '../../src/platform/log';
import { Owned } from '../../src/platform/owned';
import { PaperStore } from '../../src/platform/paper-store';
import { paperUri } from '../../src/platform/paper-uri';
import { emptyFolder, startExtension, workspaceFolder } from './records';

const KEY = 'flashattention';
const WORDS = 'the number of memory reads/writes';

describe('the faces of annotations', () => {
  let owned: Owned;
  let folder: vscode.Uri;
  let store: AnnotationStore;
  let papers: PaperStore;
  let drafts: DraftStore;
  let face: TextFace;
  let tree: AnnotationsTree;
  let document: vscode.TextDocument;
  let typing: vscode.CommentController;

  beforeEach(async () => {
    const extension = await startExtension();
    folder = vscode.Uri.joinPath(workspaceFolder(), '.lectern', 'annotations');
    await emptyFolder(folder);
    owned = new Owned();
    const log = owned.add(new Log());
    const storage = vscode.Uri.joinPath(workspaceFolder(), 'storage');
    papers = owned.add(new PaperStore(extension.extensionUri, storage, log));
    store = owned.add(new AnnotationStore(storage, log));
    drafts = owned.add(new DraftStore(storage, log));
    document = await vscode.workspace.openTextDocument(paperUri(KEY));
    await vscode.window.showTextDocument(document);
    const context = { papers, annotations: store, drafts, log };
    face = owned.add(new TextFace(context));
    tree = owned.add(new AnnotationsTree(context));
    typing = owned.add(vscode.comments.createCommentController('lectern.test', 'Test'));
  });

  afterEach(async () => {
    owned.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await emptyFolder(folder);
  });

  function only<T>(all: readonly T[]): T {
    const [one, ...others] = all;
    assert.ok(one !== undefined && others.length === 0, `there is one, not ${all.length}`);
    return one;
  }
  function rangeOf(words: string): vscode.Range {
    const start = document.getText().indexOf(words);
    return new vscode.Range(document.positionAt(start), document.positionAt(start + words.length));
  }
  const typed = (range: vscode.Range, text: string) => ({ thread: typing.createCommentThread(document.uri, range, []), text });
  const kept = async (): Promise<Thread> => only(await store.threadsOf(KEY));
  const shown = async () => only(await face.threadsIn(KEY));
  const commentOf = ({ comments }: vscode.CommentThread, place = 0): AnnotationComment => {
    const comment = comments[place];
    assert.ok(comment instanceof AnnotationComment);
    return comment;
  };
  const bodyOf = ({ body }: vscode.Comment) => (typeof body === 'string' ? body : body.value);

  it('annotate the selected words of the abstract', async () => {
    await face.create(typed(rangeOf(WORDS), 'How many?'));
    const { first } = await kept();
    assert.equal(first.target?.exact, WORDS);
    assert.equal(first.comment, 'How many?');
    const thread = await shown();
    assert.equal(document.getText(thread.range), WORDS);
    assert.equal(bodyOf(commentOf(thread)), 'How many?');
    assert.deepEqual(await drafts.of(KEY), []);
  });

  it('remark on the whole paper at its title', async () => {
    await face.create(typed(new vscode.Range(0, 0, 0, 0), 'Good'));
    assert.equal((await kept()).first.target, undefined);
    assert.equal((await shown()).range.start.line, 0);
  });

  it('reply, change and resolve, and show what another face does', async () => {
    await face.create(typed(rangeOf(WORDS), 'How many?'));
    await face.reply({ thread: await shown(), text: 'Many' });
    assert.deepEqual((await kept()).replies.map(({ comment }) => comment), ['Many']);
    const reply = commentOf(await shown(), 1);
    face.edit(reply);
    assert.equal(reply.mode, vscode.CommentMode.Editing);
    reply.body = 'Very many';
    await store.change((await kept()).first, { kind: 'question', tags: ['io'], resolved: true });
    assert.equal(commentOf(await shown(), 1), reply, 'words that are being changed are left alone');
    await face.save(reply);
    const thread = await shown();
    assert.equal(bodyOf(commentOf(thread, 1)), 'Very many');
    assert.equal(thread.contextValue, 'resolved');
    assert.equal(thread.state, vscode.CommentThreadState.Resolved);
    assert.equal(commentOf(thread).label, 'Question #io');
  });

  it('bring the comment back that is not to be changed after all', async () => {
    await face.create(typed(rangeOf(WORDS), 'As it was'));
    const comment = commentOf(await shown());
    face.edit(comment);
    comment.body = 'Half';
    await face.cancel(comment);
    assert.equal(bodyOf(commentOf(await shown())), 'As it was');
  });

  it('do not trust what a comment says, load no picture, and say that a program wrote it', async () => {
    await store.add({ paper: KEY, comment: '![x](https://example.org/x.png) [run](command:workbench.action.quit) <b>x</b>', generator: 'Reader 9000' });
    const comment = commentOf(await shown());
    assert.ok(comment.body instanceof vscode.MarkdownString);
    assert.equal(comment.body.isTrusted, false);
    assert.equal(comment.body.supportHtml, false);
    assert.ok(!comment.body.value.includes('![') || comment.body.value.startsWith('\\!['));
    assert.equal(comment.author.name, 'Reader 9000 (program)');
  });

  it('show at the title, and with why, what has no place in the abstract', async () => {
    await store.add({ paper: KEY, comment: 'Lost', target: { exact: 'no such words', prefix: '', suffix: '' } });
    const thread = await shown();
    assert.equal(thread.range.start.line, 0);
    assert.equal(thread.label, 'Its words are not in the abstract any more');
  });

  it('keep the words as a draft where they cannot be saved', async () => {
    store.add = () => Promise.reject(new Error('disk full'));
    await assert.rejects(face.create(typed(rangeOf(WORDS), 'Precious words')), /disk full/u);
    const draft = only(await drafts.of(KEY));
    assert.equal(draft.comment, 'Precious words');
    await drafts.drop(KEY, draft.id);
  });

  it('take a thread away that was deleted, and bring it back', async () => {
    await face.create(typed(rangeOf(WORDS), 'How many?'));
    const deleting = new Deleting(store);
    await deleting.delete(firstOf(await shown()), () => undefined);
    assert.deepEqual(await face.threadsIn(KEY), []);
    await deleting.undo();
    assert.equal(bodyOf(commentOf(await shown())), 'How many?');
    await assert.rejects(deleting.undo(), /No annotation was deleted/u);
  });

  describe('that list them all', () => {
    const labelOf = (node: AnnotationNode) => {
      const { label } = tree.getTreeItem(node);
      return typeof label === 'string' ? label : label?.label;
    };
    const labels = async (node?: AnnotationNode) => (await tree.getChildren(node)).map(labelOf);

    it('group them by paper, kind, tag and state', async () => {
      const question = await store.add({ paper: KEY, comment: 'Why?', kind: 'question', tags: ['b', 'a'] });
      await store.add({ paper: 'hapo', comment: 'So', kind: 'idea' });
      await store.change(question, { resolved: true });
      assert.match((await labels()).join('|'), /^FlashAttention: Fast.*\|HAPO/u);
      tree.grouping = 'kind';
      assert.deepEqual(await labels(), ['Idea', 'Question']);
      tree.grouping = 'tag';
      assert.deepEqual(await labels(), ['a', 'b', 'No tag']);
      tree.grouping = 'state';
      assert.deepEqual(await labels(), ['Open', 'Resolved']);
      assert.deepEqual(await labels((await tree.getChildren())[1]), ['Why?']);
    });

    it('bring what needs attention first, until it is accepted or detached', async () => {
      const moved = await store.add({ paper: KEY, comment: 'Moved', target: { exact: WORDS, prefix: '', suffix: '', position: { start: 1, end: 2 } } });
      const lost = await store.add({ paper: KEY, comment: 'Lost', target: { exact: 'no such words', prefix: '', suffix: '' } });
      const nodes = async () => {
        const [node] = await tree.getChildren();
        return node && 'uncertain' in node ? node.uncertain : [];
      };
      const [first, second] = await nodes();
      assert.deepEqual([first?.anchor.state, second?.anchor.state], ['moved', 'orphaned']);
      assert.ok(first && second);
      const paper = (await papers.library()).paper(KEY);
      assert.ok(paper);
      const accepted = await store.change(moved, acceptance(paper, first));
      assert.equal(accepted.target?.exact, WORDS);
      assert.throws(() => acceptance(paper, second), /Relocate the annotation, or detach it/u);
      assert.deepEqual((await nodes()).map(({ thread }) => thread.first.comment), ['Lost']);
      const editor = vscode.window.activeTextEditor;
      assert.ok(editor);
      const range = rangeOf(WORDS);
      editor.selection = new vscode.Selection(range.start, range.end);
      const change = await relocation(paper, lost);
      assert.ok(change);
      await store.change(lost, change);
      assert.deepEqual(await nodes(), []);
    });

    it('leave out what the filter leaves out', async () => {
      await store.add({ paper: KEY, comment: 'Why?', kind: 'question', tags: ['io'] });
      await store.add({ paper: 'hapo', comment: 'So', generator: 'Reader 9000' });
      tree.grouping = 'paper';
      const first = async () => (await Promise.all((await tree.getChildren()).map((node) => labels(node)))).flat();
      tree.filter = { ...NO_FILTER, kinds: ['question'], tags: ['IO'] };
      assert.deepEqual(await first(), ['Why?']);
      tree.filter = { ...NO_FILTER, states: ['machine'] };
      assert.deepEqual(await first(), ['So']);
      tree.filter = { ...NO_FILTER, papers: ['hapo'], kinds: ['question'] };
      assert.deepEqual(await first(), []);
      tree.filter = NO_FILTER;
      assert.deepEqual((await first()).sort(), ['So', 'Why?']);
    });
  });
});
