import { escapeMarkdown } from '../papers/markdown';
import type { IsoDate, Paper, PaperKey } from '../papers/paper';
import { serialiseFrontMatter } from './front-matter';

const SECTIONS = ['Why I read it', 'What it claims', 'What I tried', 'Conclusion'];

/** A new note about a paper: front matter, title, the line that cites it, and a section for each thing worth writing down. */
export function paperNote(paper: Pick<Paper, 'key' | 'title'>, { created }: { readonly created: IsoDate }): string {
  const title = oneLine(paper.title);
  const fields = { paper: paper.key, title, created, tags: [] };
  const sections = SECTIONS.map((section) => `## ${section}\n`);
  return serialiseFrontMatter(fields, `\n# ${escapeMarkdown(title)}\n\n@paper:${paper.key}\n\n${sections.join('\n')}`);
}

/**
 * Name of a paper's note.
 *
 * @param attempt from the second on the name is numbered, for when the plain one belongs to something else
 */
export function noteFileName(key: PaperKey, attempt = 1): string {
  const name = key.toLowerCase().replace(/[^a-z0-9-]+/gu, '-').slice(0, 64) || 'note';
  return attempt === 1 ? `${name}.md` : `${name}-${attempt}.md`;
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
