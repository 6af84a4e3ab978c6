import * as vscode from 'vscode';
import type { Annotation } from '../../core/annotations/annotation';
import type { ImportPlan } from '../../core/annotations/exchange/plan-import';
import { changeBetween } from '../../core/annotations/merge-changes';
import { isSameAnnotation } from '../../core/annotations/storage/read-folder';
import { annotationsIn } from '../../core/annotations/threads';
import { ReaderError } from '../../platform/errors';
import type { Annotations } from '../../platform/stores';
import type { ExchangePrompts } from './exchange-prompts';

/** An import of this window, as far as it went. */
export interface DoneImport {
  readonly added: readonly Annotation[];
  readonly changed: { readonly before: Annotation; readonly after: Annotation }[];
}

interface TakeBackContext {
  readonly annotations: Annotations;
  readonly prompts: ExchangePrompts;
}

/** Takes the last import of annotations of this window back. What the user has made of them since stays. */
export class TakingBack {
  private last: DoneImport | undefined;

  constructor(private readonly context: TakeBackContext) {}

  /** Says what was imported, which is the last import from now on, with a way to undo it. */
  async offer(said: string, done: DoneImport): Promise<void> {
    this.last = done;
    const [undo, show] = [vscode.l10n.t('Undo'), vscode.l10n.t('Show Annotations')];
    const choice = await this.context.prompts.tell(said, undo, show);
    if (choice === undo && this.last === done) {
      await this.undo();
    } else if (choice === show) {
      await vscode.commands.executeCommand('lectern.annotations.focus');
    }
  }

  /** @throws ReaderError when nothing was imported in this window, or it was taken back */
  async undo(): Promise<void> {
    const { last } = this;
    if (last === undefined) {
      throw new ReaderError(vscode.l10n.t('No annotations were imported in this window.'));
    }
    const { annotations, prompts } = this.context;
    const going = await this.untouched(last.added);
    await annotations.remove(going);
    await this.revert(last.changed);
    this.last = undefined;
    const staying = last.added.length - going.length;
    const back = vscode.l10n.t('The import was taken back: {0} annotations removed, {1} as before.', going.length, last.changed.length);
    await prompts.tell(staying === 0 ? back : `${back} ${vscode.l10n.t('{0} stay, which were changed, answered or deleted since.', staying)}`);
  }

  /** Changes annotations back, where they were not changed again since. */
  async revert(changed: DoneImport['changed']): Promise<void> {
    for (const { before, after } of changed) {
      await this.context.annotations.change(after, changeBetween(after, before));
    }
  }

  /** Those that are as they were imported and have no answers of the user's. */
  private async untouched(added: readonly Annotation[]): Promise<readonly string[]> {
    const imported = new Map(added.map((one) => [one.id, one]));
    const isAsImported = (one: Annotation): boolean => {
      const before = imported.get(one.id);
      return before !== undefined && isSameAnnotation(before, one);
    };
    const threads = [...(await this.context.annotations.all()).values()].flat();
    return threads.flatMap((thread) => {
      const all = annotationsIn(thread);
      return (all.every(isAsImported) ? all : thread.replies.filter(isAsImported)).map(({ id }) => id);
    });
  }
}

/** What was imported, in one line. */
export function doneText({ added, changed }: ImportPlan): string {
  const uncertain = added.filter(({ needsAttention }) => needsAttention).length;
  const said = vscode.l10n.t('Annotations imported: {0} new, {1} changed.', added.length, changed.length);
  return uncertain === 0 ? said : `${said} ${vscode.l10n.t('The words of {0} were not found for certain: they are among the anchors that need attention.', uncertain)}`;
}

export function nothingNewText(same: number): string {
  return vscode.l10n.t('Nothing new: all {0} annotations are there already.', same);
}
