import type { ImportPreview, NewRecord } from '../../../src/core/papers/import-preview';
import type { PendingImport } from '../../../src/features/imports/pending';
import { aPaper, digestOf } from '../papers/pages';

/** As many new records as asked for: `Paper 1`, `Paper 2`, … on the lines 10, 20, …. */
export function newRecords(count: number): readonly NewRecord[] {
  return Array.from({ length: count }, (_, index) => ({ line: (index + 1) * 10, paper: { title: `Paper ${index + 1}`, abstract: 'An abstract.' } }));
}

export function aPreview(parts: Partial<ImportPreview> = {}): ImportPreview {
  return { digest: digestOf('2026-01-09', [aPaper()]), added: [], changed: [], duplicates: [], ...parts };
}

export function pendingOf(...previews: readonly ImportPreview[]): PendingImport {
  return { read: previews.map((preview, index) => ({ origin: { name: `text-${index + 1}.txt` }, preview })), failed: [] };
}
