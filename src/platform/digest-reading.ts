import type * as vscode from 'vscode';
import type { Digest } from '../core/papers/digest';

/**
 * Reads a text that may be a digest of any form. A text of none is a digest without papers, whose problem says so.
 *
 * @param name of the file, without folders, where there is one
 * @throws CancellationError when the token is cancelled
 */
export type ReadDigest = (bytes: Uint8Array, name: string | undefined, token: vscode.CancellationToken) => Promise<Digest>;
