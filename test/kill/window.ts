/** Makes annotations as one of two windows, and changes ones that are there: a field that the other leaves alone, and one that it changes too. usage: window FOLDER COUNT NAME ID… */
import { argv } from 'node:process';
import { idMaker } from '../../src/core/annotations/annotation-id';
import { addFile, changeFile } from '../../src/core/annotations/storage/change-file';
import { annotationPath } from '../../src/core/annotations/storage/annotation-paths';
import { decodeAnnotation } from '../../src/core/annotations/decode-annotation';
import { isoWithZone } from '../../src/core/runs/run-id';
import { randomSuffix } from '../../src/platform/random-suffix';
import { DiskAnnotationFiles } from './disk-annotation-files';

const [, , folder = '', count = '', name = '', ...ids] = argv;
const files = new DiskAnnotationFiles(folder);
const newId = idMaker(Date.now, (bytes) => crypto.getRandomValues(bytes));
const now = isoWithZone(new Date());

const seen = await Promise.all(
  ids.map(async (id) => {
    const read = decodeAnnotation((await files.read(annotationPath('shared', id))) ?? '');
    if (!read.ok) throw new Error(read.problem);
    return read.annotation;
  }),
);
process.send?.('ready');
await new Promise((resolve) => process.once('message', resolve));

const context = { files, modified: now, uniqueSuffix: randomSuffix };
for (let number = 0; number < Number(count); number++) {
  await addFile(files, { id: newId(), paper: 'shared', colour: 'yellow', tags: [], comment: `${name} ${number}`, created: now, modified: now });
  const annotation = seen[number];
  if (annotation) {
    const path = annotationPath('shared', annotation.id);
    await changeFile(context, path, annotation, name === 'one' ? { kind: 'claim', tags: ['one'] } : { resolved: true, tags: ['other'] });
    await changeFile(context, path, annotation, { comment: `changed by ${name}` });
  }
}
process.disconnect();
