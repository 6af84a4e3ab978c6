import * as vscode from 'vscode';
import type { TextRange } from '../core/anchors/text-target';
import type { AnnotationId } from '../core/annotations/annotation';
import type { PaperKey } from '../core/papers/paper';
import { Owned } from './owned';

/** Annotations by their id and places in abstracts that a Reader is to show once it can: whoever asks does not know whether the paper's tab is there yet. */
export class Reveals implements vscode.Disposable {
  private readonly owned = new Owned();
  private readonly asked = this.owned.add(new vscode.EventEmitter<PaperKey>());
  readonly onDidAsk = this.asked.event;
  private readonly waiting = new Map<PaperKey, TextRange | AnnotationId>();

  dispose(): void {
    this.owned.dispose();
  }

  /** @param place an annotation, or UTF-16 offsets into the abstract */
  ask(paper: PaperKey, place: TextRange | AnnotationId): void {
    this.waiting.set(paper, place);
    this.asked.fire(paper);
  }

  /** What is to be shown of a paper, once. */
  take(paper: PaperKey): TextRange | AnnotationId | undefined {
    const place = this.waiting.get(paper);
    this.waiting.delete(paper);
    return place;
  }
}
