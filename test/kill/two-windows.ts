import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { addFile } from '../../src/core/annotations/storage/change-file';
import { FolderReader } from '../../src/core/annotations/storage/folder-reader';
import { annotation } from '../unit/annotations/arbitrary';
import { DiskAnnotationFiles } from './disk-annotation-files';
import { built } from './kill-writers';
import path from 'node:path';

/** Lets two processes write at once, each `count` annotations, and both change the same `shared` ones; proves that nothing is lost. */
export async function writeInTwoWindows(folder: string, count: number, shared: number): Promise<void> {
  const program = await built('window', folder);
  const place = path.join(folder, 'annotations');
  const files = new DiskAnnotationFiles(place);
  const ids = Array.from({ length: shared }, (_, number) => `shared-${number}`);
  for (const id of ids) {
    await addFile(files, annotation({ id, paper: 'shared', comment: 'as seen' }));
  }
  const windows = ['one', 'other'].map((name) => fork(program, [place, String(count), name, ...ids]));
  await Promise.all(windows.map((window) => once(window, 'message')));
  const ends = windows.map((window) => once(window, 'exit'));
  windows.forEach((window) => window.send('go'));
  assert.deepEqual(await Promise.all(ends), [
    [0, null],
    [0, null],
  ]);
  const { annotations, conflicts, problems } = await new FolderReader(files).read('shared');
  assert.deepEqual(problems, []);
  const comments = new Set(annotations.map((one) => one.annotation.comment));
  for (const name of ['one', 'other']) {
    for (let number = 0; number < count; number++) {
      assert.ok(comments.has(`${name} ${number}`), `annotation ${number} of window ${name} is there`);
    }
  }
  assert.equal(annotations.length, 2 * count + shared);
  for (const id of ids) {
    const one = annotations.find((stored) => stored.annotation.id === id)?.annotation;
    assert.deepEqual([one?.kind, one?.resolved, one?.tags], ['claim', true, ['one', 'other']], `${id} has what each window set`);
    const versions = conflicts.filter(({ here }) => here.id === id).flatMap(({ here, other }) => [here.comment, other.comment]);
    assert.deepEqual(versions.sort(), ['changed by one', 'changed by other'], `${id} keeps the comments of both`);
  }
}
