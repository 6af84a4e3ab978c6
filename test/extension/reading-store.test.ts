import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseReadings, readingOf } from '../../src/core/papers/reading';
import { Log } from '../../src/platform/log';
import { ReadingStore } from '../../src/platform/reading-store';

describe('reading states of two windows', () => {
  let storage: vscode.Uri;
  let log: Log;
  let windows: readonly [ReadingStore, ReadingStore];

  beforeEach(() => {
    const [folder] = vscode.workspace.workspaceFolders ?? assert.fail('no workspace');
    assert.ok(folder);
    storage = vscode.Uri.joinPath(folder.uri, `storage-${Date.now()}`);
    log = new Log();
    windows = [new ReadingStore(storage, log), new ReadingStore(storage, log)];
  });

  afterEach(async () => {
    windows.forEach((each) => each.dispose());
    log.dispose();
    await vscode.workspace.fs.delete(storage, { recursive: true });
  });

  const file = () => vscode.Uri.joinPath(storage, 'library', 'reading.json');
  const saved = async () => parseReadings(new TextDecoder().decode(await vscode.workspace.fs.readFile(file()))).readings;

  /** Waits until a window has told of changes that make something true. */
  const told = (store: ReadingStore, holds: () => Promise<boolean>): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = () =>
        void holds().then((done) => {
          if (done) {
            listening.dispose();
            resolve();
          }
        }, reject);
      const listening = store.onDidChange(look);
      look();
    });

  it('are both kept when both write at once', async () => {
    const [one, other] = windows;
    const keys = ['p', 'q'];
    for (const key of keys) {
      await Promise.all([one.setStatus([`${key}-one`], 'read'), other.addTag([`${key}-other`], 'nlp')]);
    }
    const isWhole = async (store: ReadingStore) => {
      const readings = await store.readings();
      return keys.every((key) => readingOf(readings, `${key}-one`).status === 'read' && readingOf(readings, `${key}-other`).tags.includes('nlp'));
    };
    await Promise.all(windows.map((store) => told(store, () => isWhole(store))));
    assert.equal(Object.keys(await saved()).length, 2 * keys.length);
  });

  it('tell which papers changed, here and in the other window', async () => {
    const [one, other] = windows;
    await Promise.all(windows.map((each) => each.readings()));
    const heard: (readonly string[])[] = [];
    one.onDidChange((changed) => heard.push(changed));
    await one.setStatus(['a', 'b'], 'read');
    await one.setStatus(['a'], 'read');
    assert.deepEqual(heard, [['a', 'b']]);
    await other.setStarred(['c'], true);
    await told(one, async () => readingOf(await one.readings(), 'c').starred);
    assert.deepEqual(heard[1], ['c']);
  });

  it('take tags away and add others in one write', async () => {
    const [one] = windows;
    await one.setTags(['a', 'b'], ['x', 'y']);
    await one.changeTags(['a', 'b'], ['nlp/attention', 'X'], ['Y']);
    await one.removeTag(['b'], 'x');
    assert.deepEqual([readingOf(await saved(), 'a').tags, readingOf(await saved(), 'b').tags], [['nlp/attention', 'x'], ['nlp/attention']]);
    await one.setTags(['a', 'b'], []);
    assert.deepEqual(await saved(), {});
  });
});
