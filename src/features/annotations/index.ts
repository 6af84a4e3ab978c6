import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotations/annotation';
import type { PaperKey } from '../../core/papers/paper';
import { COMMAND, registerCommand, type CommandId } from '../../platform/commands';
import { ReaderError } from '../../platform/errors';
import { Owned } from '../../platform/owned';
import type { AnnotationComment } from './annotation-comment';
import { annotationIn, type AnnotationArgument } from './annotation-argument';
import type { ExchangeContext } from './annotations-context';
import { AnnotationsTree, type ConflictNode, type UncertainNode } from './annotations-tree';
import { acceptance, relocation } from './attention';
import { AnnotationsView } from './annotations-view';
import { compareWithAnnotated } from './compare-text';
import { Deleting } from './deleting';
import { registerExchange } from './exchange';
import { askForTags, pickFilter, pickGrouping, pickKind, pickVersion } from './pickers';
import { TextFace } from './text-face';
import { TextHighlights } from './text-highlights';

/** Annotations in VS Code's own faces: threads in the text of a paper, and the list of all. */
export function registerAnnotations(context: ExchangeContext): vscode.Disposable {
  const { annotations, papers, log } = context;
  const owned = new Owned();
  const face = owned.add(new TextFace(context));
  owned.add(new TextHighlights(context));
  const tree = owned.add(new AnnotationsTree(context));
  const view = owned.add(new AnnotationsView(tree));
  owned.add(registerExchange(context, tree));
  const deleting = new Deleting(annotations);
  const command = (id: CommandId, run: (...args: never[]) => unknown) => owned.add(registerCommand(log, id, run));
  const onAnnotation = (id: CommandId, run: (annotation: Annotation) => unknown) =>
    command(id, (argument?: AnnotationArgument) => run(annotationIn(argument)));

  command(COMMAND.addAnnotation, (reply: vscode.CommentReply) => face.create(reply));
  command(COMMAND.replyAnnotation, (reply: vscode.CommentReply) => face.reply(reply));
  command(COMMAND.editAnnotation, (comment: AnnotationComment) => face.edit(comment));
  command(COMMAND.saveAnnotation, (comment: AnnotationComment) => face.save(comment));
  command(COMMAND.cancelAnnotation, (comment: AnnotationComment) => face.cancel(comment));
  command(COMMAND.openAnnotation, (place: { readonly key: PaperKey; readonly annotation: string }) =>
    vscode.commands.executeCommand(COMMAND.openPaper, place.key, place.annotation),
  );
  onAnnotation(COMMAND.resolveAnnotation, (annotation) => annotations.change(annotation, { resolved: true }));
  onAnnotation(COMMAND.reopenAnnotation, (annotation) => annotations.change(annotation, { resolved: undefined }));
  onAnnotation(COMMAND.setAnnotationKind, async (annotation) => {
    const kind = await pickKind();
    return kind && annotations.change(annotation, { kind: kind === 'none' ? undefined : kind });
  });
  onAnnotation(COMMAND.setAnnotationTags, async (annotation) => {
    const tags = await askForTags(annotation);
    return tags && annotations.change(annotation, { tags });
  });
  onAnnotation(COMMAND.deleteAnnotation, (annotation) => deleting.delete(annotation, (work) => log.run(work)));
  command(COMMAND.undoDeleteAnnotation, () => deleting.undo());
  onAnnotation(COMMAND.copyAnnotation, ({ target, comment }) => {
    const quote = target === undefined ? [] : [target.exact.replace(/^/gmu, '> ')];
    return vscode.env.clipboard.writeText([...quote, comment].filter((text) => text !== '').join('\n\n'));
  });
  command(COMMAND.settleAnnotation, async (node: ConflictNode) => {
    const kept = await pickVersion(node.conflict);
    return kept && annotations.settle(node.conflict, kept);
  });
  const paperOf = async (key: PaperKey) => {
    const paper = (await papers.library()).paper(key);
    if (paper === undefined) {
      throw new ReaderError(vscode.l10n.t('This paper is not in the library any more.'));
    }
    return paper;
  };
  command(COMMAND.acceptAnchor, async ({ thread: { first }, place }: UncertainNode) => annotations.change(first, acceptance(await paperOf(first.paper), place)));
  onAnnotation(COMMAND.relocateAnnotation, async (annotation) => {
    const change = await relocation(await paperOf(annotation.paper), annotation);
    return change && annotations.change(annotation, change);
  });
  command(COMMAND.compareWithAnnotated, (argument: AnnotationArgument | { readonly key: PaperKey }) =>
    compareWithAnnotated(context, 'key' in argument ? argument.key : annotationIn(argument).paper),
  );
  onAnnotation(COMMAND.detachAnnotation, (annotation) => annotations.change(annotation, { detached: true }));
  command(COMMAND.groupAnnotations, async () => {
    tree.grouping = (await pickGrouping(tree.grouping)) ?? tree.grouping;
  });
  command(COMMAND.filterAnnotations, async () => {
    const [all, library] = await Promise.all([annotations.all(), papers.library()]);
    const filter = await pickFilter([...all.values()].flat(), tree.filter, (key) => library.paper(key)?.title ?? key);
    return filter && view.show(filter);
  });
  command(COMMAND.clearAnnotationFilter, () => view.show());
  return owned;
}
