import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseSavedSearches } from '../../src/core/search/saved-searches';
import { Log } from '../../src/platform/log';
import { SavedSearchStore } from '../../src/platform/saved-search-store';
import { next, read, startExtension, until, workspaceFolder, write } from './records';

const TO_READ = { name: 'To read', query: 'status:unread has:code' };

describe('saved searches', () => {
  let file: vscode.Uri;
  let log: Log;
  let store: SavedSearchStore;

  before(async () => {
    await startExtension();
    file = vscode.Uri.joinPath(workspaceFolder(), '.lectern', 'searches.json');
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(workspaceFolder(), '.lectern'));
  });

  beforeEach(() => {
    log = new Log();
    store = new SavedSearchStore(vscode.Uri.joinPath(workspaceFolder(), 'storage'), log);
  });

  afterEach(async () => {
    store.dispose();
    log.dispose();
    try {
      await vscode.workspace.fs.delete(file);
    } catch (error) {
      assert.ok(error instanceof vscode.FileSystemError && error.code === 'FileNotFound');
    }
  });

  it('are none at first, and then in a file of the first workspace folder', async () => {
    assert.deepEqual(await store.list(), []);
    const told = next(store.onDidChange);
    await store.save(TO_READ.name, TO_READ.query);
    await told;
    assert.deepEqual(await store.list(), [TO_READ]);
    assert.deepEqual(JSON.parse(await read(file)), { format: 'lectern-searches', version: 1, searches: [TO_READ] });
  });

  it('are renamed and removed', async () => {
    await store.save(TO_READ.name, TO_READ.query);
    await store.rename('To read', 'Later');
    assert.deepEqual(await store.list(), [{ ...TO_READ, name: 'Later' }]);
    await store.remove('Later');
    assert.deepEqual(await store.list(), []);
    assert.deepEqual(JSON.parse(await read(file)), { format: 'lectern-searches', version: 1, searches: [] });
  });

  it('that someone else wrote are taken up and kept', async () => {
    await store.list();
    await write(file, JSON.stringify({ format: 'lectern-searches', version: 1, searches: [{ name: 'Theirs', query: 'mamba', colour: 'red' }], more: 1 }));
    await until(store.onDidChange, async () => (await store.list()).length === 1);
    await store.save(TO_READ.name, TO_READ.query);
    const written: unknown = JSON.parse(await read(file));
    assert.deepEqual(written, { format: 'lectern-searches', version: 1, searches: [{ name: 'Theirs', query: 'mamba', colour: 'red' }, TO_READ], more: 1 });
  });

  it('in a broken or newer file are never written over', async () => {
    for (const text of ['{ not json', '<<<<<<< ours', JSON.stringify({ format: 'lectern-searches', version: 2, searches: [] })]) {
      await write(file, text);
      await assert.rejects(store.save(TO_READ.name, TO_READ.query), /\.lectern\/searches\.json/);
      assert.equal(await read(file), text);
    }
  });

  it('of two windows that save at once are all kept', async () => {
    const other = new SavedSearchStore(vscode.Uri.joinPath(workspaceFolder(), 'storage'), log);
    try {
      const names = Array.from({ length: 6 }, (_, index) => `Search ${index}`);
      await Promise.all(names.map((name, index) => (index % 2 ? store : other).save(name, 'mamba')));
      const { searches } = parseSavedSearches(await read(file));
      assert.deepEqual(searches.map(({ name }) => name).sort(), names);
    } finally {
      other.dispose();
    }
  });

  it('asked for twice at the same time are both kept', async () => {
    await Promise.all([store.save('One', 'a'), store.save('Two', 'b'), store.save('Three', 'c')]);
    assert.deepEqual((await store.list()).map(({ name }) => name), ['One', 'Two', 'Three']);
  });
});
