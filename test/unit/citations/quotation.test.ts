import assert from 'node:assert/strict';
import { quotationAsMarkdown } from '../../../src/core/citations/markdown-list';
import type { Paper } from '../../../src/core/papers/paper';

const PAPER: Paper = {
  key: 'a', title: 'A *bold* title', abstract: 'One.\nTwo.', authors: ['Ada Author'], published: '2024-05-01', arxivId: '2405.00001', digests: [], sources: {},
};

describe('a quotation', () => {
  it('is the words as they stand, with the paper and its link under them', () => {
    assert.equal(
      quotationAsMarkdown(PAPER, 'One.\nTwo.'),
      '> One.\n> Two.\n>\n> — **A \\*bold\\* title**. Ada Author. 1 May 2024. [arXiv:2405.00001](<https://arxiv.org/abs/2405.00001>)\n',
    );
  });

  it('has no link where no identifier is known', () => {
    const paper: Paper = { key: 'b', title: 'B', abstract: '', digests: [], sources: {} };
    assert.equal(quotationAsMarkdown(paper, 'Words'), '> Words\n>\n> — **B**\n');
  });
});
