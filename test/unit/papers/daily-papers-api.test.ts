import assert from 'node:assert/strict';
import { dailyPapersApi } from '../../../src/core/papers/formats/daily-papers-api';
import type { Digest } from '../../../src/core/papers/digest';

const PAPER = {
  id: '2603.00001',
  authors: [{ _id: '1', name: 'Ada Example', hidden: false, user: { user: 'ada' } }, { name: 'Hidden Person', hidden: true }, { name: '  Bo\n Sample ' }],
  publishedAt: '2026-03-03T18:55:37.000Z',
  title: 'Quiet Kernels: How to Time\n  Nothing',
  summary: 'First line\nsecond line.',
  upvotes: 29,
  discussionId: 'd1',
  projectPage: 'https://quiet.example/',
  githubRepo: 'https://github.com/acme/quiet',
  ai_summary: 'A summary by a machine.',
  ai_keywords: ['timing', 'kernels'],
  organization: { _id: 'o', name: 'acme', fullname: 'Acme Laboratory' },
  withdrawnAt: null,
};
const ITEM = { paper: PAPER, publishedAt: '2026-03-10T03:09:07.772Z', title: 'Quiet Kernels: How to Time Nothing', numComments: 2, thumbnail: 'https://cdn.example/t.png' };

function read(value: unknown): Digest {
  return dailyPapersApi.read({ text: typeof value === 'string' ? value : JSON.stringify(value, undefined, 2) });
}

function item(id: string, listed: string, fields: object = {}): object {
  return { paper: { ...PAPER, id, title: `Paper ${id}` }, publishedAt: listed, title: `Paper ${id}`, ...fields };
}

describe('the Daily Papers API', () => {
  it('gives every field it has, and keeps what is no field of a paper', () => {
    const digest = read([ITEM]);
    assert.deepEqual(digest.problems, []);
    assert.deepEqual([digest.id, digest.title, digest.date, digest.lines], ['daily-papers-2026-03-10', 'Daily Papers, 10 March 2026', '2026-03-10', [2]]);
    assert.deepEqual(digest.papers, [{
      title: 'Quiet Kernels: How to Time Nothing',
      abstract: 'First line\nsecond line.',
      authors: ['Ada Example', 'Bo Sample'],
      authorCount: 2,
      organisation: { slug: 'acme', name: 'Acme Laboratory' },
      published: '2026-03-03',
      comments: 2,
      upvotes: 29,
      arxivId: '2603.00001',
      url: 'https://huggingface.co/papers/2603.00001',
      repository: 'https://github.com/acme/quiet',
      projectPage: 'https://quiet.example/',
      machineSummary: 'A summary by a machine.',
      keywords: ['timing', 'kernels'],
      extra: { 'daily-papers': { discussionId: 'd1', thumbnail: 'https://cdn.example/t.png' } },
    }]);
  });

  it('may have its facts on either level, or none', () => {
    const { githubRepo, ai_summary: summary, organization, ...rest } = PAPER;
    const moved = read([{ ...ITEM, paper: rest, githubRepo, ai_summary: summary, organization }]);
    assert.deepEqual(moved.papers, read([ITEM]).papers);
    const bare = read([{ paper: { id: '2603.00001', title: 'T', summary: 'S', upvotes: null, authors: null }, title: null, publishedAt: null, numComments: null }]);
    assert.deepEqual(bare.papers, [{ title: 'T', abstract: 'S', arxivId: '2603.00001', url: 'https://huggingface.co/papers/2603.00001' }]);
  });

  it('does not take the day of listing for the day of publication, nor a time zone for a day of listing', () => {
    const shifted = { ...ITEM, publishedAt: '2026-03-03T14:55:37.000Z' };
    assert.deepEqual([read([shifted]).date, read([shifted]).papers[0]?.published], [undefined, '2026-03-03']);
    assert.equal(read([{ ...shifted, paper: { ...PAPER, submittedOnDailyAt: '2026-03-10T00:08:41.374Z' } }]).date, '2026-03-10');
    assert.equal(read([{ paper: { id: '2603.00001', title: 'T', summary: 'S' }, publishedAt: '2026-03-10T03:09:07.772Z' }]).papers[0]?.published, undefined);
  });

  it('is of the day most records were listed on, of a week or of a month', () => {
    const days = (...listed: string[]) => read(listed.map((day, index) => item(`2603.0000${index}`, `${day}T01:02:03.004Z`))).id;
    assert.equal(days('2025-03-03', '2025-03-03', '2025-03-04', '2025-03-04'), 'daily-papers-2025-03-04');
    assert.equal(days('2025-02-24', '2025-02-25', '2025-02-26', '2025-02-27', '2025-02-28'), 'daily-papers-2025-w09');
    assert.equal(days('2025-02-03', '2025-02-07', '2025-02-12', '2025-02-20', '2025-02-28'), 'daily-papers-2025-02');
  });

  it('gives one paper as a digest of its own', () => {
    const digest = read({ ...PAPER, submittedOnDailyAt: '2026-03-10T00:08:41.374Z' });
    assert.deepEqual([digest.id, digest.papers.length, digest.papers[0]?.published], ['daily-papers-paper-2603.00001', 1, '2026-03-03']);
  });

  it('is read as JSON Lines, under a cover, and in lists made from it', () => {
    const lines = [ITEM, item('2603.00002', '2026-03-10T01:00:00.001Z')].map((record) => JSON.stringify(record)).join('\n');
    assert.deepEqual(read(lines).lines, [1, 2]);
    assert.equal(read({ periodType: 'week', dateString: '2026-W11', dailyPapers: [ITEM] }).id, 'daily-papers-2026-w11');
    const { papers } = read('{"id": "hf:2603.00003", "title": "T", "abstract": "A", "authors": ["X Y", "Z"], "org": "Acme Lab", "date": "2026-03-01", "upvotes": 4, "comments": 1}');
    assert.deepEqual(papers, [{
      title: 'T', abstract: 'A', authors: ['X Y', 'Z'], authorCount: 2, organisation: { slug: 'acme-lab', name: 'Acme Lab' }, published: '2026-03-01',
      comments: 1, upvotes: 4, arxivId: '2603.00003', url: 'https://huggingface.co/papers/2603.00003',
    }]);
  });

  it('written as the text of Python objects is read, with a word about it', () => {
    const text = JSON.stringify([`{'paper': {'id': '2412.00001', 'authors': [{'name': "O'Neil", 'hidden': False}], 'title': 'T', 'summary': 'It\\'s\\na test', 'upvotes': 3}, 'numComments': None, 'title': 'T'}`]);
    const { papers, problems } = read(text);
    assert.deepEqual(papers.map(({ authors, abstract, upvotes }) => [authors, abstract, upvotes]), [[["O'Neil"], "It's\na test", 3]]);
    assert.deepEqual(problems.map(({ severity }) => severity), ['warning']);
  });

  it('rejects a record without a title and one that is none, each with its line', () => {
    const { papers, problems } = read(`[\n${JSON.stringify(ITEM)},\n{"paper": {"id": "2603.00009"}},\n42,\n${JSON.stringify(item('2603.00002', ''))}\n]`);
    assert.deepEqual(papers.map(({ arxivId }) => arxivId), ['2603.00001', '2603.00002']);
    assert.deepEqual(problems.filter(({ severity }) => severity === 'rejected').map(({ line, reason }) => [line, reason]), [
      [3, 'A record (2603.00009) has no title. It was left out.'],
      [4, 'A record could not be read: a record was expected here, not a number. It was left out.'],
    ]);
  });

  for (const [name, damage] of [
    ['a lost brace', (text: string) => text.replace('"n": 2}', '"n": 2')],
    ['a lost quote', (text: string) => text.replace('"B two', 'B two')],
    ['a lost comma', (text: string) => text.replace('two", ', 'two" ')],
    ['a comma too many', (text: string) => text.replace('"n": 2}', '"n": 2,}')],
    ['a string that is not closed', (text: string) => text.replace('two"', 'two')],
    ['brackets out of nowhere', (text: string) => text.replace('"n": 2', '"n": {{[[ 2')],
  ] as const) {
    it(`keeps the records around one with ${name}`, () => {
      const record = (number: number, word: string) => `{"id": "2603.0000${number}", "title": "T ${number}", "summary": "B ${word}", "n": ${number}}`;
      const records = [record(1, 'one'), record(2, 'two'), record(3, 'three')];
      for (const text of [`[${records.join(', ')}]`, `[\n${records.join(',\n')}\n]`, records.join('\n')]) {
        const { papers, problems } = read(damage(text));
        assert.deepEqual(papers.filter(({ abstract }) => abstract === 'B one' || abstract === 'B three').map(({ title }) => title), ['T 1', 'T 3'], damage(text));
        assert.ok(problems.length > 0);
      }
    });
  }

  it('says what an answer without papers is', () => {
    assert.match(read('{"error": "Invalid date"}').problems[0]?.reason ?? '', /“Invalid date”/u);
    assert.match(read('[]').problems[0]?.reason ?? '', /empty/u);
  });

  it('bounds nesting, and keeps names that objects have for themselves as data', () => {
    assert.match(read(`[{"title":"T","a":${'['.repeat(1000)}${']'.repeat(1000)}}]`).problems[0]?.reason ?? '', /nested deeper/u);
    const { papers } = read('[{"title": "T", "summary": "S", "__proto__": {"polluted": true}, "constructor": 1}]');
    const kept = papers[0]?.extra?.['daily-papers'];
    assert.deepEqual(Object.keys(kept ?? {}), ['__proto__', 'constructor']);
    assert.equal('polluted' in {}, false);
  });
});
