import assert from 'node:assert/strict';
import { dailyPapersHtml } from '../../../src/core/papers/formats/daily-papers-html';
import { dailyPapersMarkdown } from '../../../src/core/papers/formats/daily-papers-markdown';
import type { PaperFields } from '../../../src/core/papers/paper';
import { printHtmlPage, printHydratedPage, printMarkdownPage } from './printed-pages';

const PAPER: PaperFields = {
  title: 'Quiet <Kernels> & more',
  abstract: 'We time *nothing* at 77\\% of $a_{t}$, with <think> tags and "quotes", see https://github.com/acme/quiet for what we did in the end.',
  authorCount: 4, published: '2025-12-03', comments: 2, upvotes: 31, arxivId: '2512.00001', url: 'https://huggingface.co/papers/2512.00001',
};

describe('a Daily Papers page saved as HTML', () => {
  it('gives what it shows, to the letter', () => {
    const digest = dailyPapersHtml.read({ text: printHtmlPage('Jan 12', [PAPER]) });
    assert.deepEqual([digest.id, digest.papers, digest.problems], ['daily-papers-2026-01-12', [PAPER], []]);
  });

  it('gives its data rather than what it shows, and falls back on that', () => {
    const hydrated = printHydratedPage('2026-01-12', [{ ...PAPER, authors: ['Ada Example'] }]);
    const shown = printHtmlPage('Jan 12', [PAPER]).replace(/^[^]*<main>/u, '');
    const both = hydrated.replace('<section></section>', shown);
    assert.deepEqual(dailyPapersHtml.read({ text: both }).papers[0]?.authors, ['Ada Example']);
    const broken = both.replace(/data-props="[^"]*"/u, 'data-props="{&quot;dailyPapers&quot;:"');
    assert.deepEqual(dailyPapersHtml.read({ text: broken }).papers, [PAPER]);
  });

  it('takes its day from the address that the browser noted', () => {
    const text = printHtmlPage('', [PAPER]).replace('<html>', '<!-- saved from url=(0049)https://huggingface.co/papers/date/2025-12-05 --><html>');
    assert.equal(dailyPapersHtml.read({ text }).id, 'daily-papers-2025-12-05');
  });

  it('without links to vote has its counts as numbers', () => {
    const text = printHtmlPage('Jan 12', [PAPER]).replace(/<a href="\/login[^>]*>(.*?)<\/a>/u, '<label>$1</label>');
    assert.deepEqual(dailyPapersHtml.read({ text }).papers, [PAPER]);
  });

  it('is not confused by scripts, styles, pictures and open tags', () => {
    const text = printHtmlPage('Jan 12', [PAPER]).replace('<main>', '<main><p><div><span><style>h3{}</style><svg><title>x</title></svg><script>"<h3><a href=/papers/2401.00001>No</a></h3>"</script><b>');
    assert.deepEqual(dailyPapersHtml.read({ text }).papers, [PAPER]);
  });

  it('of 200,000 nested elements is read like any other', () => {
    const text = `<html>${'<div>'.repeat(200_000)}${printHtmlPage('Jan 12', [PAPER])}${'</span>'.repeat(200_000)}`;
    assert.deepEqual(dailyPapersHtml.read({ text }).papers, [PAPER]);
  });
});

describe('a Daily Papers page in Markdown', () => {
  const plain = { ...PAPER, title: 'Quiet Kernels' };

  it('gives what it shows, to the letter', () => {
    const digest = dailyPapersMarkdown.read({ text: printMarkdownPage('Jan 12', [plain]) });
    assert.deepEqual([digest.id, digest.papers, digest.problems], ['daily-papers-2026-01-12', [plain], []]);
  });

  it('may have been written by a tool that escapes signs', () => {
    const text = '# Daily Papers\n\nJan 12\n\n### [Quiet Kernels](https://huggingface.co/papers/2512.00001)\n\nWe time nothing with a \\_sign\\_ that is \\*not\\* emphasis, and say so in a sentence that is long enough to be one.\n\n4 authors · Dec 3, 2025 · 2 comments\n';
    assert.match(dailyPapersMarkdown.read({ text }).papers[0]?.abstract ?? '', /a _sign_ that is \*not\* emphasis/u);
  });

  it('may have links around abstracts and dates beside counts', () => {
    const text = '# Daily Papers\n\nOct 2\n\n[101](https://huggingface.co/login?next=%2Fpapers%2F2606.00683)\n\n### [Quiet\\  Kernels](https://huggingface.co/papers/2606.00683)\n\n[We time nothing in a line that\\\\\nis broken.](https://huggingface.co/papers/2606.00683)\n\n[- ![](https://cdn.example/a.jpg)\\\\\n- 3 authors](https://huggingface.co/papers/2606.00683)\n\n·\n\nMay 29[6](https://huggingface.co/papers/2606.00683#community)\n';
    const { papers, id } = dailyPapersMarkdown.read({ text });
    assert.equal(id, 'daily-papers-2026-10-02');
    assert.deepEqual(papers, [{
      title: 'Quiet Kernels', abstract: 'We time nothing in a line that\nis broken.', authorCount: 3, published: '2026-05-29', comments: 6, upvotes: 101,
      arxivId: '2606.00683', url: 'https://huggingface.co/papers/2606.00683',
    }]);
  });

  it('may be a list as people write it', () => {
    const text = [
      '# Reading list', '', '## Kernels', '',
      '- [First Title of All](https://arxiv.org/abs/2401.00001v2) - 24 upvotes',
      '- **[Second: a Title](https://huggingface.co/papers/2401.00002)** (👍 12)',
      '1. [Third One](/papers/2401.00003) · 12 authors · May 3, 2025 · [arXiv](https://arxiv.org/abs/2401.00003) [code](https://github.com/acme/third)',
      '   - Authors: Ada Example, Bo Sample and Cy Case',
    ].join('\n');
    const { papers, lines } = dailyPapersMarkdown.read({ text });
    assert.deepEqual(lines, [5, 6, 7]);
    assert.deepEqual(papers.map(({ title, arxivId, upvotes }) => [title, arxivId, upvotes]), [['First Title of All', '2401.00001', 24], ['Second: a Title', '2401.00002', 12], ['Third One', '2401.00003', undefined]]);
    const [first, , third] = papers;
    assert.equal(first?.url, 'https://arxiv.org/abs/2401.00001');
    assert.deepEqual([third?.authors, third?.authorCount, third?.published, third?.repository], [['Ada Example', 'Bo Sample', 'Cy Case'], 12, '2025-05-03', 'https://github.com/acme/third']);
  });

  it('may be a table', () => {
    const text = '| # | Paper | Upvotes |\n|---|---|---|\n| 1 | [Fourth One](https://huggingface.co/papers/2401.00004) | 77 |\n';
    assert.deepEqual(dailyPapersMarkdown.read({ text }).papers.map(({ title, upvotes }) => [title, upvotes]), [['Fourth One', 77]]);
  });

  it('that says everything twice, for two widths of the page, has each paper once', () => {
    const page = printMarkdownPage('Jan 12', [plain, { ...plain, arxivId: '2512.00002', url: 'https://huggingface.co/papers/2512.00002' }]);
    assert.equal(dailyPapersMarkdown.read({ text: `${page}\n${page.slice(page.indexOf('[31]'))}` }).papers.length, 2);
  });
});
