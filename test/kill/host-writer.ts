/** Runs in an extension host: writes through Lectern's own stores without end, and says in a file what is done. */
import { closeSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { AnnotationStore } from '../../src/platform/annotation-store';
import { DraftStore } from '../../src/platform/draft-store';
import { Log } from '../../src/platform/log';
import { ReadingStore } from '../../src/platform/reading-store';
import { writeWithoutEnd } from './endless-writing';

/** What the extension host calls. It ends only when a write fails, which is told too. */
export async function run(): Promise<void> {
  const folder = process.env['LECTERN_KILL_FOLDER'];
  if (folder === undefined) throw new Error('LECTERN_KILL_FOLDER names the folder to write in.');
  const storage = vscode.Uri.file(path.join(folder, 'storage'));
  const log = new Log();
  const annotations = new AnnotationStore(storage, log);
  const drafts = new DraftStore(storage, log);
  const readings = new ReadingStore(storage, log);
  const paper = `paper-${process.pid}-${Date.now()}`;
  const told = openSync(path.join(folder, 'told', `${paper}.jsonl`), 'a');
  const say = (line: unknown) => writeSync(told, `${JSON.stringify(line)}\n`);
  try {
    await writeWithoutEnd(
      paper,
      {
        add: (of, comment) => annotations.add({ paper: of, comment }),
        comment: (annotation, comment) => annotations.change(annotation, { comment }),
        remove: ({ id }) => annotations.remove([id]),
        draft: (draft) => drafts.keep(draft),
        tag: (of, tag) => readings.setTags([of], [tag]),
      },
      say,
    );
  } catch (error) {
    say({ what: 'failed', why: error instanceof Error ? error.stack : String(error) });
    closeSync(told);
    throw error;
  }
}
