import * as vscode from 'vscode';
import { fromBase64 } from '../../core/base64';
import { ReaderError } from '../../platform/errors';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * The bytes of a picture that a page sent.
 *
 * @param base64 without prefix
 * @throws ReaderError when it is no PNG
 */
export function pngBytes(base64: string): Uint8Array {
  const bytes = fromBase64(base64);
  if (bytes === undefined || SIGNATURE.some((byte, index) => bytes[index] !== byte)) {
    throw new ReaderError(vscode.l10n.t('The page sent a picture that is not a PNG file. Nothing was written.'));
  }
  return bytes;
}
