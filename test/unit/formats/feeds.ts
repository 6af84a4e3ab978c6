/** An answer as the API writes it; `entries` go between its head and its end. */
export function answer(entries: string, query = 'search_query=all:attention&amp;id_list=&amp;start=0&amp;max_results=10'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <link href="http://arxiv.org/api/query?${query}" rel="self" type="application/atom+xml"/>
  <title type="html">ArXiv Query: ${query}</title>
  <id>http://arxiv.org/api/cHxbiOdZaP56ODnBPIenZhzg5f8</id>
  <updated>2024-05-28T00:00:00-04:00</updated>
  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">1000</opensearch:totalResults>
${entries}</feed>
`;
}

/** A preprint of the API's answer. */
export function entry(id: string, title: string, more = ''): string {
  return `  <entry>
    <id>http://arxiv.org/abs/${id}</id>
    <updated>2023-06-02T01:02:03Z</updated>
    <published>2022-05-27T17:00:00Z</published>
    <title>${title}</title>
    <summary>  Transformers are slow &amp; memory-hungry on long
sequences, since $x &lt; y$.
  We propose a second
paragraph.
</summary>
    <author><name>Tri Dao</name></author>
    <author>
      <name>Daniel Y. Fu</name>
      <arxiv:affiliation xmlns:arxiv="http://arxiv.org/schemas/atom">Stanford</arxiv:affiliation>
    </author>
    ${more}<link href="http://arxiv.org/abs/${id}" rel="alternate" type="text/html"/>
    <link title="pdf" href="http://arxiv.org/pdf/${id}" rel="related" type="application/pdf"/>
    <arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
    <category term="cs.AI" scheme="http://arxiv.org/schemas/atom"/>
    <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
  </entry>
`;
}

/** arXiv's daily feed as it is served. */
export function channel(items: string, title = 'cs.CL updates on arXiv.org', link = 'http://rss.arxiv.org/rss/cs.CL'): string {
  return `<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" version="2.0">
  <channel>
    <title>${title}</title>
    <link>${link}</link>
    <description>${title}</description>
    <atom:link href="${link}" rel="self" type="application/rss+xml"/>
    <lastBuildDate>Wed, 29 May 2024 04:00:05 +0000</lastBuildDate>
    <pubDate>Wed, 29 May 2024 00:00:00 -0400</pubDate>
    <skipDays><day>Sunday</day><day>Saturday</day></skipDays>
${items}  </channel>
</rss>
`;
}

/** An announcement of that feed. */
export function item(id: string, type: string, more = ''): string {
  return `    <item>
      <title>Title of ${id}</title>
      <link>https://arxiv.org/abs/${id.replace(/v\d+$/u, '')}</link>
      <description>arXiv:${id} Announce Type: ${type} 
Abstract: We study p&lt;q and q&gt;r.
Second line.</description>
      <guid isPermaLink="false">oai:arXiv.org:${id}</guid>
      <category>cs.CL</category>
      <category>cs.LG</category>
      <pubDate>Wed, 29 May 2024 00:00:00 -0400</pubDate>
      <arxiv:announce_type>${type}</arxiv:announce_type>
      <dc:rights>http://creativecommons.org/licenses/by/4.0/</dc:rights>
      <dc:creator>Tri Dao, Daniel Y. Fu (Stanford, CA), Martin King, Jr.</dc:creator>
${more}    </item>
`;
}
