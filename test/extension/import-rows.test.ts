import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import type { ImportPreview } from '../../src/core/papers/import-preview';
import { PreviewRows, type Row } from '../../src/features/imports/pending';
import { itemOf, tooltipOf } from '../../src/features/imports/preview-items';

const LONG = 'word '.repeat(200).trim();
const FILE = 'file:///papers/page.digest';

const PREVIEW: ImportPreview = {
  digest: {
    id: 'daily-papers-2026-01-09',
    source: 'daily-papers',
    format: 'daily-papers-text',
    title: 'Daily Papers, 9 January 2026',
    papers: [],
    lines: [],
    problems: [{ line: 40, reason: 'There is no <title> above.', severity: 'rejected' }],
  },
  added: [{ line: 7, paper: { title: 'A [New](https://x.example) *Paper*', abstract: 'An abstract.', authors: ['Ada', 'Bo', 'Cy'], published: '2026-01-08', arxivId: '2601.00001' } }],
  changed: [
    {
      line: 12,
      paper: { title: 'Longer', abstract: LONG },
      key: 'longer',
      why: 'arxivId',
      changes: [{ field: 'abstract', before: 'Short.', after: LONG }, { field: 'doi', after: '10.1/x' }, { field: 'organisation', before: { slug: 'a', name: 'A' }, after: { slug: 'b', name: 'B' } }],
    },
  ],
  elsewhere: [{ key: 'namesake', title: 'Namesake', changes: [{ field: 'venue', before: 'Journal', after: undefined }] }],
  duplicates: [
    { line: 20, paper: { title: 'Known', abstract: '' }, why: 'doi', of: { key: 'known', title: 'Known, Its Longer Name' } },
    { line: 30, paper: { title: 'Twice', abstract: '' }, why: 'title', of: { line: 25, title: 'Twice' } },
  ],
};

describe('a row of the import preview', () => {
  const rows = new PreviewRows({ read: [{ origin: { name: 'page.digest', uri: FILE }, preview: PREVIEW }], failed: [] });
  const all = rows.groups().flatMap((group) => [group, ...rows.children(group).flatMap((row) => [row, ...rows.children(row)])]);
  const find = (label: string | RegExp): Row => {
    const row = all.find((each) => (typeof label === 'string' ? labelOf(each) === label : label.test(labelOf(each))));
    assert.ok(row, String(label));
    return row;
  };
  const show = (row: Row) => {
    const { description, accessibilityInformation } = itemOf(row, { nameOrigin: false });
    return [labelOf(row), typeof description === 'string' ? description : '', accessibilityInformation?.label];
  };

  it('of a group says what and how many', () => {
    assert.deepEqual(show(find('Duplicate')), ['Duplicate', '2', 'Duplicate: 2']);
  });

  it('of a new paper says who, when and which, with the text whole in the tooltip and none of it as markup', () => {
    const row = find(/^A \[New/u);
    assert.deepEqual(show(row), [
      'A [New](https://x.example) *Paper*',
      'Ada and 2 more · Jan 8, 2026 · arXiv:2601.00001',
      'New, A [New](https://x.example) *Paper*, Ada and 2 more, Jan 8, 2026, arXiv:2601.00001',
    ]);
    const tooltip = tooltipOf(row)?.value ?? '';
    assert.match(tooltip, /An abstract\./u);
    assert.doesNotMatch(tooltip, /(?<!\\)\]\(|(?<!\\|\*)\*(?!\*)/u);
  });

  it('of a changed paper opens to its fields, before and after', () => {
    assert.deepEqual(show(find('Longer')).slice(0, 2), ['Longer', 'abstract, DOI, organisation · same arXiv identifier']);
    const [, description = ''] = show(find('abstract'));
    assert.match(description, /^Short\. → word word .*…$/u);
    assert.ok(description.length < 200);
    assert.ok(tooltipOf(find('abstract'))?.value.includes(LONG));
    assert.deepEqual(show(find('DOI')), ['DOI', 'added: 10.1/x', 'DOI, added: 10.1/x']);
    assert.deepEqual(show(find('organisation')), ['organisation', 'A → B', 'organisation, A → B']);
  });

  it('of a paper that changes with another says why, and what it has no longer', () => {
    assert.deepEqual(show(find('Namesake')).slice(0, 2), ['Namesake', 'venue · a record of it turns out to be another paper’s']);
    assert.equal(show(find('venue'))[1], 'removed: Journal');
    assert.deepEqual(show(find('Changed')).slice(0, 2), ['Changed', '2']);
  });

  it('of a duplicate says of what and why', () => {
    assert.equal(show(find('Known'))[1], 'same DOI as “Known, Its Longer Name”');
    assert.equal(show(find('Twice'))[1], 'same title as line 25');
  });

  it('of a problem says the reason and the line, and opens the file there', () => {
    const row = find(/^There is no/u);
    assert.deepEqual(show(row).slice(0, 2), ['There is no <title> above.', 'line 40']);
    const { command } = itemOf(row, { nameOrigin: false });
    assert.equal(command?.command, 'vscode.open');
    const [uri, { selection }] = command.arguments as [vscode.Uri, { readonly selection: vscode.Range }];
    assert.deepEqual([uri.toString(), selection.start.line], [FILE, 39]);
  });

  it('opens nothing when its text is no file', () => {
    const pasted = new PreviewRows({ read: [{ origin: { name: 'Clipboard' }, preview: PREVIEW }], failed: [] });
    const [group] = pasted.groups();
    assert.ok(group);
    assert.deepEqual(pasted.children(group).map((row) => itemOf(row, { nameOrigin: false }).command), [undefined]);
  });

  it('names its text when there are several', () => {
    assert.equal(itemOf(find('Known'), { nameOrigin: true }).description, 'same DOI as “Known, Its Longer Name” · page.digest');
  });

  it('keeps its identifier from one look to the next', () => {
    const ids = all.map((row) => itemOf(row, { nameOrigin: false }).id);
    assert.equal(new Set(ids).size, all.length);
    assert.deepEqual(ids, all.map(({ id }) => id));
  });
});

function labelOf(row: Row): string {
  const { label } = itemOf(row, { nameOrigin: false });
  return typeof label === 'string' ? label : '';
}
