import * as vscode from 'vscode';
import type { Digest } from '../core/papers/digest';
import { ReaderError } from './errors';
import type { Imports } from './stores';

/** Holds the place of the library's imports in a build that has none: the wiring of the composition root gives way to theirs. */
export const importsUntilThere: Imports = {
  preview: () => Promise.reject(none()),
  add: () => Promise.reject(none()),
  last: () => Promise.resolve(undefined),
  undo: () => Promise.resolve(undefined),
};

export function readDigestUntilThere(): Promise<Digest> {
  return Promise.reject(none());
}

function none(): ReaderError {
  return new ReaderError(vscode.l10n.t('This build of Lectern cannot import papers.'));
}
