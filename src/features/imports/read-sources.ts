import * as vscode from 'vscode';
import type { Digest } from '../../core/papers/digest';
import type { ReadDigest } from '../../platform/digest-reading';
import { ReaderError } from '../../platform/errors';
import type { FailedText, Origin } from './pending';
import { LARGEST_IMPORT, type Source } from './sources';

/** A text that was read, before it is known what importing it would do. */
export interface TextDigest {
  readonly origin: Origin;
  readonly digest: Digest;
}

export interface ReadSources {
  readonly read: readonly TextDigest[];
  readonly failed: readonly FailedText[];
}

/**
 * Reads texts one after another, so that only one is in memory at a time. One that cannot be read does not stop the others.
 *
 * @throws CancellationError when the token is cancelled
 */
export async function readSources(
  sources: readonly Source[],
  readDigest: ReadDigest,
  progress: vscode.Progress<{ readonly message: string; readonly increment: number }>,
  token: vscode.CancellationToken,
): Promise<ReadSources> {
  const read: TextDigest[] = [];
  const failed: FailedText[] = [];
  let room = LARGEST_IMPORT;
  for (const source of sources) {
    progress.report({ message: source.origin.name, increment: 100 / sources.length });
    const result = await readOne(source, room, readDigest, token);
    if ('digest' in result) {
      room -= result.size;
      read.push(result);
    } else {
      failed.push(result);
    }
  }
  return { read, failed };
}

export function throwIfCancelled(token: vscode.CancellationToken): void {
  if (token.isCancellationRequested) {
    throw new vscode.CancellationError();
  }
}

/** @param room bytes that may still be read */
async function readOne(source: Source, room: number, readDigest: ReadDigest, token: vscode.CancellationToken): Promise<(TextDigest & { readonly size: number }) | FailedText> {
  const { origin, name } = source;
  try {
    const bytes = await source.bytes(token);
    const size = bytes.length;
    if (size > room) {
      return { origin, problem: vscode.l10n.t('The texts before it are as much as Lectern reads at once. Import it on its own.') };
    }
    const digest = await readDigest(bytes, name, token);
    throwIfCancelled(token);
    const reason = digest.problems.find(({ severity }) => severity === 'rejected')?.reason ?? vscode.l10n.t('No papers were found in it.');
    return digest.papers.length > 0 ? { origin, digest, size } : { origin, problem: reason };
  } catch (error) {
    throwIfCancelled(token);
    if (error instanceof ReaderError) {
      return { origin, problem: error.message };
    }
    throw error;
  }
}
