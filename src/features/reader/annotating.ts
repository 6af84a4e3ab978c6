import * as vscode from 'vscode';
import { describeTarget } from '../../core/anchors/describe-target';
import { placeOfTarget } from '../../core/anchors/place-of-target';
import type { TextRange, TextTarget } from '../../core/anchors/text-target';
import type { Annotation, AnnotationId } from '../../core/annotations/annotation';
import { isAnnotationId } from '../../core/annotations/annotation-id';
import { annotationsIn } from '../../core/annotations/threads';
import type { Paper } from '../../core/papers/paper';
import { tidyTags } from '../../core/papers/tags';
import { isoWithZone } from '../../core/runs/run-id';
import { COMMAND } from '../../platform/commands';
import { ReaderError } from '../../platform/errors';
import { Queue } from '../../platform/queue';
import type { Annotations, Draft, Drafts, RemovedAnnotations } from '../../platform/stores';
import type { DraftPurpose, FromReaderAnnotations, ToReaderAnnotations } from '../../protocol/reader-annotations';

/** Does what a Reader page asks for with annotations. */
export class Annotating {
  /** What was deleted on this page, the last one at the end. */
  private readonly removed: RemovedAnnotations[] = [];
  /** In the order of the page: a draft that was dropped must not come back by one that was on its way before. */
  private readonly draftWork = new Queue();

  constructor(
    private readonly annotations: Annotations,
    private readonly drafts: Drafts,
    private readonly send: (message: ToReaderAnnotations) => void,
  ) {}

  /** @returns what to say once it is done, if that cannot be seen on the page */
  async act(message: FromReaderAnnotations, paper: Paper): Promise<string | undefined> {
    const { annotations } = this;
    switch (message.kind) {
      case 'annotate': {
        const { range, comment, colour, annotationKind: kind, tags } = message;
        await this.saving(message.ticket, () =>
          annotations.add({
            paper: paper.key, comment, colour, tags: tidyTags(tags),
            ...(kind === undefined ? {} : { kind }),
            ...(range === undefined ? {} : { target: targetIn(paper, range) }),
          }),
        );
        return undefined;
      }
      case 'replyTo':
        await this.saving(message.ticket, async () => annotations.add({ paper: paper.key, replyTo: (await this.find(paper, message.to)).id, comment: message.comment }));
        return undefined;
      case 'editAnnotation':
        await this.saving(message.ticket, async () => annotations.change({ ...(await this.find(paper, message.id)), comment: message.seen }, { comment: message.comment }));
        return undefined;
      case 'labelAnnotation':
        await annotations.change(await this.find(paper, message.id), { colour: message.colour, kind: message.annotationKind, tags: tidyTags(message.tags) });
        return undefined;
      case 'resolveAnnotation':
        await annotations.change(await this.find(paper, message.id), { resolved: message.resolved || undefined });
        return message.resolved ? vscode.l10n.t('Resolved') : vscode.l10n.t('Open again');
      case 'deleteAnnotation':
        this.removed.push(await annotations.remove([(await this.find(paper, message.id)).id]));
        return vscode.l10n.t('Annotation deleted');
      case 'undoDeleteAnnotation':
        return this.undo();
      case 'acceptAnchor': {
        const annotation = await this.find(paper, message.id);
        const anchor = annotation.target && placeOfTarget(paper.abstract, annotation.target);
        if (anchor === undefined || !('range' in anchor)) {
          throw new ReaderError(vscode.l10n.t('No place was found to accept. Select the words and relocate the annotation, or detach it.'));
        }
        await annotations.change(annotation, { target: targetIn(paper, anchor.range) });
        return vscode.l10n.t('The annotation belongs to these words now');
      }
      case 'relocateAnnotation':
        await annotations.change(await this.find(paper, message.id), { target: targetIn(paper, message.range), detached: undefined });
        return vscode.l10n.t('The annotation belongs to the selected words now');
      case 'compareWithAnnotated':
        await vscode.commands.executeCommand(COMMAND.compareWithAnnotated, { key: paper.key });
        return undefined;
      case 'detachAnnotation':
        await annotations.change(await this.find(paper, message.id), { detached: true });
        return vscode.l10n.t('The annotation is detached from its place');
      case 'keepDraft': {
        const { id, purpose, comment } = message.draft;
        if (!isAnnotationId(id)) {
          throw new ReaderError(vscode.l10n.t('A draft of this page has no name that a file can have.'));
        }
        await this.draftWork.run(async () =>
          this.drafts.keep({ id, paper: paper.key, purpose: await this.keptPurpose(id, purpose, paper), comment, modified: isoWithZone(new Date()) }),
        );
        return undefined;
      }
      case 'dropDraft':
        await this.draftWork.run(() => this.drafts.drop(paper.key, message.id));
        return undefined;
    }
  }

  /** Says that it is saved only once it is; where it fails, the words stay on the page, with the reason. */
  private async saving(ticket: number, save: () => Promise<unknown>): Promise<void> {
    try {
      await save();
    } catch (error) {
      this.send({ kind: 'notSaved', ticket, message: error instanceof ReaderError ? error.message : vscode.l10n.t('It could not be saved. The log has the details.') });
      throw error;
    }
    this.send({ kind: 'saved', ticket });
  }

  private async undo(): Promise<string | undefined> {
    const last = this.removed.at(-1);
    if (last === undefined) {
      throw new ReaderError(vscode.l10n.t('No annotation was deleted on this page.'));
    }
    await this.annotations.restore(last);
    this.removed.splice(this.removed.indexOf(last), 1);
    return vscode.l10n.t('Annotation restored');
  }

  /** Words are kept also when the abstract was changed under them: then with the place that they had before. */
  private async keptPurpose(id: string, purpose: DraftPurpose, paper: Paper): Promise<Draft['purpose']> {
    if (purpose.kind !== 'add') {
      return purpose;
    }
    const before = (await this.drafts.of(paper.key)).find((draft) => draft.id === id)?.purpose;
    const had = before?.kind === 'add' ? before.target : undefined;
    const isThere = purpose.range !== undefined && purpose.range.end <= paper.abstract.length;
    const target = had ?? (isThere ? describeTarget(paper.abstract, purpose.range) : undefined);
    return target === undefined ? { kind: 'add' } : { kind: 'add', target };
  }

  private async find(paper: Paper, id: AnnotationId): Promise<Annotation> {
    const found = (await this.annotations.threadsOf(paper.key)).flatMap(annotationsIn).find((annotation) => annotation.id === id);
    if (found === undefined) {
      throw new ReaderError(vscode.l10n.t('This annotation is not there any more.'));
    }
    return found;
  }
}

/** @throws ReaderError when the abstract has no such words */
function targetIn({ abstract }: Paper, range: TextRange): TextTarget {
  const target = describeTarget(abstract, range);
  if (range.end > abstract.length || target.exact.trim() === '') {
    throw new ReaderError(vscode.l10n.t('The abstract has no such words any more. Select them again.'));
  }
  return target;
}

