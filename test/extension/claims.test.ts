import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { describeTarget } from '../../src/core/anchors/describe-target';
import type { Correction } from '../../src/core/claims/corrections';
import { ClaimList } from '../../src/features/claims/claim-list';
import { ClaimPages, PAGE_SIZE } from '../../src/features/claims/claims-view';
import { ClaimStore } from '../../src/platform/claim-store';
import { IndexClient } from '../../src/platform/index-client';
import { Log } from '../../src/platform/log';
import { PaperStore } from '../../src/platform/paper-store';
import type { ClaimsQuery } from '../../src/protocol/claims';
import { emptyFolder, next, read, startExtension, until, workspaceFolder, write } from './records';

const QUERY: ClaimsQuery = { order: { column: 'value', descending: true }, filter: '', page: 0 };

describe('claims', () => {
  let extension: vscode.Extension<unknown>;
  let folder: vscode.Uri;
  let file: vscode.Uri;
  let storage: vscode.Uri;
  let log: Log;
  let store: ClaimStore;

  before(async () => {
    extension = await startExtension();
    folder = vscode.Uri.joinPath(workspaceFolder(), '.lectern', 'claims');
    file = vscode.Uri.joinPath(folder, 'flashattention.json');
    storage = vscode.Uri.joinPath(workspaceFolder(), 'storage');
  });

  beforeEach(async () => {
    await emptyFolder(folder);
    log = new Log();
    store = new ClaimStore(storage, log);
  });

  afterEach(async () => {
    store.dispose();
    log.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await emptyFolder(folder);
  });

  const abstract = 'It is 3times faster and needs 40% less memory.';
  const correct = (quote: string, facts: Partial<Correction> = {}): Correction => {
    const start = abstract.indexOf(quote);
    return { id: quote, target: describeTarget(abstract, { start, end: start + quote.length }), isClaim: true, modified: '2026-01-09T10:00:00Z', ...facts };
  };
  const kept = async () => (await store.corrections()).get('flashattention') ?? [];

  describe('that the user corrected', () => {
    it('are a file of their paper, and told', async () => {
      assert.equal((await store.corrections()).size, 0);
      const told = next(store.onDidChange);
      assert.equal(await store.correct('flashattention', correct('3times', { values: [3.1] })), undefined);
      await told;
      assert.deepEqual(await kept(), [correct('3times', { values: [3.1] })]);
      const written = JSON.parse(await read(file)) as Readonly<Record<string, unknown>>;
      assert.deepEqual([written['format'], written['version'], written['paper']], ['lectern-claims', 1, 'flashattention']);
    });

    it('are taken back', async () => {
      await store.correct('flashattention', correct('3times'));
      await store.correct('flashattention', correct('40%'));
      await store.takeBack('flashattention', '3times');
      assert.deepEqual((await kept()).map(({ id }) => id), ['40%']);
    });

    it('that two windows write at once are all there', async () => {
      const other = new ClaimStore(storage, log);
      const many = Array.from({ length: 20 }, (_, index) => correct('40%', { id: `id-${index}`, target: { exact: `${index}%`, prefix: '', suffix: '' } }));
      await Promise.all(many.map((correction, index) => (index % 2 === 0 ? store : other).correct('flashattention', correction)));
      const { corrections } = JSON.parse(await read(file)) as { readonly corrections: readonly Correction[] };
      assert.equal(new Set(corrections.map(({ id }) => id)).size, many.length);
      other.dispose();
    });

    it('that someone else wrote are taken up and kept', async () => {
      await store.corrections();
      await write(file, JSON.stringify({ format: 'lectern-claims', version: 1, paper: 'flashattention', corrections: [{ ...correct('40%'), colour: 'red' }], more: 1 }));
      await until(store.onDidChange, async () => (await kept()).length === 1);
      await store.correct('flashattention', correct('3times'));
      const written = JSON.parse(await read(file)) as { readonly corrections: readonly { readonly colour?: string }[]; readonly more?: number };
      assert.equal(written.corrections.length, 2);
      assert.equal(written.corrections[0]?.colour, 'red');
      assert.equal(written.more, 1);
    });

    it('are read past a broken file, which is set aside before another is written', async () => {
      await write(file, '{ broken');
      await write(vscode.Uri.joinPath(folder, 'hapo.json'), JSON.stringify({ format: 'lectern-claims', version: 1, paper: 'hapo', corrections: [correct('40%')] }));
      assert.equal((await store.corrections()).get('hapo')?.length, 1);
      assert.match((await store.problems())[0]?.problem ?? '', /not valid JSON/u);
      const aside = await store.correct('flashattention', correct('3times'));
      assert.ok(aside);
      assert.equal(await read(aside), '{ broken');
      assert.equal((await kept()).length, 1);
    });

    it('of a newer version are not written over', async () => {
      const newer = '{"format":"lectern-claims","version":2,"corrections":[]}';
      await write(file, newer);
      await assert.rejects(store.correct('flashattention', correct('3times')), /newer Lectern/u);
      assert.equal(await read(file), newer);
    });
  });

  describe('of the library', () => {
    let index: IndexClient;
    let papers: PaperStore;
    let list: ClaimList;

    beforeEach(() => {
      index = new IndexClient(extension.extensionUri, storage, log);
      papers = new PaperStore(extension.extensionUri, storage, log);
      list = new ClaimList(papers, store, index);
    });

    afterEach(() => {
      for (const owned of [list, papers, index]) {
        owned.dispose();
      }
    });

    it('are listed by the page, sorted and filtered', async () => {
      const pages = new ClaimPages(await list.list());
      const view = pages.view(QUERY);
      assert.ok(view.total > 50 && view.fitting === view.total && view.papers === 42);
      assert.equal(view.rows.length, Math.min(PAGE_SIZE, view.total));
      assert.equal(view.rows[0]?.value, 'at least 400×');
      const flash = pages.view({ ...QUERY, filter: 'flashattention speedup gpt-2', page: 7 });
      assert.equal(flash.query.page, 0, 'the last page where there are fewer');
      const row = flash.rows.find(({ value }) => value === '3×');
      assert.equal(row?.sentence[1], '3times');
      assert.match(row.sentence[0], /^FlashAttention trains Transformers faster/u);
    });

    it('follow what the user corrects, and show what lost its number', async () => {
      const before = (await list.list()).rows.length;
      const told = next(list.onDidChange);
      const lost = correct('40%', { id: 'lost', metric: 'memory' });
      await store.correct('flashattention', lost);
      await told;
      const { orphans, rows } = await list.list();
      assert.equal(rows.length, before);
      assert.deepEqual(orphans.map(({ paper, correction }) => [paper, correction.id]), [['flashattention', 'lost']]);
    });
  });

  it('have a table that a command opens, once', async () => {
    await vscode.commands.executeCommand('lectern.showClaims');
    await vscode.commands.executeCommand('lectern.showClaims');
    const tabs = () =>
      vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('lectern.claims'));
    await until(vscode.window.tabGroups.onDidChangeTabs, () => Promise.resolve(tabs().length > 0));
    assert.equal(tabs().length, 1);
  });
});
