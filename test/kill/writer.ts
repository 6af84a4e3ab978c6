/** Writes annotations, drafts and readings without end, and says on its output what is done. usage: writer FOLDER PAPER */
import { writeSync } from 'node:fs';
import path from 'node:path';
import { argv } from 'node:process';
import type { Annotation } from '../../src/core/annotations/annotation';
import { idMaker } from '../../src/core/annotations/annotation-id';
import { encodeDraft } from '../../src/core/annotations/draft';
import { addFile, changeFile, removeFile, type ChangeContext } from '../../src/core/annotations/storage/change-file';
import { annotationPath } from '../../src/core/annotations/storage/annotation-paths';
import { changeReadings, parseReadings, serialiseReadings } from '../../src/core/papers/reading';
import { isoWithZone } from '../../src/core/runs/run-id';
import { randomSuffix } from '../../src/platform/random-suffix';
import type { Line } from './acknowledged';
import { DiskAnnotationFiles } from './disk-annotation-files';

const [, , folder = '', paper = ''] = argv;
const annotations = new DiskAnnotationFiles(path.join(folder, 'annotations'));
const storage = new DiskAnnotationFiles(folder);
const newId = idMaker(Date.now, (bytes) => crypto.getRandomValues(bytes));

const now = () => isoWithZone(new Date());
const context = (): ChangeContext => ({ files: annotations, modified: now(), uniqueSuffix: randomSuffix });

/** In one go, so that a line is whole or not there. */
function say(line: Line): void {
  writeSync(1, `${JSON.stringify(line)}\n`);
}

/** Makes an annotation, changes it again and again, and now and then deletes it. */
async function annotate(): Promise<never> {
  for (;;) {
    const id = newId();
    let annotation: Annotation = { id, paper, colour: 'yellow', tags: [], comment: 'State 0', created: now(), modified: now() };
    await addFile(annotations, annotation);
    say({ what: 'annotation', paper, id, state: 0 });
    const most = Math.floor(Math.random() * 8);
    for (let state = 1; state <= most; state++) {
      // Long enough for a write to be stopped in the middle of it.
      const comment = `${'words '.repeat(Math.floor(Math.random() * 20_000))}State ${state}`;
      annotation = await changeFile(context(), annotationPath(paper, id), annotation, { comment });
      say({ what: 'annotation', paper, id, state });
    }
    if (Math.random() < 0.2) {
      say({ what: 'deleting', paper, id });
      await removeFile(annotations, annotationPath(paper, id), annotation);
      say({ what: 'deleted', paper, id });
    }
  }
}

async function draft(): Promise<never> {
  for (let state = 0; ; state++) {
    const id = `draft-${state % 5}`;
    await storage.replace(`drafts/${paper}/${id}.json`, encodeDraft({ id, paper, purpose: { kind: 'add' }, comment: `State ${state}`, modified: now() }));
    say({ what: 'draft', paper, id, state });
  }
}

async function read(): Promise<never> {
  for (let state = 0; ; state++) {
    await storage.locked('reading.json', async () => {
      const file = parseReadings((await storage.read('reading.json')) ?? '');
      const { readings, ...rest } = changeReadings(file, [paper], () => ({ tags: [`state ${state}`] }));
      await storage.replace('reading.json', serialiseReadings(readings, rest));
    });
    say({ what: 'reading', paper, state });
  }
}

await Promise.all([annotate(), annotate(), annotate(), draft(), read()]);
