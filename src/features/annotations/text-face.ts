import * as vscode from 'vscode';
import type { Annotation, AnnotationId, Thread } from '../../core/annotations/annotation';
import { annotationsIn } from '../../core/annotations/threads';
import type { Paper, PaperKey } from '../../core/papers/paper';
import { ReaderError } from '../../platform/errors';
import { Owned } from '../../platform/owned';
import { paperKeyOf } from '../../platform/paper-uri';
import { Queue } from '../../platform/queue';
import { AnnotationComment } from './annotation-comment';
import type { AnnotationsContext } from './annotations-context';
import { keepingWords } from './keeping-words';
import { abstractRange, placeThread, targetOf } from './paper-text';

interface ShownPaper {
  readonly document: vscode.TextDocument;
  readonly threads: Map<AnnotationId, vscode.CommentThread>;
}

/** The threads of papers that are open as text, through VS Code's comments. */
export class TextFace implements vscode.Disposable {
  private readonly owned = new Owned();
  private readonly controller: vscode.CommentController;
  private readonly shown = new Map<PaperKey, ShownPaper>();
  private readonly drawing = new Queue();

  constructor(private readonly context: AnnotationsContext) {
    const { annotations, papers, log } = context;
    this.controller = this.owned.add(vscode.comments.createCommentController('lectern.annotations', vscode.l10n.t('Annotations')));
    this.controller.options = {
      prompt: vscode.l10n.t('Add an annotation'),
      placeHolder: vscode.l10n.t('A comment in Markdown; leave a selection in the abstract to annotate those words'),
    };
    this.controller.commentingRangeProvider = { provideCommentingRanges: (document) => this.commentingRanges(document) };
    this.owned.add(vscode.workspace.onDidOpenTextDocument((document) => log.run(() => this.open(document))));
    this.owned.add(vscode.workspace.onDidCloseTextDocument((document) => this.close(document)));
    this.owned.add(vscode.workspace.onDidChangeTextDocument(({ document }) => log.run(() => this.open(document))));
    this.owned.add(annotations.onDidChange((keys) => log.run(() => this.redraw(keys))));
    this.owned.add(papers.onDidChange(() => log.run(() => this.redraw([...this.shown.keys()]))));
    for (const document of vscode.workspace.textDocuments) {
      log.run(() => this.open(document));
    }
  }

  dispose(): void {
    this.owned.dispose();
  }

  /** The threads of a paper's document, once what is known by now is drawn. */
  threadsIn(key: PaperKey): Promise<readonly vscode.CommentThread[]> {
    return this.drawing.run(() => Promise.resolve(this.drawnIn(key)));
  }

  /** Makes what was typed into an empty thread an annotation of its own. */
  async create({ thread, text }: vscode.CommentReply): Promise<void> {
    const paper = await this.paperOf(thread.uri);
    const document = await vscode.workspace.openTextDocument(thread.uri);
    const target = targetOf(document, paper, thread.range);
    const place = target === undefined ? {} : { target };
    await keepingWords(this.context.drafts, { paper: paper.key, purpose: { kind: 'add', ...place }, comment: text }, () =>
      this.context.annotations.add({ paper: paper.key, comment: text, ...place }),
    );
    thread.dispose();
  }

  async reply({ thread, text }: vscode.CommentReply): Promise<void> {
    const { paper, id } = firstOf(thread);
    await keepingWords(this.context.drafts, { paper, purpose: { kind: 'reply', to: id }, comment: text }, () =>
      this.context.annotations.add({ paper, replyTo: id, comment: text }),
    );
  }

  /** Shows the words of a comment to be changed. */
  edit(comment: AnnotationComment): void {
    const thread = this.drawnIn(comment.annotation.paper).find(({ comments }) => comments.includes(comment));
    if (thread !== undefined) {
      comment.edit();
      thread.comments = [...thread.comments];
    }
  }

  async save(comment: AnnotationComment): Promise<void> {
    const { annotation, text } = comment;
    await keepingWords(this.context.drafts, { paper: annotation.paper, purpose: { kind: 'edit', annotation: annotation.id }, comment: text }, () =>
      this.context.annotations.change(annotation, { comment: text }),
    );
    comment.mode = vscode.CommentMode.Preview;
    await this.redraw([comment.annotation.paper]);
  }

  async cancel(comment: AnnotationComment): Promise<void> {
    comment.mode = vscode.CommentMode.Preview;
    await this.redraw([comment.annotation.paper]);
  }

  private async open(document: vscode.TextDocument): Promise<void> {
    const key = paperKeyOf(document.uri);
    if (key !== undefined) {
      this.shown.set(key, { document, threads: this.shown.get(key)?.threads ?? new Map<AnnotationId, vscode.CommentThread>() });
      await this.redraw([key]);
    }
  }

  private close(document: vscode.TextDocument): void {
    const key = paperKeyOf(document.uri);
    const shown = key === undefined ? undefined : this.shown.get(key);
    if (key !== undefined && shown !== undefined) {
      this.shown.delete(key);
      shown.threads.forEach((thread) => thread.dispose());
    }
  }

  private redraw(keys: readonly PaperKey[]): Promise<void> {
    return this.drawing.run(async () => {
      const library = await this.context.papers.library();
      for (const key of keys) {
        const [paper, threads] = [library.paper(key), this.shown.has(key) ? await this.context.annotations.threadsOf(key) : []];
        const shown = this.shown.get(key);
        if (paper !== undefined && shown !== undefined) {
          await this.draw(shown, paper, threads);
        }
      }
    });
  }

  private async draw({ document, threads: drawn }: ShownPaper, paper: Paper, threads: readonly Thread[]): Promise<void> {
    for (const [id, thread] of drawn) {
      if (!threads.some(({ first }) => first.id === id)) {
        drawn.delete(id);
        thread.dispose();
      }
    }
    for (const thread of threads) {
      const { first } = thread;
      const { range, reason } = placeThread(document, paper, thread);
      const isReadOnly = await this.context.annotations.isReadOnly(first);
      const shown = drawn.get(first.id) ?? this.controller.createCommentThread(document.uri, range, []);
      drawn.set(first.id, shown);
      const before = shown.comments;
      shown.range = range;
      shown.comments = annotationsIn(thread).map((annotation) => keptOrNew(annotation, before, isReadOnly));
      shown.canReply = !isReadOnly;
      shown.state = first.resolved ? vscode.CommentThreadState.Resolved : vscode.CommentThreadState.Unresolved;
      shown.contextValue = isReadOnly ? 'readonly' : first.resolved ? 'resolved' : 'open';
      shown.label = reason ?? '';
    }
  }

  private async commentingRanges(document: vscode.TextDocument): Promise<vscode.Range[]> {
    const key = paperKeyOf(document.uri);
    const paper = key === undefined ? undefined : (await this.context.papers.library()).paper(key);
    return paper === undefined ? [] : [document.lineAt(0).range, abstractRange(document, paper)];
  }

  private async paperOf(uri: vscode.Uri): Promise<Paper> {
    const key = paperKeyOf(uri);
    const paper = key === undefined ? undefined : (await this.context.papers.library()).paper(key);
    if (paper === undefined) {
      throw new ReaderError(vscode.l10n.t('This paper is not in the library any more.'));
    }
    return paper;
  }

  private drawnIn(key: PaperKey): readonly vscode.CommentThread[] {
    return [...(this.shown.get(key)?.threads.values() ?? [])];
  }
}

/** The annotation that a shown thread begins with. */
export function firstOf(thread: vscode.CommentThread): Annotation {
  const [first] = thread.comments;
  if (!(first instanceof AnnotationComment)) {
    throw new ReaderError(vscode.l10n.t('This annotation is not there any more.'));
  }
  return first.annotation;
}

/** Words that are being changed stay as they are being typed. */
function keptOrNew(annotation: Annotation, before: readonly vscode.Comment[], isReadOnly: boolean): AnnotationComment {
  const editing = before.find((one) => one instanceof AnnotationComment && one.annotation.id === annotation.id && one.mode === vscode.CommentMode.Editing);
  return editing instanceof AnnotationComment ? editing : new AnnotationComment(annotation, isReadOnly);
}
