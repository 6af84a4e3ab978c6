import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Paper } from '../../src/core/papers/paper';
import type { SearchHit } from '../../src/core/search/hit';
import { parseSearchQuery } from '../../src/core/search/query-syntax';
import { rowButtons } from '../../src/features/search/buttons';
import type { SearchItem } from '../../src/features/search/items';
import { answerList, startList } from '../../src/features/search/lists';
import { queryWords } from '../../src/features/search/query-words';
import { searchTitle } from '../../src/features/search/search-title';
import type { PaperAnswer, PaperHit } from '../../src/platform/stores';
import { annotation } from '../unit/annotations/arbitrary';
import { SAMPLE_RECORD } from '../unit/runs/sample-run';

const FLASH = 'FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness';
const PAPER: Paper = { key: 'hapo', title: 'HAPO: A Paper', abstract: '', published: '2025-05-16', organisation: { slug: 'google', name: 'Google' }, digests: [], sources: {} };
const HIT: SearchHit = { key: 'hapo', score: 1, title: [], snippet: { text: 'A policy.', ranges: [{ start: 2, end: 8 }] }, corrections: [] };

const buttons = rowButtons();

function answer(query: string, papers: readonly Partial<PaperHit>[] = []): PaperAnswer {
  const hits = papers.map((hit) => ({ paper: PAPER, hit: HIT, reasons: [], ...hit }));
  return { understood: parseSearchQuery(query), papers: hits, from: 'index', complete: true };
}

/** Headings with `# `, rows by label. */
function labels(items: readonly SearchItem[]): string[] {
  return items.map(({ kind, label }) => (kind === vscode.QuickPickItemKind.Separator ? `# ${label}` : label));
}

const note = { note: { uri: vscode.Uri.parse('file:///notes/a.md'), title: 'On tiling', path: 'notes/a.md' }, hit: HIT };
const annotated = {
  thread: { first: annotation({ paper: 'hapo', comment: 'Is *it*?', tags: ['rl'], target: { exact: 'A policy of words', prefix: '', suffix: '' } }), replies: [] },
  paper: PAPER,
  hit: { ...HIT, title: [{ start: 2, end: 8 }], snippet: { text: 'Is *it*?', ranges: [] } },
};
const run = { run: { id: SAMPLE_RECORD.id, uri: vscode.Uri.parse('file:///run.json'), record: SAMPLE_RECORD }, hit: HIT };

describe('the rows of the search', () => {
  it('are saved searches, then papers, while nothing is typed', () => {
    const search = { name: 'To read', query: 'status:unread' };
    const items = startList([search], [PAPER], buttons);
    assert.deepEqual(labels(items), ['# Saved searches', 'To read', '# Papers', 'HAPO: A Paper']);
    assert.deepEqual(items[1]?.target, { kind: 'saved', search });
    assert.deepEqual(items[1].buttons, [buttons.filter, buttons.rename, buttons.remove]);
    assert.deepEqual(labels(startList([], [PAPER], buttons)), ['# Papers', 'HAPO: A Paper']);
  });

  it('are what was found, by kind', () => {
    assert.deepEqual(labels(answerList(answer('policy', [{}]), { notes: [note], runs: [run], annotations: [annotated] }, buttons)), [
      '# Papers', 'HAPO: A Paper', '# Notes', 'On tiling', '# Annotations', '“A ‹policy› of words”', '# Runs', 'FlashAttention',
    ]);
    assert.deepEqual(labels(answerList(answer('policy'), { notes: [note], runs: [], annotations: [] }, buttons)), ['# Notes', 'On tiling']);
  });

  it('name an annotation by the words it is on, with paper and tags, and open it', () => {
    const [, row] = answerList(answer('policy'), { notes: [], runs: [], annotations: [annotated] }, buttons);
    assert.deepEqual([row?.label, row?.description, row?.detail], ['“A ‹policy› of words”', 'HAPO: A Paper · #rl', 'Is *it*?']);
    assert.deepEqual(row?.target, { kind: 'annotation', annotation: annotated.thread.first });
    const quote = `${'long '.repeat(60)}policy ends`;
    const far = { ...annotated, thread: { first: annotation({ target: { exact: quote, prefix: '', suffix: '' } }), replies: [] }, hit: { ...annotated.hit, title: [{ start: 300, end: 306 }] } };
    assert.match(answerList(answer('policy'), { notes: [], runs: [], annotations: [far] }, buttons)[1]?.label ?? '', /^“….*‹policy› ends”$/u);
    const remark = { ...annotated, thread: { first: annotation({ comment: 'On\nall' }), replies: [] }, hit: HIT };
    assert.equal(answerList(answer('policy'), { notes: [], runs: [], annotations: [remark] }, buttons)[1]?.label, 'On all');
  });

  it('show facts, the words that matched, and are never filtered by VS Code', () => {
    const [, item] = answerList(answer('policy', [{}]), { notes: [], runs: [], annotations: [] }, buttons);
    assert.match(item?.description ?? '', /2025.* · Google$/);
    assert.equal(item?.detail, 'A ‹policy›.');
    assert.equal(item.alwaysShow, true);
    assert.deepEqual(item.buttons, [buttons.side, buttons.note]);
  });

  it('have a button for the demo of a paper that has one', () => {
    const [, item] = answerList(answer('flash', [{ paper: { ...PAPER, title: FLASH } }]), { notes: [], runs: [], annotations: [] }, buttons);
    assert.deepEqual(item?.buttons, [buttons.side, buttons.demo, buttons.note]);
    assert.deepEqual(item.target, { kind: 'paper', paper: { ...PAPER, title: FLASH }, demo: 'flash-attention' });
  });

  it('say why a paper was found where it does not show', () => {
    const hit = { ...HIT, corrections: [{ typed: 'flsh', found: 'flash' }] };
    const reasons = [{ kind: 'alias', typed: 'ssm', found: 'state space models' }, { kind: 'author', typed: 'marjan', found: 'Ada Marjanović' }] as const;
    const [, item] = answerList(answer('flsh ssm marjan', [{ hit, reasons }]), { notes: [], runs: [], annotations: [] }, buttons);
    assert.equal(item?.detail, 'flsh found as flash · ssm → state space models · marjan: by Ada Marjanović · A ‹policy›.');
  });

  it('say what was understood when nothing was found, and offer to leave a part out', () => {
    const items = answerList(answer('fast "key value" -slow status:read'), { notes: [], runs: [], annotations: [] }, buttons);
    assert.deepEqual(labels(items), [
      'Nothing was found', 'Search without "key value"', 'Search without -slow', 'Search without status:read', 'Search for the words alone: fast key value',
    ]);
    assert.equal(items[0]?.detail, 'words: fast key value · exactly “key value” · without “slow” · status read');
    assert.equal(items[0].target, undefined);
    assert.deepEqual(items.map(({ target }) => (target?.kind === 'query' ? target.query : '')), [
      '', 'fast -slow status:read', 'fast "key value" status:read', 'fast "key value" -slow', 'fast key value',
    ]);
  });

  it('offer nothing that would ask for nothing', () => {
    assert.deepEqual(labels(answerList(answer('is:starred'), { notes: [], runs: [], annotations: [] }, buttons)), ['Nothing was found']);
    assert.deepEqual(labels(answerList(answer('zzzz'), { notes: [], runs: [], annotations: [] }, buttons)), ['Nothing was found']);
  });
});

describe('the title of the search', () => {
  const understood = parseSearchQuery('cache status:read');

  it('says what was understood', () => {
    assert.equal(searchTitle(undefined, undefined), 'Search Papers');
    assert.equal(searchTitle({ understood, from: 'index', complete: true }, { indexed: 5, total: 5 }), 'Search Papers · status read');
  });

  it('says that papers are still being indexed, and how many', () => {
    for (const partial of [{ understood, from: 'scan', complete: true }, { understood, from: 'index', complete: false }] as const) {
      assert.equal(searchTitle(partial, { indexed: 2, total: 5 }), 'Search Papers · status read · searching 2 of 5 papers while indexing');
    }
    assert.equal(searchTitle({ understood, from: 'scan', complete: true }, undefined), 'Search Papers · status read · searching while indexing');
  });
});

describe('what was understood of a query', () => {
  it('is told in words, in the order typed', () => {
    const cases: readonly (readonly [string, readonly string[]])[] = [
      ['plain words', []],
      ['year:2024 title:flash -abstract:"key value" x', ['of 2024', '“flash” in the title', 'without exactly “key value” in the abstract']],
      ['is:starred -has:code has:demo', ['starred', 'not with code', 'with a kernel demo']],
      ['after:2024-05 before:2025 year:2020..2022 year:..2019', ['since 2024-05', 'before 2025', '2020 to 2022', 'up to 2019']],
      ['org:google author:"Tri Dao" tag:cite ', ['from google', 'by Tri Dao', 'tagged cite']],
      ['in:thesis source:arxiv key:hapo kind:note', ['in the digest thesis', 'source arxiv', 'key hapo', 'notes only']],
    ];
    for (const [query, words] of cases) {
      assert.deepEqual(queryWords(parseSearchQuery(query)), words, query);
    }
  });
});
