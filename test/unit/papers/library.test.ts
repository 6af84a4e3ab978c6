import assert from 'node:assert/strict';
import { bundledLibrary, parseBundledLibrary } from '../../../src/core/papers/bundled-library';
import { buildLibrary, Library } from '../../../src/core/papers/library';
import { linksOf } from '../../../src/core/papers/links';
import type { Digest } from '../../../src/core/papers/digest';
import type { PaperFields } from '../../../src/core/papers/paper';
import { bundledDigest, digestOf } from './pages';

const hapo: PaperFields = { title: 'HAPO: A Title', abstract: 'See https://github.com/o/n.', published: '2025-05-16', comments: 1 };

const OLD = 'daily-papers-2025-06-01';
const NEW = 'daily-papers-2025-07-01';
const older = (...papers: PaperFields[]) => digestOf('2025-06-01', papers);
const newer = (...papers: PaperFields[]) => digestOf('2025-07-01', papers);

describe('a library', () => {
  it('of the bundled digest has its 42 papers, each under a key of its own', () => {
    const library = new Library(buildLibrary([bundledDigest]));
    assert.equal(library.papers.length, 42);
    assert.deepEqual(library.digests, [{ id: 'daily-papers-2026-01-09', source: 'daily-papers', title: 'Daily Papers, 9 January 2026', date: '2026-01-09' }]);
    assert.equal(library.paper('flashattention')?.published, '2022-05-27');
    assert.equal(library.paper('no-such-paper'), undefined);
    assert.equal(library.papers.reduce((sum, paper) => sum + linksOf(paper).length, 0), 12);
    assert.ok(library.papers.every((paper) => paper.sources.title === 'daily-papers-2026-01-09' && paper.digests.length === 1));
  });

  it('of the bundled digest survives being written and read', () => {
    const data = buildLibrary([bundledDigest]);
    assert.deepEqual(parseBundledLibrary(JSON.parse(JSON.stringify(bundledLibrary(data)))), data);
  });

  it('of the bundled digest with a key or a link that is none is refused', () => {
    const { papers, ...rest } = bundledLibrary(buildLibrary([bundledDigest]));
    for (const wrong of [{ key: 'Not A Key' }, { url: 'javascript:alert(1)' }, { comments: -1 }]) {
      assert.throws(() => parseBundledLibrary({ ...rest, papers: [{ ...papers[0], ...wrong }] }), { name: 'ValiError' });
    }
  });

  it('does not change when a digest is added again', () => {
    const data = buildLibrary([bundledDigest, older(hapo)]);
    assert.deepEqual(buildLibrary([bundledDigest], data), data);
    assert.deepEqual(buildLibrary([bundledDigest, bundledDigest]), buildLibrary([bundledDigest]));
  });

  it('does not depend on the order in which digests are given', () => {
    const digests = [bundledDigest, newer(hapo, { ...hapo, title: 'HAPO: Another' }), older({ ...hapo, comments: 9 })];
    assert.deepEqual(buildLibrary(digests), buildLibrary([...digests].reverse()));
  });

  it('keeps no trace of the digest objects it was built from', () => {
    const digest = older(hapo);
    const before = JSON.stringify(digest);
    buildLibrary([newer({ ...hapo, comments: 5 })], buildLibrary([digest]));
    assert.equal(JSON.stringify(digest), before);
  });
});

describe('two records', () => {
  function merged(...digests: Digest[]) {
    const data = buildLibrary(digests);
    return data.papers;
  }

  it('are one paper when their titles agree but for spelling', () => {
    const [paper, ...rest] = merged(older(hapo), newer({ ...hapo, title: 'Hapo – a title', upvotes: 3 }));
    assert.equal(rest.length, 0);
    assert.deepEqual(paper?.digests, [OLD, NEW]);
    assert.equal(paper.title, hapo.title);
    assert.deepEqual([paper.sources.title, paper.sources.upvotes], [OLD, NEW]);
  });

  it('are one paper when an arXiv id or a DOI agrees', () => {
    for (const id of [{ arxivId: '2505.11225' }, { doi: '10.1/x' }]) {
      const papers = merged(older({ ...hapo, ...id }), newer({ ...hapo, title: 'A Title Changed Since', ...id }));
      assert.deepEqual(papers.map((paper) => [paper.key, paper.title]), [['hapo', hapo.title]]);
    }
  });

  it('are two papers when their arXiv ids differ, whatever the title', () => {
    const papers = merged(older({ ...hapo, arxivId: '2505.00001' }), newer({ ...hapo, arxivId: '2505.00002' }));
    assert.deepEqual(papers.map((paper) => paper.key), ['hapo', 'hapo-2025']);
  });

  it('fill each other in, and the counts of the newest digest are right', () => {
    const [paper] = merged(older({ ...hapo, abstract: '' }), newer({ ...hapo, comments: 7, authorCount: 3 }));
    assert.deepEqual([paper?.abstract, paper?.comments, paper?.authorCount], [hapo.abstract, 7, 3]);
    assert.deepEqual(paper?.sources, { title: OLD, published: OLD, abstract: NEW, comments: NEW, authorCount: NEW });
    assert.equal(linksOf(paper).length, 1);
  });

  it('do not lose a newer count to an older digest added later', () => {
    const data = buildLibrary([older({ ...hapo, comments: 1 })], buildLibrary([newer({ ...hapo, comments: 7 })]));
    assert.deepEqual([data.papers[0]?.comments, data.papers[0]?.digests], [7, [OLD, NEW]]);
  });

  it('take over what the same digest says now', () => {
    const data = buildLibrary([older({ ...hapo, abstract: 'Corrected.', comments: 0 })], buildLibrary([older(hapo)]));
    assert.deepEqual([data.papers.length, data.papers[0]?.abstract, data.papers[0]?.comments], [1, 'Corrected.', 0]);
  });

  it('that a third one shows to be the same paper keep the older key, and the other key still finds it', () => {
    const first = buildLibrary([older({ ...hapo, doi: '10.1/x' }, { ...hapo, title: 'Another Name Entirely', arxivId: '2505.1' })]);
    assert.deepEqual(first.papers.map((paper) => paper.key), ['hapo', 'another-name-entirely']);
    const joined = buildLibrary([newer({ title: 'Third', abstract: '', doi: '10.1/x', arxivId: '2505.1' })], first);
    const library = new Library(joined);
    assert.deepEqual(library.papers.map((paper) => paper.key), ['hapo']);
    assert.equal(library.paper('another-name-entirely'), library.paper('hapo'));
    assert.deepEqual([library.papers[0]?.arxivId, library.papers[0]?.doi], ['2505.1', '10.1/x']);
    const again = buildLibrary([newer({ title: 'Another Name Entirely: Not', abstract: '', arxivId: '2505.9' })], joined);
    assert.ok(!again.papers.slice(1).some((paper) => paper.key === 'another-name-entirely'), 'a former key is not given again');
  });
});
