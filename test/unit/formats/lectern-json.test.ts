import assert from 'node:assert/strict';
import { exportPapers } from '../../../src/core/citations/export-papers';
import { lecternJson } from '../../../src/core/papers/formats/lectern-json';
import { aPaper } from '../papers/pages';

describe('papers exported by Lectern', () => {
  const text = exportPapers([aPaper({ title: 'One', upvotes: 3 }), aPaper({ title: 'Two', key: 'two' })], 'lectern-json');

  it('are read with their lines', () => {
    const { papers, lines, problems } = lecternJson.read({ text });
    assert.deepEqual(papers.map(({ title, upvotes }) => [title, upvotes]), [['One', 3], ['Two', undefined]]);
    assert.deepEqual(lines, [2, 3]);
    assert.deepEqual(problems, []);
  });

  it('of a newer version are refused, with what to do', () => {
    const { papers, problems } = lecternJson.read({ text: text.replace('"version":1', '"version":2') });
    assert.deepEqual(papers, []);
    assert.deepEqual(problems.map(({ severity }) => severity), ['rejected']);
    assert.match(problems[0]?.reason ?? '', /newer Lectern.*Update/u);
  });

  it('lose only a field that holds what it may not', () => {
    const { papers, problems } = lecternJson.read({ text: text.replace('"upvotes":3', '"upvotes":"many","url":"javascript:x"') });
    assert.equal(papers.length, 2);
    assert.deepEqual([papers[0]?.upvotes, papers[0]?.url], [undefined, undefined]);
    assert.match(problems[0]?.reason ?? '', /“upvotes”.*“url”|“url”.*“upvotes”/u);
  });
});
