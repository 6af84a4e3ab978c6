import assert from 'node:assert/strict';
import { changesNothing, PAGE, PreviewRows, type Entry, type Row } from '../../../src/features/imports/pending';
import { digestOf } from '../papers/pages';
import { aPreview, newRecords, pendingOf } from './previews';

const duplicate = { line: 5, paper: { title: 'Known', abstract: '' }, why: 'doi', of: { key: 'known', title: 'Known' } } as const;
const changed = {
  line: 7,
  paper: { title: 'Longer', abstract: 'More words.' },
  key: 'longer',
  why: 'arxivId',
  changes: [{ field: 'abstract', after: 'More words.' }, { field: 'comments', before: 1, after: 2 }],
} as const;

describe('the rows of an import preview', () => {
  it('stand in groups with their counts, without the empty ones', () => {
    const digest = {
      ...digestOf('2026-01-09', []),
      problems: [{ line: 3, reason: 'No title.', severity: 'rejected' }, { line: 4, reason: 'No date.', severity: 'warning' }] as const,
    };
    const rows = new PreviewRows(pendingOf(aPreview({ digest, added: newRecords(2), duplicates: [duplicate] })));
    assert.deepEqual(rows.groups().map(summary), ['added: 2', 'duplicates: 1', 'rejected: 1', 'warnings: 1']);
  });

  it('are the first page of a group, then a row for each further page', () => {
    const rows = new PreviewRows(pendingOf(aPreview({ added: newRecords(PAGE * 2 + 1) })));
    const [group] = rows.groups();
    assert.ok(group);
    const children = rows.children(group);
    assert.equal(children.length, PAGE + 2);
    assert.deepEqual(children.slice(PAGE - 1).map(summary), [`Paper ${PAGE}`, `${PAGE + 1}–${PAGE * 2}`, `${PAGE * 2 + 1}–${PAGE * 2 + 1}`]);
    const last = children.at(-1);
    assert.ok(last);
    assert.deepEqual(rows.children(last).map(summary), [`Paper ${PAGE * 2 + 1}`]);
  });

  it('have no page row when one page holds all', () => {
    const rows = new PreviewRows(pendingOf(aPreview({ added: newRecords(PAGE) })));
    assert.equal(rows.groups().flatMap((group) => rows.children(group)).filter(({ kind }) => kind === 'page').length, 0);
  });

  it('list every one of ten thousand records once, under an identifier of its own', () => {
    const rows = new PreviewRows(pendingOf(aPreview({ added: newRecords(9_000) }), aPreview({ added: newRecords(1_000), changed: [changed] })));
    const all = rows.groups().flatMap((group) => walk(rows, group));
    assert.equal(all.filter(({ kind }) => kind === 'entry').length, 10_001);
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
  });

  it('open a changed record to its fields, and no other', () => {
    const rows = new PreviewRows(pendingOf(aPreview({ added: newRecords(1), changed: [changed] })));
    const entries = rows.groups().flatMap((group) => rows.children(group));
    assert.deepEqual(entries.map((entry) => rows.children(entry).map(summary)), [[], ['abstract', 'comments']]);
  });

  it('count a paper that changes with another among the changed', () => {
    const elsewhere = [{ key: 'namesake', title: 'Namesake', changes: [{ field: 'venue', before: 'Journal', after: undefined }] }] as const;
    const pending = pendingOf(aPreview({ changed: [changed], elsewhere }));
    const rows = new PreviewRows(pending);
    assert.equal(rows.count('changed'), 2);
    assert.deepEqual(rows.groups().flatMap((group) => rows.children(group)).map((row) => rows.children(row).length), [2, 1]);
    assert.equal(changesNothing(pendingOf(aPreview({ elsewhere }))), false);
  });

  it('say where a record stands and which text it is from', () => {
    const rows = new PreviewRows(pendingOf(aPreview({ added: newRecords(1) }), aPreview({ added: newRecords(1) })));
    const entries = rows.groups().flatMap((group) => rows.children(group));
    assert.deepEqual(
      entries.map((row) => (row.kind === 'entry' ? [row.entry.origin.name, row.entry.line] : [])),
      [['text-1.txt', 10], ['text-2.txt', 10]],
    );
  });

  it('count a text that could not be read as rejected', () => {
    const rows = new PreviewRows({ ...pendingOf(aPreview({ added: newRecords(1) })), failed: [{ origin: { name: 'a.pdf' }, problem: 'No text.' }] });
    assert.equal(rows.count('rejected'), 1);
  });
});

describe('an import', () => {
  it('changes nothing when all of its records are known', () => {
    assert.equal(changesNothing(pendingOf(aPreview({ duplicates: [duplicate] }), aPreview())), true);
    assert.equal(changesNothing(pendingOf(aPreview({ duplicates: [duplicate] }), aPreview({ changed: [changed] }))), false);
    assert.equal(changesNothing(pendingOf(aPreview({ added: newRecords(1) }))), false);
  });
});

function walk(rows: PreviewRows, row: Row): readonly Row[] {
  return [row, ...rows.children(row).flatMap((child) => walk(rows, child))];
}

function summary(row: Row): string {
  switch (row.kind) {
    case 'group':
      return `${row.group}: ${row.count}`;
    case 'page':
      return `${row.first}–${row.last}`;
    case 'field':
      return row.change.field;
    case 'entry':
      return titleOf(row.entry);
  }
}

function titleOf(entry: Entry): string {
  switch (entry.kind) {
    case 'problem':
      return entry.reason;
    case 'elsewhere':
      return entry.paper.title;
    case 'added':
    case 'changed':
    case 'duplicate':
      return entry.record.paper.title;
  }
}
