import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PaperKey } from '../../src/core/papers/paper';
import { TopRows, type TopRow } from '../../src/features/library/top-rows';
import { Log } from '../../src/platform/log';
import { SavedSearchStore } from '../../src/platform/saved-search-store';
import { emptyFolder, startExtension, until, workspaceFolder } from './records';

const MAMBA = { name: 'State space', query: 'mamba' };

describe('the rows above the papers', () => {
  let folder: vscode.Uri;
  let owned: vscode.Disposable[];
  let log: Log;
  let store: SavedSearchStore;
  let found: ReadonlySet<PaperKey>;
  let problems: string[];
  let problemsChanged: vscode.EventEmitter<void>;
  let top: TopRows;
  let drawn: (string | undefined)[];

  const own = <T extends vscode.Disposable>(item: T): T => {
    owned.push(item);
    return item;
  };

  before(async () => {
    await startExtension();
    folder = vscode.Uri.joinPath(workspaceFolder(), '.lectern');
  });

  beforeEach(async () => {
    await emptyFolder(folder);
    owned = [];
    log = own(new Log());
    store = own(new SavedSearchStore(vscode.Uri.joinPath(workspaceFolder(), 'storage'), log));
    found = new Set(['a', 'b']);
    problems = [];
    problemsChanged = own(new vscode.EventEmitter<void>());
    const searchChanged = own(new vscode.EventEmitter<void>());
    const statesChanged = own(new vscode.EventEmitter<readonly PaperKey[]>());
    top = own(
      new TopRows({
        savedSearches: store,
        paperSearch: { holding: () => Promise.resolve(found), onDidChange: searchChanged.event },
        states: { onDidChange: statesChanged.event },
        problems: { problems, onDidChangeProblems: problemsChanged.event },
        log,
      }),
    );
    drawn = [];
    top.onDidChange((row) => drawn.push(row?.kind));
  });

  afterEach(async () => {
    owned.reverse().forEach((item) => void item.dispose());
    await emptyFolder(folder);
  });

  const items = async (rows: readonly TopRow[]) => Promise.all(rows.map((row) => top.item(row)));

  it('are none while no search is saved and the library is read wholly', async () => {
    assert.deepEqual(await top.rows(), []);
  });

  it('are the saved searches in a group that is closed at first, each with its number of papers, which a click filters by', async () => {
    await store.save(MAMBA.name, MAMBA.query);
    const rows = await top.rows();
    const [group] = await items(rows);
    assert.deepEqual([group?.label, group?.description, group?.collapsibleState], ['Saved searches', '1', vscode.TreeItemCollapsibleState.Collapsed]);
    const [row] = rows;
    assert.ok(row);
    const searches = await top.children(row);
    const [item] = await items(searches);
    assert.deepEqual([item?.label, item?.description, item?.contextValue, item?.tooltip], [MAMBA.name, '2', 'search', MAMBA.query]);
    assert.equal(item?.accessibilityInformation?.label, 'State space, mamba, 2 papers');
    assert.deepEqual([item.command?.command, item.command?.arguments], ['lectern.filterBySearch', searches]);
  });

  it('follow what is saved, renamed and removed', async () => {
    await top.rows();
    const shown = async () => {
      const rows = await top.rows();
      return (await items((await Promise.all(rows.map((row) => top.children(row)))).flat())).map(({ label }) => label);
    };
    await store.save(MAMBA.name, MAMBA.query);
    await until(top.onDidChange, async () => (await shown()).includes(MAMBA.name));
    await store.rename(MAMBA.name, 'SSM');
    await until(top.onDidChange, async () => (await shown()).includes('SSM'));
    await store.remove('SSM');
    await until(top.onDidChange, async () => (await top.rows()).length === 0);
  });

  it('say what of the library cannot be read, with a way to the log', async () => {
    await top.rows();
    problems.push('digest-1.jsonl is damaged.', 'digest-2.jsonl is from a newer Lectern.');
    problemsChanged.fire();
    assert.deepEqual(drawn, [undefined]);
    const [item] = await items(await top.rows());
    assert.equal(item?.label, '2 parts of the library cannot be read');
    assert.equal(item.command?.command, 'lectern.showLog');
    assert.match(item.accessibilityInformation?.label ?? '', /digest-1\.jsonl is damaged\..*Show Log/u);
  });

  it('have commands that the rows of saved searches offer', async () => {
    await store.save(MAMBA.name, MAMBA.query);
    const [group] = await top.rows();
    assert.ok(group);
    const [row] = await top.children(group);
    await vscode.commands.executeCommand('lectern.filterBySearch', row);
    await vscode.commands.executeCommand('lectern.clearFilter');
    void vscode.commands.executeCommand('lectern.removeSearch', row);
    await until(store.onDidChange, async () => (await store.list()).length === 0);
  });
});
