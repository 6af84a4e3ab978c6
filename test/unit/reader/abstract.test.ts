import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findLinks } from '../../../src/core/papers/links';
import { abstractHtml } from '../../../webview/reader/abstract';
import { formulaHtml } from '../../../webview/reader/formula-html';
import { setFormulasBy } from '../../../webview/reader/formulas';

setFormulasBy(formulaHtml);

/** The HTML with every formula as `{its TeX}`. */
function html(source: string): string {
  return abstractHtml(source, findLinks(source))
    .replace(/<span class="katex">.*?<annotation encoding="application\/x-tex">(.*?)<\/annotation>.*?<\/math><\/span>/gs, '{$1}')
    .trim();
}

/** Names of all elements, closing tags left out. */
function elements(source: string): ReadonlySet<string> {
  return new Set([...abstractHtml(source, findLinks(source)).matchAll(/<([a-z][a-z0-9-]*)/gi)].map(([, name = '']) => name.toLowerCase()));
}

const WORDS: ReadonlySet<string> = new Set(['p', 'br', 'strong', 'em', 'code', 'ul', 'ol', 'li', 'blockquote', 'a', 'span']);

const AS_IT_STANDS: readonly (readonly [string, string, string])[] = [
  ['a lost times sign', 'an estimate of 10times the data', 'an estimate of 10times the data'],
  ['an escaped percent sign', 'achieves 77\\% length reduction', 'achieves 77% length reduction'],
  ['empty braces', 'We posit that {}, with its', 'We posit that {}, with its'],
  ['powers', 'E^2-LLM and A^* search, FaSTA^* and A^*.', 'E^2-LLM and A^* search, FaSTA^* and A^*.'],
  ['underscores', 'a_b_c, _x_ and __init__', 'a_b_c, _x_ and __init__'],
  ['products', '3*x*y is 2*3*4', '3*x*y is 2*3*4'],
  ['tildes', '~10x vs. ~20x and ~~30x~~', '~10x vs. ~20x and ~~30x~~'],
  ['quotes as TeX writes them', "a ``question'' and the ``answer''", 'a ``question&#39;&#39; and the ``answer&#39;&#39;'],
  ['single quotes as TeX writes them', "`less is more' and a `long reader'", '`less is more&#39; and a `long reader&#39;'],
  ['commands of TeX in the text', 'with \\textbf{bold} and {\\em old}', 'with \\textbf{bold} and {\\em old}'],
  ['a price', 'for as little as $5 per paper', 'for as little as $5 per paper'],
  ['two prices', 'between $20 and $30, or $5-$10', 'between $20 and $30, or $5-$10'],
  ['prices around a word', 'at $5 per paper, or 4$.', 'at $5 per paper, or 4$.'],
  ['a price in US dollars', 'only US$44 or US$45.', 'only US$44 or US$45.'],
  ['words between dollars', 'of $textbf{specialist} and textbf{generalist}$ models', 'of $textbf{specialist} and textbf{generalist}$ models'],
  ['brackets', 'tokens [RET] and [x, y, z] and GPT-[n]', 'tokens [RET] and [x, y, z] and GPT-[n]'],
  ['a number sign at the start', '# 1 in the ranking', '# 1 in the ranking'],
  ['an address at', 'pass@1.5 and NDCG@10', 'pass@1.5 and NDCG@10'],
  ['TeX that cannot be read', 'a $\\notACommand{x}$ b', 'a $\\notACommand{x}$ b'],
];

describe('an abstract as HTML', () => {
  for (const [name, source, shown] of AS_IT_STANDS) {
    it(`keeps ${name} as it stands`, () => {
      assert.equal(html(source), `<p>${shown}</p>`);
    });
  }

  it('keeps line breaks and paragraphs', () => {
    assert.equal(html('one\ntwo\n\nthree'), '<p>one<br>two</p>\n<p>three</p>');
  });

  it('shows lines that elsewhere are headings, rules, code or definitions', () => {
    assert.equal(html('Title\n---\n\n    indented\n\n[1]: https://a.org/b'), '<p>Title<br>---</p>\n<p>    indented</p>\n<p>[1]: <a href="https://a.org/b">https://a.org/b</a></p>');
  });

  it('sets emphasis, code, lists and quotes', () => {
    assert.equal(html('*state collapse* of **SWE-Flow** in `code`'), '<p><em>state collapse</em> of <strong>SWE-Flow</strong> in <code>code</code></p>');
    assert.equal(html('- a\n- [x] b\n\n> quote'), '<ul>\n<li>a</li>\n<li>[x] b</li>\n</ul>\n<blockquote>\n<p>quote</p>\n</blockquote>');
  });

  it('sets formulas, also beside brackets and hyphens', () => {
    assert.equal(html('a ($n$) and $k$-means with \\(W_1\\)'), '<p>a ({n}) and {k}-means with {W_1}</p>');
    assert.equal(html('so $$\\sum_{i} a_i$$ holds'), '<p>so {\\sum_{i} a_i} holds</p>');
  });

  it('takes no emphasis out of a formula', () => {
    assert.equal(html('*let $a*b$ be* it'), '<p><em>let {a*b} be</em> it</p>');
  });

  it('makes links of the addresses the core finds and of Markdown links', () => {
    assert.equal(html('at https://github.com/o/n\\_m.'), '<p>at <a href="https://github.com/o/n_m">https://github.com/o/n_m</a>.</p>');
    assert.equal(html('the [page](https://a.org/b)'), '<p>the <a href="https://a.org/b" title="https://a.org/b">page</a></p>');
    assert.equal(html('<https://a.org/b> <a@b.org>'), '<p><a href="https://a.org/b">https://a.org/b</a> <a href="mailto:a@b.org" title="mailto:a@b.org">a@b.org</a></p>');
  });

  it('shows an image as a link of its words', () => {
    assert.equal(html('![a plot](https://a.org/p.png)'), '<p><a href="https://a.org/p.png" title="https://a.org/p.png">a plot</a></p>');
    assert.equal(html('![](https://a.org/p.png)'), '<p><a href="https://a.org/p.png" title="https://a.org/p.png">https://a.org/p.png</a></p>');
  });
});

const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg><script>alert(1)</script><a xlink:href="javascript:alert(1)">x</a></svg>',
  '<math href="javascript:alert(1)"><mtext><style><img src=x onerror=alert(1)></style></mtext></math>',
  '<form action="https://a.org"><input name=a></form>',
  '<style>body{background:url(https://a.org/x)}</style>',
  '<base href="https://evil.org/"><meta http-equiv=refresh content="0;url=https://evil.org">',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<div style="background:url(javascript:alert(1))" onclick="alert(1)">x</div>',
  '<a href="java&#115;cript:alert(1)">x</a>',
  '<!-- --><b>x</b> <![CDATA[ <i>x</i> ]]> <?php x ?>',
  '[x](javascript:alert(1)) [x](JaVaScRiPt:alert(1)) [x](java&#x73;cript:alert(1)) [x](\u0001javascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=) [x](vbscript:x) [x](command:workbench.action.quit) [x](file:///etc/passwd) [x](//evil.org/x)',
  '![x](javascript:alert(1)) ![x](data:image/svg+xml;base64,PHN2Zz4=)',
  '<javascript:alert(1)>',
  '[x]: javascript:alert(1)\n\n[x] [y][x]',
  '[a](https://a.org/"onmouseover="alert(1))',
  '[<img src=x onerror=alert(1)>](https://a.org/ "<b>")',
  '`<script>` **<script>**',
  '$\\href{javascript:alert(1)}{x}$ $\\url{javascript:alert(1)}$ $\\includegraphics{https://a.org/x.png}$',
  '$\\htmlClass{a}{x}$ $\\htmlStyle{color:red}{x}$ $\\htmlData{a=b}{x}$ $\\text{<img src=x onerror=alert(1)>}$',
  '> - 1. <details open ontoggle=alert(1)>',
  '*<b*>x</b>* **_`[</a>](</b>',
];

describe('a hostile abstract', () => {
  for (const source of HOSTILE) {
    it(`stays words: ${source.slice(0, 60)}`, () => {
      const made = abstractHtml(source, findLinks(source));
      const tags = [...made.matchAll(/<[a-z][^>]*>/gi)].map(([tag]) => tag);
      const outside = tags.filter((tag) => !isMaths(tag) && !WORDS.has(/^<([a-z]+)/i.exec(tag)?.[1] ?? ''));
      assert.deepEqual(outside, []);
      assert.deepEqual(tags.filter((tag) => /\s(?:on\w+|style|src|action|srcdoc)\s*=/i.test(tag.replaceAll(/"[^"]*"/g, '""'))), []);
      for (const [, href = ''] of made.matchAll(/\shref="([^"]*)"/g)) {
        assert.match(href, /^(?:https?:\/\/|mailto:)/);
      }
    });
  }

  it('whatever it is, makes elements of text and maths only', () => {
    const pieces = fc.constantFrom('<', '>', '"', "'", '&', '[', '](', ')', '*', '**', '_', '`', '$', '$$', '\\(', '\\)', '\\', '\n', '\n\n', '> ', '- ', '1. ', 'https://a.org/', 'javascript:', '<script>', 'onclick=', '&#106;', ' ', 'a', '{', '}', '^', '!');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const outside = [...elements(parts.join(''))].filter((name) => !WORDS.has(name) && !isMaths(`<${name}`));
        assert.deepEqual(outside, []);
      }),
      { numRuns: 1000 },
    );
  });

  const LONG: readonly (readonly [string, string])[] = [
    ['a megabyte of markup', '*a $x$ <b> '.repeat(100_000)],
    ['thousands of quotes in quotes', `${'>'.repeat(19_000)}a`],
    ['lists in lists', Array.from({ length: 190 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n')],
    ['list markers in a row', `${'* - '.repeat(4900)}a`],
    ['emphasis that never ends', '*a **b '.repeat(2800)],
    ['brackets that never close', '[a]('.repeat(5000)],
    ['backticks', '`a``'.repeat(5000)],
    ['dollars', '$a '.repeat(6600)],
    ['braces in a formula', `$${'{'.repeat(900)}x${'}'.repeat(900)}$`],
    ['macros that grow', '$\\def\\a{\\a\\a}\\a$ '.repeat(1000)],
  ];
  for (const [name, source] of LONG) {
    it(`is set within a second: ${name}`, () => {
      const started = performance.now();
      const made = abstractHtml(source, findLinks(source));
      assert.ok(performance.now() - started < 1000);
      assert.ok(made.includes('a') || made.includes('x'));
    });
  }

  it('is plain paragraphs when it is far too long to be one', () => {
    const made = abstractHtml(`**a** <b>\nc\n\n${'x'.repeat(30_000)}`);
    assert.ok(made.startsWith('<p>**a** &#60;b&#62;<br>c</p>\n<p>xxx'));
  });
});

function isMaths(tag: string): boolean {
  return /^<(?:math|m[a-z]+|semantics|annotation)\b/i.test(tag) && !/^<(?:meta|main|map|mark|marquee|menu|meter|maction)\b/i.test(tag);
}
