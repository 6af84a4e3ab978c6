import assert from 'node:assert/strict';
import { arxivAtom } from '../../../src/core/papers/formats/arxiv-atom';
import { assertSound, onlyPaper } from './reading';
import { answer, entry } from './feeds';

const MORE = `<arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1145/3292500.3330701</arxiv:doi>
    <link title="doi" href="http://dx.doi.org/10.1145/3292500.3330701" rel="related"/>
    <arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">12 pages,
  3 figures</arxiv:comment>
    <arxiv:journal_ref xmlns:arxiv="http://arxiv.org/schemas/atom">Phys.Rev. D76 (2007) 013009</arxiv:journal_ref>
    `;

describe('an answer of the arXiv query API', () => {
  it('gives every field of an entry', () => {
    const text = answer(entry('2205.14135v2', 'FlashAttention: Fast and\n  Memory-Efficient', MORE));
    const digest = arxivAtom.read({ text });
    assert.deepEqual(digest.problems, []);
    assert.deepEqual(digest.lines, [8]);
    assert.equal(digest.title, 'arXiv query: all:attention');
    assert.equal(digest.date, '2024-05-28');
    assert.match(digest.id, /^arxiv-query-[0-9a-z]{7}$/u);
    assert.deepEqual(onlyPaper(digest), {
      title: 'FlashAttention: Fast and Memory-Efficient',
      abstract: 'Transformers are slow & memory-hungry on long sequences, since $x < y$.\n\nWe propose a second paragraph.',
      authors: ['Tri Dao', 'Daniel Y. Fu'],
      published: '2022-05-27',
      updated: '2023-06-02',
      arxivId: '2205.14135',
      arxivVersion: 2,
      doi: '10.1145/3292500.3330701',
      categories: ['cs.LG', 'cs.AI'],
      venue: 'Phys.Rev. D76 (2007) 013009',
      remark: '12 pages, 3 figures',
      url: 'https://arxiv.org/abs/2205.14135',
      extra: { arxiv: { affiliations: [{ name: 'Daniel Y. Fu', affiliation: ['Stanford'] }] } },
    });
  });

  it('reads identifiers from before 2007, with and without a subject class', () => {
    const text = answer(entry('hep-ex/0307015v1', 'One') + entry('math.GT/0309136', 'Two'));
    assert.deepEqual(arxivAtom.read({ text }).papers.map(({ arxivId, arxivVersion }) => [arxivId, arxivVersion]), [['hep-ex/0307015', 1], ['math/0309136', undefined]]);
  });

  it('takes a DOI that arXiv gives for the identifier of the preprint', () => {
    const doi = '<arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.48550/arXiv.2205.14135</arxiv:doi>';
    assert.equal(onlyPaper(arxivAtom.read({ text: answer(entry('2205.14135v1', 'T', doi)) })).doi, undefined);
  });

  it('does not care for the prefixes of namespaces', () => {
    const text = answer(entry('2205.14135v2', 'T', MORE)).replace(/<(\/?)(?=feed|link|title|id|updated|entry|published|summary|author|name|category)/gu, '<$1ns0:').replace('xmlns=', 'xmlns:ns0=').replaceAll('arxiv:', 'ns1:').replaceAll('xmlns:arxiv', 'xmlns:ns1');
    assert.ok(arxivAtom.recognise(text) >= 0.9);
    assert.deepEqual(onlyPaper(arxivAtom.read({ text })), onlyPaper(arxivAtom.read({ text: answer(entry('2205.14135v2', 'T', MORE)) })));
  });

  it('makes an error a problem in arXiv’s own words, and not a paper', () => {
    const text = answer(`  <entry>
    <id>http://arxiv.org/api/errors#start_must_be_non_negative</id>
    <title>Error</title>
    <summary>start must be non-negative</summary>
    <author><name>arXiv api core</name></author>
  </entry>
`);
    const { papers, problems } = arxivAtom.read({ text });
    assert.deepEqual(papers, []);
    assert.deepEqual(problems, [{ line: 8, reason: 'arXiv answered with an error: start must be non-negative', severity: 'rejected' }]);
  });

  it('does not take a paper titled “Error” for an error', () => {
    assert.equal(onlyPaper(arxivAtom.read({ text: answer(entry('2205.14135v2', 'Error')) })).title, 'Error');
  });

  it('without entries says that the query found nothing', () => {
    const { papers, problems } = arxivAtom.read({ text: answer('', 'search_query=&amp;id_list=0808.05394') });
    assert.deepEqual(papers, []);
    assert.equal(problems.length, 1);
    assert.equal(problems[0]?.severity, 'warning');
    assert.match(problems[0].reason, /found nothing.*0808\.05394/u);
  });

  it('that was cut off keeps every complete entry and reports the rest', () => {
    const text = answer(entry('2205.14135v2', 'First') + entry('2205.14136v1', 'Second'));
    for (let end = text.indexOf('Second') + 10; end < text.indexOf('</entry>', text.indexOf('Second')); end += 7) {
      const cut = text.slice(0, end);
      const digest = arxivAtom.read({ text: cut });
      assertSound(digest, cut);
      assert.equal(digest.papers[0]?.title, 'First');
      assert.ok(digest.problems.some(({ line, reason }) => line >= 30 && reason.includes('cut off')), cut.slice(-40));
    }
  });

  it('loses only the entry that is damaged', () => {
    const entries = ['One', 'Two', 'Three'].map((title, index) => entry(`2205.1413${index}v1`, title));
    const [one = '', two = '', three = ''] = entries;
    const whole = arxivAtom.read({ text: answer(entries.join('')) }).papers;
    for (const damaged of [two.replace('</entry>', ''), two.replace('<title>', '<title><![CDATA['), two.replace('<summary>', '<!-- '), two.replace('href="', 'href='), two.replace('</title>', ''), two.replace('<entry>', '')]) {
      const { papers, problems } = arxivAtom.read({ text: answer(one + damaged + three) });
      for (const intact of [whole[0], whole[2]]) {
        assert.ok(papers.some((paper) => JSON.stringify(paper) === JSON.stringify(intact)), damaged);
      }
      assert.ok(papers.length === 3 || problems.length > 0, damaged);
    }
  });

  it('does not expand entities that a document type declares', () => {
    const laughs = '<!DOCTYPE feed [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>';
    const text = answer(entry('2205.14135v2', 'Title &c; &#x41;')).replace('<feed', `${laughs}<feed`);
    const digest = arxivAtom.read({ text });
    assert.equal(onlyPaper(digest).title, 'Title &c; A');
    assert.match(digest.problems[0]?.reason ?? '', /entities/u);
  });

  it('leaves out an entry that is nested too deeply, and no other', () => {
    const deep = `${'<a>'.repeat(100_000)}x`;
    const digest = arxivAtom.read({ text: answer(entry('2205.14135v2', 'One', deep) + entry('2205.14136v2', 'Two')) });
    assert.deepEqual(digest.papers.map(({ title }) => title), ['Two']);
    assert.match(digest.problems[0]?.reason ?? '', /too deeply/u);
  });
});
