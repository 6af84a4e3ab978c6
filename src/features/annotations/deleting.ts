import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotations/annotation';
import { ReaderError } from '../../platform/errors';
import type { Annotations, RemovedAnnotations } from '../../platform/stores';

/** Deletes annotations, and brings the last ones back. */
export class Deleting {
  private readonly removed: RemovedAnnotations[] = [];

  constructor(private readonly annotations: Annotations) {}

  /** Deletes one with its replies and offers to undo it; does not wait for an answer. */
  async delete({ id }: Annotation, report: (work: () => Thenable<unknown>) => void): Promise<void> {
    const removed = await this.annotations.remove([id]);
    this.removed.push(removed);
    const undo = vscode.l10n.t('Undo');
    report(async () => {
      const choice = await vscode.window.showInformationMessage(vscode.l10n.t('The annotation was deleted.'), undo);
      const place = this.removed.indexOf(removed);
      if (choice === undo && place >= 0) {
        await this.restore(place);
      }
    });
  }

  /** @throws ReaderError when nothing was deleted in this window */
  async undo(): Promise<void> {
    if (this.removed.length === 0) {
      throw new ReaderError(vscode.l10n.t('No annotation was deleted in this window.'));
    }
    await this.restore(this.removed.length - 1);
  }

  private async restore(place: number): Promise<void> {
    const [removed] = this.removed.slice(place);
    if (removed !== undefined) {
      await this.annotations.restore(removed);
      this.removed.splice(this.removed.indexOf(removed), 1);
    }
  }
}
