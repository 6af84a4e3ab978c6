import assert from 'node:assert/strict';
import { annotationDocument, noteDocument, runDocument } from '../../../src/core/search/record-text';
import { annotation } from '../annotations/arbitrary';
import { SAMPLE_RECORD } from '../runs/sample-run';

describe('a note as it is searched', () => {
  it('is its title, its text, and the paper and tags it names', () => {
    assert.deepEqual(noteDocument('file:///notes/a.md', 'Tiling', { paper: 'flashattention', tags: ['idea'] }, '\nBlocks of keys.\n'), {
      key: 'file:///notes/a.md', kind: 'note', title: 'Tiling', abstract: 'Blocks of keys.', papers: ['flashattention'], tags: ['idea'],
    });
  });

  it('does not say its title twice', () => {
    assert.equal(noteDocument('a', 'On tiling', { tags: [] }, '\n# On tiling\r\n\nBlocks.').abstract, 'Blocks.');
    assert.equal(noteDocument('a', 'On tiling', { tags: [] }, '# On blocks\nBlocks.').abstract, '# On blocks\nBlocks.');
    assert.equal(noteDocument('a', 'On tiling', { tags: [] }, '').abstract, '');
  });

  it('is cut when it is very long', () => {
    assert.equal(noteDocument('a', 'b', { tags: [] }, 'word '.repeat(100_000)).abstract.length, 199_999);
  });
});

describe('a run as it is searched', () => {
  it('is its title, what was thought of it, its demo and parameters, tags and day', () => {
    const record = { ...SAMPLE_RECORD, hypothesis: ' Tiles pay off. ', conclusion: 'They do.', tags: ['thesis'] };
    assert.deepEqual(runDocument('file:///run.json', record), {
      key: 'file:///run.json',
      kind: 'run',
      title: 'FlashAttention',
      abstract: 'Tiles pay off.\nThey do.\nflash-attention, quick: sequence 1024, causal true, mask dense.\nthesis',
      papers: ['flashattention'],
      tags: ['thesis'],
      date: '2026-01-09',
    });
  });
});

describe('a thread of annotations as it is searched', () => {
  it('is the words it is on, its comments and replies, kind and tags', () => {
    const first = annotation({ comment: 'Why?', kind: 'todo', tags: ['io'], target: { exact: 'linear', prefix: '', suffix: '' } });
    const reply = annotation({ id: 'reply', replyTo: first.id, comment: 'Because.', tags: ['io', 'gpu'] });
    assert.deepEqual(annotationDocument({ first, replies: [reply] }), {
      key: first.id,
      kind: 'annotation',
      title: 'linear',
      abstract: 'Why?\nBecause.\nto do, io, gpu',
      papers: ['flashattention'],
      tags: ['io', 'gpu'],
      date: '2026-01-09',
    });
    assert.deepEqual(annotationDocument({ first: annotation(), replies: [] }).abstract, '');
  });
});
