import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { parseReadings, readingOf } from '../../src/core/papers/reading';
import { Log } from '../../src/platform/log';
import { ReadingStore } from '../../src/platform/reading-store';
import { next } from './records';

describe('reading states of two windows', () => {
  let storage: vscode.Uri;
  let log: Log;
  let windows: readonly [ReadingStore, ReadingStore];

  beforeEach(async () => {
    log = new Log();
    await openWindows();
  });

  afterEach(async () => {
    await closeWindows();
    log.dispose();
  });

  /** Where the storage is outside tests too: in no workspace folder. */
  const openWindows = async (): Promise<void> => {
    storage = vscode.Uri.file(await mkdtemp(path.join(tmpdir(), 'lectern-storage-')));
    windows = [new ReadingStore(storage, log), new ReadingStore(storage, log)];
  };
  const closeWindows = async (): Promise<void> => {
    windows.forEach((each) => each.dispose());
    await vscode.workspace.fs.delete(storage, { recursive: true });
  };
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

  /**
   * Windows that hear of each other. VS Code takes a moment before it watches a new folder, and one in twenty it never does,
   * whatever happens there: then with another one.
   */
  const hearingWindows = async (): Promise<readonly [ReadingStore, ReadingStore]> => {
    for (;;) {
      const [one, other] = windows;
      await Promise.all(windows.map((each) => each.readings()));
      if ((await hears(other, one)) && (await hears(one, other))) {
        return windows;
      }
      await closeWindows();
      await openWindows();
    }
  };

  const hears = async (reader: ReadingStore, writer: ReadingStore): Promise<boolean> => {
    const heard = next(reader.onDidChange).then(() => true);
    for (let attempt = 0; attempt < 12; attempt++) {
      await writer.setStarred(['probe'], attempt % 2 === 0);
      if (await Promise.race([heard, sleep(250, false)])) {
        await writer.setStarred(['probe'], false);
        await told(reader, async () => !readingOf(await reader.readings(), 'probe').starred);
        return true;
      }
    }
    return false;
  };

  it('are both kept when both write at once', async () => {
    const [one, other] = await hearingWindows();
    const keys = Array.from({ length: 12 }, (_, round) => `p${round}`);
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
    const [one, other] = await hearingWindows();
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
