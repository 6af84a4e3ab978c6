import type * as vscode from 'vscode';
import type { PageOutline } from '../../core/papers/page-outline';
import type { Log } from '../../platform/log';

export const DIGEST_LANGUAGE = 'lectern-digest';

interface Reading {
  readonly version: number;
  readonly outline: Promise<PageOutline | undefined>;
}

/** Reads documents as digests, each state of a document once for all who ask. */
export class DigestReadings {
  private readonly readings = new WeakMap<vscode.TextDocument, Reading>();

  /** @param read runs in a worker */
  constructor(
    private readonly read: (text: string) => Promise<PageOutline>,
    private readonly log: Log,
  ) {}

  /** `undefined` when the document has changed meanwhile, and when it could not be read, which the log says. */
  async of(document: vscode.TextDocument): Promise<PageOutline | undefined> {
    const { version } = document;
    let reading = this.readings.get(document);
    if (reading?.version !== version) {
      reading = { version, outline: this.readOnce(document) };
      this.readings.set(document, reading);
    }
    const outline = await reading.outline;
    return document.version === version ? outline : undefined;
  }

  private async readOnce(document: vscode.TextDocument): Promise<PageOutline | undefined> {
    try {
      return await this.read(document.getText());
    } catch (error) {
      this.readings.delete(document);
      this.log.warn(`The outline of ${document.uri.path} could not be read: ${String(error)}`);
      return undefined;
    }
  }
}
