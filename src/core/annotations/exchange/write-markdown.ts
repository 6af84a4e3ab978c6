import { papersAsMarkdownList } from '../../citations/markdown-list';
import { escapeMarkdown } from '../../papers/markdown';
import type { Annotation, Thread } from '../annotation';
import { threadsOf } from '../threads';
import type { ExportedPaper } from './exported-paper';

/** Annotations as a Markdown document, by paper: its citation, then each quotation with comment, tags and replies. Comments are Markdown and stay so. */
export function annotationsAsMarkdown(papers: readonly ExportedPaper[]): string {
  return `# Annotations\n\n${papers.map(sectionOf).join('\n')}`;
}

function sectionOf({ key, paper, annotations }: ExportedPaper): string {
  const citation = paper === undefined ? [] : [papersAsMarkdownList([paper]).replace(/^- /u, '').trimEnd()];
  const parts = [`## ${escapeMarkdown(paper?.title ?? key)}`, ...citation, `Key: @${key}`, ...threadsOf(annotations).map(threadText)];
  return `${parts.join('\n\n')}\n`;
}

function threadText({ first, replies }: Thread): string {
  const quote = first.target === undefined ? [] : [prefixed(escapeMarkdown(first.target.exact), '> ')];
  const answers = replies.map((reply) => `- ${prefixed(`${factsOf(reply)}\n\n${reply.comment}`.trimEnd(), '  ').trimStart()}`);
  return [...quote, factsOf(first), first.comment.trim(), answers.join('\n')].filter((part) => part !== '').join('\n\n');
}

/** What kind it is, its state, its tags, who wrote it and when. */
function factsOf({ kind, colour, target, replyTo, tags, resolved, detached, creator, generator, created }: Annotation): string {
  const what = kind ?? (replyTo !== undefined ? undefined : target === undefined ? 'remark' : `${colour} highlight`);
  const states = [...(resolved ? ['resolved'] : []), ...(detached ? ['detached'] : [])];
  const writer = creator ?? (generator === undefined ? undefined : `${generator} (program)`);
  const facts = [...(what === undefined ? [] : [what]), ...states, ...tags.map((tag) => `#${tag}`), ...(writer === undefined ? [] : [writer]), created.slice(0, 10)];
  return `*${facts.map(escapeMarkdown).join(' · ')}*`;
}

function prefixed(text: string, prefix: string): string {
  return text.replace(/^/gmu, prefix);
}
