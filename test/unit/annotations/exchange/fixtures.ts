import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readAnnotations } from '../../../../src/core/annotations/exchange/read-annotations';
import type { ReadAnnotation, ReadAnnotations } from '../../../../src/core/annotations/exchange/foreign-annotation';

export const NOW = '2026-01-09T12:00:00Z';

export const FIXTURES = ['hypothesis-search', 'zotero-web-api', 'zotero-reader', 'w3c-foreign'] as const;

export function fixture(name: string): string {
  return readFileSync(path.join('test', 'fixtures', 'annotations', `${name}.json`), 'utf8');
}

export function read(text: string): ReadAnnotations {
  return readAnnotations(new TextEncoder().encode(text), NOW);
}

/** In short: what each annotation says. */
export function words({ annotation }: ReadAnnotation): string {
  return [annotation.target?.exact, annotation.comment].filter((part) => part !== undefined && part !== '').join(' | ');
}
