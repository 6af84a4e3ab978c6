import type { DemoEntry } from '../../core/catalog/catalog';
import type { Paper } from '../../core/papers/paper';
import type { Papers } from '../../platform/stores';

/** The papers of the library that a demo is about, by exact title. */
export async function papersOf({ paperTitles }: DemoEntry, papers: Papers): Promise<readonly Paper[]> {
  return (await papers.library()).papers.filter(({ title }) => paperTitles.includes(title));
}
