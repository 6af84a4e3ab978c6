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
import { randomSuffix } from '../../src/platform/random-suffix';
import { placesIn } from './checker';
import { DiskAnnotationFiles } from './disk-annotation-files';
import { now, writeWithoutEnd } from './endless-writing';

const [, , folder = '', paper = ''] = argv;
const places = placesIn(folder);
const annotations = new DiskAnnotationFiles(places.annotations);
const drafts = new DiskAnnotationFiles(places.drafts);
const readings = new DiskAnnotationFiles(path.dirname(places.readings));
const readingsFile = path.basename(places.readings);
const newId = idMaker(Date.now, (bytes) => crypto.getRandomValues(bytes));

const context = (): ChangeContext => ({ files: annotations, modified: now(), uniqueSuffix: randomSuffix });

await writeWithoutEnd(
  paper,
  {
    async add(of, comment) {
      const annotation: Annotation = { id: newId(), paper: of, colour: 'yellow', tags: [], comment, created: now(), modified: now() };
      await addFile(annotations, annotation);
      return annotation;
    },
    comment: (annotation, comment) => changeFile(context(), annotationPath(annotation.paper, annotation.id), annotation, { comment }),
    remove: (annotation) => removeFile(annotations, annotationPath(annotation.paper, annotation.id), annotation),
    draft: (draft) => drafts.replace(`${draft.paper}/${draft.id}.json`, encodeDraft(draft)),
    tag: (of, tag) =>
      readings.locked(readingsFile, async () => {
        const file = parseReadings((await readings.read(readingsFile)) ?? '');
        const changed = changeReadings(file, [of], () => ({ tags: [tag] }));
        await readings.replace(readingsFile, serialiseReadings(changed.readings, changed));
      }),
  },
  // In one go, so that a line is whole or not there.
  (line) => writeSync(1, `${JSON.stringify(line)}\n`),
);
