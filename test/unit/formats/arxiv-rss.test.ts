import assert from 'node:assert/strict';
import { splitCreators } from '../../../src/core/papers/formats/arxiv-announcement';
import { arxivRss } from '../../../src/core/papers/formats/arxiv-rss';
import { onlyPaper } from './reading';
import { channel, item } from './feeds';

describe('arXiv’s daily feed', () => {
  it('gives every field of an item', () => {
    const more = '      <arxiv:DOI>10.1145/3292500.3330701</arxiv:DOI>\n      <arxiv:journal_reference>Nature 1 (2024)</arxiv:journal_reference>\n';
    const digest = arxivRss.read({ text: channel(item('2405.12345v1', 'new', more)) });
    assert.deepEqual(digest.problems, []);
    assert.equal(digest.id, 'arxiv-cs-cl-2024-05-29');
    assert.equal(digest.date, '2024-05-29');
    assert.deepEqual(digest.lines, [11]);
    assert.deepEqual(onlyPaper(digest), {
      title: 'Title of 2405.12345v1',
      abstract: 'We study p<q and q>r. Second line.',
      authors: ['Tri Dao', 'Daniel Y. Fu', 'Martin King, Jr.'],
      published: '2024-05-29',
      doi: '10.1145/3292500.3330701',
      arxivId: '2405.12345',
      arxivVersion: 1,
      categories: ['cs.CL', 'cs.LG'],
      venue: 'Nature 1 (2024)',
      url: 'https://arxiv.org/abs/2405.12345',
      extra: { arxiv: { announceType: 'new', rights: 'http://creativecommons.org/licenses/by/4.0/', pubDate: 'Wed, 29 May 2024 00:00:00 -0400' } },
    });
  });

  it('dates a replacement as an update, and only a new listing as published', () => {
    const types = ['new', 'cross', 'replace', 'replace-cross'];
    const { papers } = arxivRss.read({ text: channel(types.map((type, index) => item(`2203.0125${index}v3`, type)).join('')) });
    assert.deepEqual(papers.map(({ published, updated, arxivVersion, extra }) => [published, updated, arxivVersion, extra?.arxiv?.['announceType']]), [
      ['2024-05-29', undefined, 3, 'new'],
      ['2024-05-29', undefined, 3, 'cross'],
      [undefined, '2024-05-29', 3, 'replace'],
      [undefined, '2024-05-29', 3, 'replace-cross'],
    ]);
  });

  it('on a day without announcements is empty, and nothing is wrong', () => {
    const digest = arxivRss.read({ text: channel('') });
    assert.deepEqual(digest.papers, []);
    assert.deepEqual(digest.problems.map(({ severity }) => severity), ['warning']);
  });

  it('does not care for the prefixes of namespaces', () => {
    const text = channel(item('2405.12345v1', 'new'));
    assert.deepEqual(arxivRss.read({ text: text.replaceAll('arxiv:', 'ns2:').replaceAll('dc:', 'ns9:').replace('xmlns:arxiv', 'xmlns:ns2').replace('xmlns:dc', 'xmlns:ns9') }).papers, arxivRss.read({ text }).papers);
  });

  it('is read as Atom too', () => {
    const text = `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://www.w3.org/2005/Atom" xml:lang="en-us">
  <id>http://rss.arxiv.org/atom/cs.CL+cs.LG</id>
  <title>cs.CL, cs.LG updates on arXiv.org</title>
  <updated>2024-05-29T04:00:05.1+00:00</updated>
  <link href="http://rss.arxiv.org/atom/cs.CL+cs.LG" rel="self" type="application/atom+xml"/>
  <entry>
    <id>oai:arXiv.org:2203.01250v3</id>
    <title>A Title</title>
    <updated>2024-05-29T04:00:05+00:00</updated>
    <link href="https://arxiv.org/abs/2203.01250" rel="alternate" type="text/html"/>
    <summary>arXiv:2203.01250v3 Announce Type: replace-cross 
Abstract: Words.</summary>
    <category term="cs.CL"/>
    <published>2024-05-29T00:00:00-04:00</published>
    <arxiv:announce_type>replace-cross</arxiv:announce_type>
    <dc:creator>A. Author, B. Author</dc:creator>
  </entry>
</feed>`;
    const digest = arxivRss.read({ text });
    assert.equal(digest.id, 'arxiv-cs-cl-cs-lg-2024-05-29');
    const { abstract, authors, updated, arxivVersion, published } = onlyPaper(digest);
    assert.deepEqual({ abstract, authors, updated, arxivVersion, published }, { abstract: 'Words.', authors: ['A. Author', 'B. Author'], updated: '2024-05-29', arxivVersion: 3, published: undefined });
  });

  it('in the form it had before 2024 is read', () => {
    const text = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="http://arxiv.org/"><title>cs.CL updates on arXiv.org</title><link>http://arxiv.org/</link><dc:date>2023-01-02T20:30:00-05:00</dc:date><items><rdf:Seq><rdf:li rdf:resource="http://arxiv.org/abs/2203.01250"/></rdf:Seq></items></channel>
<item rdf:about="http://arxiv.org/abs/2203.01250"><title>A Title. (arXiv:2203.01250v3 [cs.CL] UPDATED)</title><link>http://arxiv.org/abs/2203.01250</link>
<description rdf:parseType="Literal">&lt;p&gt;We study things
here.&lt;/p&gt;</description><dc:creator> &lt;a href="http://arxiv.org/a/x"&gt;Ann A&lt;/a&gt;, &lt;a href="http://arxiv.org/a/y"&gt;Bob B&lt;/a&gt;</dc:creator></item></rdf:RDF>`;
    const { title, abstract, authors, arxivId, arxivVersion, categories } = onlyPaper(arxivRss.read({ text }));
    assert.deepEqual({ title, abstract, authors, arxivId, arxivVersion, categories }, { title: 'A Title', abstract: 'We study things here.', authors: ['Ann A', 'Bob B'], arxivId: '2203.01250', arxivVersion: 3, categories: ['cs.CL'] });
  });
});

describe('another feed of papers', () => {
  it('gives the identifier from a link, the abstract without HTML, and sorts classes from keywords', () => {
    const text = channel(`<item><title>A &amp;amp; B</title><link>https://arxiv.org/abs/2405.12345</link>
      <description>&lt;p&gt;One &lt;b&gt;bold&lt;/b&gt; &amp;eacute;.&lt;/p&gt;&lt;p&gt;Two&lt;br&gt;lines.&lt;script&gt;no&lt;/script&gt;&lt;/p&gt;</description>
      <content:encoded><![CDATA[<p>More <item>text</p>]]></content:encoded>
      <author>ada@example.org (Ada Example)</author><category>cs.LG</category><category>信号搜索</category>
      <pubDate>Fri, 31 May 2024 04:00:00 +0000</pubDate></item>`, '每日 Digest', 'https://example.org/digest');
    const digest = arxivRss.read({ text });
    assert.equal(digest.id, 'arxiv-digest-2024-05-29');
    assert.deepEqual(digest.problems, []);
    assert.deepEqual(onlyPaper(digest), {
      title: 'A & B',
      abstract: 'One bold é.\n\nTwo\nlines.',
      authors: ['Ada Example'],
      published: '2024-05-31',
      arxivId: '2405.12345',
      categories: ['cs.LG'],
      keywords: ['信号搜索'],
      url: 'https://arxiv.org/abs/2405.12345',
      extra: { arxiv: { pubDate: 'Fri, 31 May 2024 04:00:00 +0000', content: 'More <item>text' } },
    });
  });

  it('does not take the day a digest lists an old preprint for that of its publication', () => {
    const old = channel('<item><title>T</title><link>https://arxiv.org/abs/2101.12345</link><pubDate>Fri, 31 May 2024 04:00:00 +0000</pubDate></item>');
    assert.equal(onlyPaper(arxivRss.read({ text: old })).published, undefined);
  });

  it('in Atom tells the day of publication from that of a change', () => {
    const text = '<feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title>' +
      '<entry><title>One</title><link href="https://a.b/1"/><published>2024-05-01T00:00:00Z</published><updated>2024-05-03T00:00:00Z</updated></entry>' +
      '<entry><title>Two</title><link href="https://a.b/2"/><updated>2024-05-03T00:00:00Z</updated></entry></feed>';
    assert.deepEqual(arxivRss.read({ text }).papers.map(({ published, updated }) => [published, updated]), [['2024-05-01', '2024-05-03'], [undefined, '2024-05-03']]);
  });

  it('may hold papers that are not on arXiv, but no items without a page', () => {
    const text = channel('<item><title>T</title><link>https://example.org/paper</link></item><item><title>No page</title></item><item><link>https://example.org/x</link></item>', 'Blog', 'https://example.org');
    const { papers, problems } = arxivRss.read({ text });
    assert.deepEqual(papers, [{ title: 'T', abstract: '', url: 'https://example.org/paper' }]);
    assert.deepEqual(problems.map(({ severity }) => severity), ['rejected', 'rejected']);
  });

  it('never offers a link of another scheme', () => {
    assert.deepEqual(arxivRss.read({ text: channel('<item><title>T</title><link>javascript:alert(1)</link></item>') }).papers, []);
  });
});

describe('a list of creators', () => {
  const cases: readonly (readonly [list: string, names: readonly string[]])[] = [
    ['A. One, B. Two', ['A. One', 'B. Two']],
    ['A. One (Univ. X, City), B. Two (1 and 2)', ['A. One', 'B. Two']],
    ['Chris (Xiao) Li, Sam King, Jr.', ['Chris (Xiao) Li', 'Sam King, Jr.']],
    ['Lovelace, Ada', ['Ada Lovelace']],
    ['A. One (unclosed, B. Two', ['A. One (unclosed, B. Two']],
    ['', []],
  ];
  for (const [list, names] of cases) {
    it(`is split right: ${JSON.stringify(list)}`, () => assert.deepEqual(splitCreators(list), names));
  }
});
