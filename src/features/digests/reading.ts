import type * as vscode from 'vscode';
import type { Digest } from '../../core/papers/digest';
import { parseDailyPapersText } from '../../core/papers/formats/daily-papers-text';
import { outlineOf, type OutlineEntry } from './outline';

export const DIGEST_LANGUAGE = 'lectern-digest';

/** A document read as a digest. */
export interface DigestReading {
  readonly digest: Digest;
  readonly outline: readonly OutlineEntry[];
}

/** Reads documents as digests, each state of a document once for all who ask. */
export class DigestReadings {
  private readonly readings = new WeakMap<vscode.TextDocument, { readonly version: number; readonly reading: DigestReading }>();

  of(document: vscode.TextDocument): DigestReading {
    const known = this.readings.get(document);
    if (known?.version === document.version) {
      return known.reading;
    }
    const text = document.getText();
    const digest = parseDailyPapersText(text);
    const reading = { digest, outline: outlineOf(digest, text) };
    this.readings.set(document, { version: document.version, reading });
    return reading;
  }
}
