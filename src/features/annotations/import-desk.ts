import * as vscode from 'vscode';
import type { TextTarget } from '../../core/anchors/text-target';
import type { ForeignDocument } from '../../core/annotations/exchange/foreign-annotation';
import { matchDocuments } from '../../core/annotations/exchange/match-documents';
import { filedAnnotations, isToBePlaced, paperOfRecord, placeId, planImport, rememberedPapers, type FiledAnnotation, type ImportPlan } from '../../core/annotations/exchange/plan-import';
import { MOST_FILES } from '../../core/annotations/storage/folder-reader';
import { annotationsIn } from '../../core/annotations/threads';
import type { Library } from '../../core/papers/library';
import type { PaperKey } from '../../core/papers/paper';
import type { AnnotationExchange } from '../../platform/annotation-exchange';
import { ReaderError } from '../../platform/errors';
import type { Log } from '../../platform/log';
import { Owned } from '../../platform/owned';
import type { Annotations, Papers } from '../../platform/stores';
import type { ExchangePrompts } from './exchange-prompts';
import { readFiles, type ReadFile } from './import-reading';
import { doneText, nothingNewText, TakingBack, type DoneImport } from './taking-back';

export interface DeskContext {
  readonly papers: Papers;
  readonly annotations: Annotations;
  readonly exchange: AnnotationExchange;
  readonly prompts: ExchangePrompts;
  readonly log: Log;
}

/** Annotations of files that wait for the user to import them or not. */
export interface PendingImport {
  readonly files: readonly ReadFile[];
  readonly plan: ImportPlan;
  readonly library: Library;
}

/** What stays while the plan is made anew. */
interface Offered {
  readonly files: readonly ReadFile[];
  readonly chosen: Map<string, PaperKey>;
  readonly placed: Map<string, TextTarget | null>;
}

/** Where an import of annotations lies while it is looked at: read, previewed, then committed or cancelled. One at a time. */
export class ImportDesk implements vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<void>());
  /** What is pending is other, or nothing now. */
  readonly onDidChange = this.changed.event;

  readonly takingBack: TakingBack;
  private offered: Offered | undefined;
  private shown: PendingImport | undefined;
  private busy = false;

  constructor(private readonly context: DeskContext) {
    this.takingBack = new TakingBack(context);
    const again = () => context.log.run(() => this.planAgain());
    this.owned.add(context.papers.onDidChange(again));
    this.owned.add(context.annotations.onDidChange(again));
  }

  dispose(): void {
    this.owned.dispose();
  }

  get pending(): PendingImport | undefined {
    return this.shown;
  }

  /**
   * Reads files and lets the user look at what importing them would do. Says so instead when there is nothing to decide.
   *
   * @returns whether there is now something to look at
   */
  async offer(uris: readonly vscode.Uri[]): Promise<boolean> {
    if (uris.length === 0) {
      return false;
    }
    const { exchange, prompts } = this.context;
    const pending = await this.alone(vscode.l10n.t('Reading annotations'), async (progress, token) => {
      const offered: Offered = { files: await readFiles(uris, exchange, progress, token), chosen: new Map(), placed: new Map() };
      const planned = await this.plan(offered, token);
      this.offered = offered;
      return planned;
    });
    const { added, changed, unmatched, same } = pending.plan;
    const isNothing = added.length + changed.length + unmatched.length === 0 && pending.files.every(({ read }) => read.problems.length === 0);
    this.show(isNothing ? undefined : pending);
    if (isNothing) {
      this.context.log.run(() => prompts.tell(nothingNewText(same.length)));
    }
    return !isNothing;
  }

  /** Asks which paper a document is that the library does not know. */
  async choosePaper({ id, name }: ForeignDocument): Promise<void> {
    const { offered } = this;
    const paper = await this.context.prompts.paper((await this.context.papers.library()).papers, vscode.l10n.t('Which paper is “{0}”?', name));
    if (paper !== undefined && offered !== undefined && offered === this.offered) {
      offered.chosen.set(id, paper.key);
      this.show(await this.alone(vscode.l10n.t('Looking for the words in the abstract'), (_, token) => this.plan(offered, token)));
    }
  }

  /** Imports what is pending, all or nothing: failed or cancelled, it is pending still. */
  async commit(): Promise<void> {
    const { offered } = this;
    if (offered === undefined) {
      return;
    }
    const { annotations, log } = this.context;
    const { plan, took } = await this.alone(vscode.l10n.t('Importing annotations'), async (progress, token) => {
      const { plan } = await this.plan(offered, token); // Another window may have imported the same.
      if (plan.added.length + plan.changed.length === 0) {
        throw new ReaderError(vscode.l10n.t('There is nothing to import yet. Choose the papers of the annotations first, or cancel.'));
      }
      const took: DoneImport = { added: plan.added.map(({ annotation }) => annotation), changed: [] };
      try {
        for (const { current, seen, change } of plan.changed) {
          took.changed.push({ before: current, after: await annotations.change(seen, change) });
        }
        await annotations.addAll(took.added, { progress, token });
      } catch (error) {
        await this.takingBack.revert(took.changed);
        throw error;
      }
      return { plan, took };
    });
    this.show(undefined);
    log.run(() => this.takingBack.offer(doneText(plan), took));
  }

  /** Drops what is pending. */
  cancel(): void {
    this.show(undefined);
  }

  private async plan({ files, chosen, placed }: Offered, token: vscode.CancellationToken): Promise<PendingImport> {
    const { papers, annotations } = this.context;
    const [library, all] = await Promise.all([papers.library(), annotations.all()]);
    const existing = new Map([...all.values()].flat().flatMap(annotationsIn).map((one) => [one.id, one]));
    const filed = filedAnnotations(files.map(({ read }) => read));
    const documents = files.flatMap(({ read }) => read.documents);
    const known = new Map([...matchDocuments(documents, library.papers, chosen), ...rememberedPapers(filed, existing), ...chosen]);
    const context = { existing, papers: known, placed, room: MOST_FILES };
    await this.place(filed.filter((one) => !existing.has(one.annotation.id)), { ...context, library }, token);
    return { files, library, plan: planImport(filed, new Map(documents.map((document) => [document.id, document])), context) };
  }

  /** Finds the words in the abstracts of their papers, once. */
  private async place(
    annotations: readonly FiledAnnotation[],
    { library, placed, ...context }: { readonly library: Library; readonly placed: Map<string, TextTarget | null> } & Parameters<typeof paperOfRecord>[1],
    token: vscode.CancellationToken,
  ): Promise<void> {
    const sought = new Map<PaperKey, { readonly id: string; readonly target: TextTarget }[]>();
    for (const one of annotations) {
      const paper = paperOfRecord(one, context);
      const { id, target } = one.annotation;
      if (paper !== undefined && target !== undefined && isToBePlaced(one) && !placed.has(placeId(paper, id)) && library.paper(paper) !== undefined) {
        const some = sought.get(paper) ?? [];
        sought.set(paper, some);
        some.push({ id, target });
      }
    }
    if (sought.size === 0) {
      return;
    }
    const asked = [...sought].map(([paper, some]) => ({ text: library.paper(paper)?.abstract ?? '', targets: some.map(({ target }) => target) }));
    const found = await this.context.exchange.place(asked, token);
    [...sought].forEach(([paper, some], at) => some.forEach(({ id }, index) => placed.set(placeId(paper, id), found[at]?.[index] ?? null)));
  }

  /** The library or the annotations are others, so the import would do something else. */
  private async planAgain(): Promise<void> {
    const { offered } = this;
    if (offered === undefined || this.busy) {
      return;
    }
    const pending = await this.plan(offered, new vscode.CancellationTokenSource().token);
    if (offered === this.offered && this.shown !== undefined) {
      this.show(pending);
    }
  }

  private show(pending: PendingImport | undefined): void {
    this.shown = pending;
    this.offered = pending && this.offered;
    this.changed.fire();
  }

  private async alone<T>(title: string, work: (progress: vscode.Progress<{ readonly message?: string; readonly increment?: number }>, token: vscode.CancellationToken) => Promise<T>): Promise<T> {
    if (this.busy) {
      throw new ReaderError(vscode.l10n.t('Another import is at work. Wait for it, or cancel it in its notification.'));
    }
    this.busy = true;
    try {
      return await vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, work);
    } finally {
      this.busy = false;
    }
  }
}
