import assert from 'node:assert/strict';
import { emptyLibraryData } from '../../../src/core/papers/library-data';
import { Library } from '../../../src/core/papers/library';
import type { Paper } from '../../../src/core/papers/paper';
import { citedPapers } from '../../../src/core/references/cited-papers';
import { findCitations } from '../../../src/core/references/find-citations';
import { nearKeys } from '../../../src/core/references/near-keys';
import { rankPapers } from '../../../src/core/references/rank-papers';
import { runNow } from '../../../src/core/steps';

const paper = (key: string, fields: Partial<Paper> = {}): Paper => ({ key, title: key, abstract: '', digests: [], sources: {}, ...fields });

const PAPERS: readonly Paper[] = [
  paper('flashattention', { title: 'FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness', arxivId: '2205.14135' }),
  paper('flashattention-2', { title: 'FlashAttention-2: Faster Attention', repository: 'https://github.com/Dao-AILab/flash-attention' }),
  paper('longwriter', { title: 'LongWriter: Long Answers', abstract: 'Code is at https://github.com/THUDM/LongWriter, a model at https://huggingface.co/THUDM/LongWriter-glm4-9b, data at https://huggingface.co/datasets/THUDM/LongWriter-6k.' }),
  paper('knowledge', { title: 'Knowledge Discovery', doi: '10.1145/3292500.3330701' }),
];
const library = new Library({ ...emptyLibraryData(), papers: PAPERS, formerKeys: new Map([['flash', 'flashattention']]) });
const cited = runNow(citedPapers(library));
const keysIn = (text: string) => findCitations(text).flatMap((citation) => cited.papersOf(citation)).map(({ key }) => key);

describe('papers that are cited', () => {
  for (const [text, key] of [
    ['@paper:flashattention', 'flashattention'],
    ['@paper:flash', 'flashattention'],
    ['arXiv:2205.14135v9', 'flashattention'],
    ['https://dl.acm.org/doi/10.1145/3292500.3330701', 'knowledge'],
    ['DOI 10.1145/3292500.3330701', 'knowledge'],
    ['https://github.com/thudm/longwriter.git', 'longwriter'],
    ['git+https://github.com/THUDM/LongWriter@main', 'longwriter'],
    ['https://hf.co/THUDM/LongWriter-glm4-9b/blob/main/config.json', 'longwriter'],
    ['https://huggingface.co/datasets/thudm/longwriter-6k', 'longwriter'],
    ['https://www.alphaxiv.org/abs/2205.14135v3', 'flashattention'],
    ['https://github.com/dao-ailab/flash-attention/blob/main/setup.py', 'flashattention-2'],
  ] as const) {
    it(`are known by ${text}`, () => {
      assert.deepEqual(keysIn(text), [key]);
    });
  }

  it('are none that the library does not have', () => {
    assert.deepEqual(keysIn('@paper:flashattentio arXiv:2205.14136 10.1145/1 https://github.com/THUDM/LongWriters https://github.com/THUDM https://huggingface.co/THUDM https://huggingface.co/datasets/THUDM'), []);
  });

  it('are suggested for a mistyped key', () => {
    assert.deepEqual(nearKeys(PAPERS, 'flashatention'), ['flashattention', 'flashattention-2']);
    assert.deepEqual(nearKeys(PAPERS, 'Long_Writer'), ['longwriter']);
    assert.deepEqual(nearKeys(PAPERS, 'mamba'), []);
  });

  it('are offered by key first, then by words of the title', () => {
    const offered = (typed: string) => rankPapers(PAPERS, typed, 10).map(({ key }) => key);
    assert.deepEqual(offered('flash'), ['flashattention', 'flashattention-2']);
    assert.deepEqual(offered('memory exact'), ['flashattention']);
    assert.deepEqual(offered('answers'), ['longwriter']);
    assert.deepEqual(offered('zebra'), []);
    assert.equal(rankPapers(PAPERS, '', 2).length, 2);
  });
});
