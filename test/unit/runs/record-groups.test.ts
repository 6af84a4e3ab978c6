import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import { groupNotes, groupRuns } from '../../../src/features/runs/record-groups';
import type { NoteSummary, RunSummary } from '../../../src/platform/stores';
import { SAMPLE_RECORD } from './sample-run';

const uri = {} as vscode.Uri;

function note(path: string, paper?: string): NoteSummary {
  return { uri, path, title: path, ...(paper === undefined ? {} : { paper }) };
}

function shape(groups: ReturnType<typeof groupNotes>): unknown {
  return groups.map(({ title, notes }) => [title, notes.map(({ path }) => path)]);
}

describe('notes in the tree', () => {
  const titleOf = (key: string) => ({ hapo: 'HAPO', flashattention: 'FlashAttention' })[key];

  it('stand by paper title, those about no paper last', () => {
    const notes = [note('z.md'), note('hapo.md', 'hapo'), note('fa-10.md', 'flashattention'), note('fa-2.md', 'flashattention')];
    assert.deepEqual(shape(groupNotes(notes, titleOf)), [['FlashAttention', ['fa-2.md', 'fa-10.md']], ['HAPO', ['hapo.md']], [undefined, ['z.md']]]);
  });

  it('about a paper that the library does not have stand under its key', () => {
    assert.deepEqual(shape(groupNotes([note('a.md', 'gone')], titleOf)), [['gone', ['a.md']]]);
  });

  it('are no groups when there are none', () => assert.deepEqual(groupNotes([], titleOf), []));
});

describe('runs in the tree', () => {
  const whole = (id: string, demo: string): RunSummary => ({ id, uri, record: { ...SAMPLE_RECORD, id, demo } });
  const broken = (id: string): RunSummary => ({ id, uri, problem: 'It is broken.' });

  it('stand by demo in the order given, a broken one with those of the demo its folder names', () => {
    const runs = [whole('c', 'other-demo'), broken('20260109-142501-flash-attention-k3f9'), whole('b', 'flash-attention'), broken('copy of a run')];
    assert.deepEqual(
      groupRuns(runs).map(({ title, runs: members }) => [title, members.map(({ id }) => id)]),
      [['FlashAttention', ['20260109-142501-flash-attention-k3f9', 'b']], ['other-demo', ['c']], [undefined, ['copy of a run']]],
    );
  });
});
