import assert from 'node:assert/strict';
import { decodeDraft } from '../../src/core/annotations/draft';
import { clearLeftovers } from '../../src/core/annotations/storage/clear-leftovers';
import { FolderReader } from '../../src/core/annotations/storage/folder-reader';
import { parseReadings, readingOf } from '../../src/core/papers/reading';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { stateIn, type Line } from './acknowledged';
import { DiskAnnotationFiles } from './disk-annotation-files';

const LONG_AFTER_MS = 24 * 60 * 60 * 1000;

/** Where writers write. */
export interface Places {
  readonly annotations: string;
  readonly drafts: string;
  /** The file of reading states. */
  readonly readings: string;
}

/** The places of writers without VS Code, all in one folder. */
export function placesIn(folder: string): Places {
  return { annotations: path.join(folder, 'annotations'), drafts: path.join(folder, 'drafts'), readings: path.join(folder, 'reading.json') };
}

/** Proves that what the writer of a paper was told to be written is there, in that state or a later one, and that nothing is broken. */
export async function check(places: Places, paper: string, lines: readonly Line[]): Promise<void> {
  const annotations = new DiskAnnotationFiles(places.annotations);
  const drafts = new DiskAnnotationFiles(places.drafts);
  const { annotations: stored, conflicts, problems } = await new FolderReader(annotations).read(paper);
  assert.deepEqual(problems, [], 'no file is broken');
  assert.deepEqual(conflicts, [], 'one writer has no conflicts');
  const states = new Map(stored.map(({ annotation }) => [annotation.id, stateIn(annotation.comment)]));
  const readings = parseReadings(await readFile(places.readings, 'utf8').catch(() => ''));
  assert.deepEqual(readings.problems, [], 'the readings are whole');
  const gone = new Set(lines.flatMap((line) => (line.what === 'deleting' || line.what === 'deleted' ? [line.id] : [])));
  for (const line of lines) {
    switch (line.what) {
      case 'annotation':
        assert.ok(gone.has(line.id) || (states.get(line.id) ?? -1) >= line.state, `the annotation ${line.id} is there in state ${line.state}`);
        break;
      case 'deleting':
        break;
      case 'deleted':
        assert.ok(!states.has(line.id), `the annotation ${line.id} stays deleted`);
        break;
      case 'draft': {
        const read = decodeDraft((await drafts.read(`${paper}/${line.id}.json`)) ?? '');
        assert.ok('comment' in read && stateIn(read.comment) >= line.state, `the draft ${line.id} is there in state ${line.state}`);
        break;
      }
      case 'reading':
        assert.ok(stateIn(readingOf(readings.readings, paper).tags[0]) >= line.state, `the reading is there in state ${line.state}`);
        break;
    }
  }
}

/** Proves that what stopped writes left goes with time, and how much there was. */
export async function checkLeftovers({ annotations }: Places): Promise<number> {
  const files = new DiskAnnotationFiles(annotations);
  const count = async () => {
    const folders = await files.list('');
    const names = await Promise.all(folders.map(({ name }) => files.list(name)));
    return names.flat().filter(({ name }) => /\.(?:tmp|lock)/u.test(name)).length;
  };
  const left = await count();
  await clearLeftovers(files, Date.now() + LONG_AFTER_MS);
  assert.equal(await count(), 0, 'leftovers are cleared');
  return left;
}
