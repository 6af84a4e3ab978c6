import type { PaperFields } from '../../../src/core/papers/paper';

/** Papers as the pages and answers of Daily Papers print them, for tests that read them back. */

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The page with the address of each link on a line of its own. */
export function printUrlsPage(day: string, papers: readonly PaperFields[]): string {
  const header = ['# Daily Papers - Hugging Face', '', ' Hugging Face', '', 'https://huggingface.co/', '', 'Daily Papers', '', 'by ', '', 'AK', '', 'https://huggingface.co/akhaliq', '', ' and the research community', '', 'Monthly ', '', 'https://huggingface.co/papers/trending', '', day];
  return [...header, ...papers.flatMap(printUrlsPaper)].join('\n');
}

function printUrlsPaper({ title, abstract, authorCount, organisation, published, comments, upvotes, arxivId = '' }: PaperFields): string[] {
  const page = `https://huggingface.co/papers/${arxivId}`;
  const who = organisation === undefined ? ['[', `${authorCount ?? 0} authors](${page})`] : [` ${organisation.name}`, `https://huggingface.co/${organisation.slug}`];
  const talk = comments === undefined ? [] : [String(comments), `${page}#community`];
  return [` [-] ${upvotes ?? '-'}`, `https://huggingface.co/login?next=%2Fpapers%2F${arxivId}`, title, page, abstract, page, ...who, '·', shownDate(published), ...talk].flatMap((line) => ['', line]);
}

/** What tools make of the page in Markdown. */
export function printMarkdownPage(day: string, papers: readonly PaperFields[]): string {
  const header = ['# Daily Papers', '', '## by [![](https://huggingface.co/front/assets/papers-by.png)AK](https://huggingface.co/akhaliq) and the research community', '', '- Daily', '- Weekly', '- Monthly', '', day];
  return [...header, ...papers.flatMap(printMarkdownPaper)].join('\n');
}

function printMarkdownPaper({ title, abstract, authorCount, organisation, published, comments, upvotes, arxivId = '' }: PaperFields): string[] {
  const page = `https://huggingface.co/papers/${arxivId}`;
  const who = organisation === undefined ? `[- ${authorCount ?? 0} authors](${page})` : `[![${organisation.slug}](https://cdn.example/a.png)${organisation.name}](https://huggingface.co/${organisation.slug})`;
  const talk = comments === undefined ? '' : `[${comments}](${page}#community)`;
  return [`[${upvotes ?? '-'}](https://huggingface.co/login?next=%2Fpapers%2F${arxivId})`, `### [${title}](${page})`, abstract, who, '·', `${shownDate(published)}${talk}`].flatMap((line) => ['', line]);
}

/** The page as HTML, without the data that real pages carry besides. */
export function printHtmlPage(day: string, papers: readonly PaperFields[]): string {
  const header = '<!DOCTYPE html>\n<html><head><title>Daily Papers - Hugging Face</title><script>const page = "<article>";</script></head>\n<body><main><h1>Daily Papers</h1>\n<h2>by <a href="/akhaliq"><img src="a.png">AK</a> and the research community</h2>';
  return `${header}\n<div><div>${day}</div></div>\n${papers.map(printArticle).join('\n')}\n</main></body></html>\n`;
}

function printArticle({ title, abstract, authorCount, organisation, published, comments, upvotes, arxivId = '' }: PaperFields): string {
  const page = `/papers/${arxivId}`;
  const who = organisation === undefined ? `<a href="${page}"><ul><li><img src="b.png"></li><li><div>${authorCount ?? 0} authors</div></li></ul></a>` : `<a href="/${organisation.slug}"><img alt="x" src="c.png"> ${escapeHtml(organisation.name)}</a>`;
  const talk = comments === undefined ? '' : `<a href="${page}#community"><svg><title>comments</title></svg>${comments}</a>`;
  return [
    `<article class="flex"><a href="${page}"><img src="d.png"></a>`,
    `<div>Submitted by <a href="/someone"><img src="e.png">someone</a></div>`,
    `<a href="/login?next=%2Fpapers%2F${arxivId}"><input type="checkbox"><div>${upvotes ?? '-'}</div></a>`,
    `<h3><a href="${page}">${escapeHtml(title)}</a></h3><p>${escapeHtml(abstract)}</p>`,
    `${who} <span>·</span> <span>${shownDate(published)}</span>${talk}</article>`,
  ].join('\n');
}

/** The same page with the data that its scripts take over. */
export function printHydratedPage(period: string, papers: readonly PaperFields[]): string {
  const data = { periodType: 'day', dateString: period, dailyPapers: papers.map((paper) => apiItem(paper, `${period}T01:02:03.456Z`)) };
  return `<!DOCTYPE html>\n<html><body><main>\n<div class="SVELTE_HYDRATER contents" data-target="DailyPapers" data-props="${escapeHtml(JSON.stringify(data))}"><section></section></div></main></body></html>`;
}

/** A record of `GET /api/daily_papers`. */
export function apiItem(paper: PaperFields, listed: string): Record<string, unknown> {
  const { title, abstract, authors = [], organisation, published, comments, upvotes, arxivId } = paper;
  return {
    paper: {
      id: arxivId,
      authors: authors.map((name) => ({ _id: '1', name, hidden: false })),
      publishedAt: published === undefined ? null : `${published}T17:00:00.000Z`,
      title: title.replace(/ (?=\S+$)/u, '\n  '),
      summary: abstract,
      ...(upvotes === undefined ? {} : { upvotes }),
      ...(organisation === undefined ? {} : { organization: { _id: '2', name: organisation.slug, fullname: organisation.name } }),
    },
    publishedAt: listed,
    title,
    numComments: comments ?? null,
  };
}

export function escapeHtml(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');
}

function shownDate(published = ''): string {
  const [year, month, day] = published.split('-');
  return `${MONTHS[Number(month) - 1] ?? ''} ${Number(day)}, ${year ?? ''}`;
}
