import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Marked, type Token } from 'marked';
import { buildLibrary } from '../../../src/core/papers/library';
import { escapeMarkdown, paperAsMarkdown } from '../../../src/core/papers/markdown';
import { aPaper, bundledDigest } from './pages';

/** Kinds of all tokens, those inside others included. */
function kinds(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token) => [token.type, ...('tokens' in token ? kinds(token.tokens ?? []) : [])]);
}

const headings = (markdown: string) => new Marked().lexer(markdown).filter((token) => token.type === 'heading').map((token) => token.raw.trim());

describe('a paper as Markdown', () => {
  it('has title, facts, abstract and links', () => {
    const paper = aPaper({
      title: 'HAPO: Reason <1 s',
      abstract: 'First *paragraph*.\n\nSecond, 77\\%: https://github.com/o/n_m.',
      authors: ['A. One', 'B_Two'],
      authorCount: 2,
      organisation: { slug: 'google', name: 'Google' },
      published: '2025-05-16',
      comments: 0,
      upvotes: 12,
      arxivId: '2505.11225',
      doi: '10.1/x_y',
    });
    assert.equal(
      paperAsMarkdown(paper),
      `# HAPO: Reason \\<1 s

- Authors: A. One, B\\_Two
- Organisation: Google
- Published: 16 May 2025
- Comments: 0
- Upvotes: 12
- arXiv: [2505.11225](<https://arxiv.org/abs/2505.11225>)
- DOI: [10.1/x\\_y](<https://doi.org/10.1/x_y>)
- Listed in: daily-papers-2026-01-09
- Key: hapo

## Abstract

First *paragraph*.

Second, 77\\%: https://github.com/o/n_m.

## Links

- [o/n\\_m](<https://github.com/o/n_m>)
`,
    );
  });

  it('says no more than is known', () => {
    assert.equal(paperAsMarkdown(aPaper({ abstract: '', authors: [], authorCount: 3 })), '# HAPO: A Title\n\n- Authors: 3\n- Listed in: daily-papers-2026-01-09\n- Key: hapo\n\n## Abstract\n');
  });

  it('keeps every bundled abstract to the letter', () => {
    for (const paper of buildLibrary([bundledDigest]).papers) {
      assert.ok(paperAsMarkdown(paper).includes(`\n\n${paper.abstract}\n`), paper.key);
    }
  });

  it('cannot be given a heading, HTML or a link by its title or facts', () => {
    const hostile = 'X\n# Y\r\n<script>alert(1)</script> [a](javascript:b) ![i](https://e.org) https://e.org www.e.org me@e.org `c` &lt; **d** ~~e~~ \u202Ef';
    const markdown = paperAsMarkdown(aPaper({ title: hostile, authors: [hostile], organisation: { slug: 'x', name: hostile }, arxivId: hostile, doi: '>)](x)', digests: [hostile] }));
    assert.deepEqual(headings(markdown).map((heading) => heading.slice(0, 4)), ['# X ', '## A']);
    const found = new Set(kinds(new Marked().lexer(markdown)));
    for (const kind of ['html', 'link', 'image', 'codespan', 'strong', 'del', 'em']) {
      assert.ok(!found.has(kind), kind);
    }
    assert.ok(!markdown.includes('\u202E'));
  });
});

describe('escaped text', () => {
  const render = (text: string) => new Marked().parse(`# ${escapeMarkdown(text)}`, { async: false });
  const asText = (html: string) => html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

  it('renders as the words it is, in a heading and in a list', () => {
    const piece = fc.oneof(fc.constantFrom('#', '*', '_', '`', '[', ']', '(', ')', '<', '>', '&amp;', '\\', '|', '~', '!', 'https://e.org', 'www.e.org', 'a@b.org', '1.', '-', '+', '=', '\n', '$', 'word', ' '), fc.string({ maxLength: 4 }));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const plain = text.replace(/\s+/gu, ' ').trim();
        fc.pre(plain !== '');
        assert.equal(asText(render(text)), `<h1>${plain}</h1>\n`);
        assert.equal(asText(new Marked().parse(`- ${escapeMarkdown(text)}`, { async: false })), `<ul>\n<li>${plain}</li>\n</ul>\n`);
      }),
      { numRuns: 500 },
    );
  });
});
