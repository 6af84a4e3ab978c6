import * as vscode from 'vscode';
import type { DemoSlug } from '../core/catalog/catalog';
import type { PaperKey } from '../core/papers/paper';
import { parseRunRecord, parseRunResult, serialiseRunRecord } from '../core/runs/parse';
import { pictureNames } from '../core/runs/picture-names';
import { RUN_FORMAT, RUN_VERSION, type RunId } from '../core/runs/record';
import type { RunResult } from '../core/runs/result';
import { isoWithZone, runId, timeOfRunId } from '../core/runs/run-id';
import { ReaderError } from './errors';
import { createWhole, displayPath, readText } from './files';
import { entriesOf, statOf } from './folders';
import type { Log } from './log';
import { Owned } from './owned';
import { currentRecordFolders, RUNS_PATH, type RecordFolders } from './record-folders';
import { MOST_RECORDS, RecordList } from './record-list';
import type { KeptRun, RunPicture, Runs, RunSummary } from './stores';

const RECORD_FILE = 'run.json';
const LONGEST_RECORD = 32 * 1024 * 1024;
const MOST_PICTURES = 32;
const LARGEST_PICTURE = 8 * 1024 * 1024;

/** A folder without a record this young is one that is being written. */
const WRITING_MS = 60_000;

/** The runs the user kept: a folder each, never written again. */
export class RunStore implements Runs, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly runs: RecordList<RunSummary>;
  readonly onDidChange: vscode.Event<void>;

  constructor(
    private readonly storage: vscode.Uri,
    log: Log,
  ) {
    this.runs = this.owned.add(new RecordList({ watched: watchedPaths, find: recordFiles, read: summaryOf }, storage, log));
    this.onDidChange = this.runs.onDidChange;
  }

  dispose(): void {
    this.owned.dispose();
  }

  async list(): Promise<readonly RunSummary[]> {
    return [...(await this.runs.list())].sort((one, other) => timeOf(other) - timeOf(one));
  }

  async keep(result: RunResult, papers: readonly PaperKey[], title: string, pictures: readonly RunPicture[]): Promise<KeptRun> {
    const whole = parseRunResult(result);
    if (!whole.ok) {
      throw new ReaderError(vscode.l10n.t('This run cannot be kept. {0}', whole.problem));
    }
    checkPictures(pictures);
    const { runs } = currentRecordFolders(this.storage);
    const kept = isoWithZone(new Date());
    const { demo } = whole.result.provenance;
    const id = await freeId(runs, kept, demo);
    const thoughts = { hypothesis: '', expectation: '', conclusion: '', tags: [] };
    const record = { format: RUN_FORMAT, version: RUN_VERSION, id, demo, title, papers, kept, ...thoughts, result: whole.result } as const;
    const parsed = parseRunRecord(record);
    if (!parsed.ok) {
      throw new ReaderError(vscode.l10n.t('This run cannot be kept. {0}', parsed.problem));
    }
    const folder = vscode.Uri.joinPath(runs, id);
    await writeRun(folder, serialiseRunRecord(parsed.record), pictures);
    this.runs.touch(folder);
    return { id, uri: vscode.Uri.joinPath(folder, RECORD_FILE), record: parsed.record };
  }
}

/** The folders above too: when one of them goes, only that is told. */
function watchedPaths(): readonly string[] {
  return ['.lectern', RUNS_PATH, `${RUNS_PATH}/**`];
}

async function recordFiles({ runs }: RecordFolders): Promise<readonly vscode.Uri[]> {
  const folders = (await entriesOf(runs)).filter(({ isFolder }) => isFolder);
  // The newest have the last names.
  return folders.slice(-MOST_RECORDS).map(({ uri }) => vscode.Uri.joinPath(uri, RECORD_FILE));
}

async function summaryOf(uri: vscode.Uri): Promise<RunSummary | undefined> {
  const folder = vscode.Uri.joinPath(uri, '..');
  const id = folder.path.slice(folder.path.lastIndexOf('/') + 1);
  try {
    const stat = await statOf(uri);
    if (!stat) {
      return (await isBeingWritten(folder)) ? undefined : { id, uri, problem: vscode.l10n.t('This run has no run.json: it was not written to its end.') };
    }
    if (stat.size > LONGEST_RECORD) {
      return { id, uri, problem: vscode.l10n.t('Its run.json is longer than 32 MiB and was not read.') };
    }
    const parsed = parseRunRecord(JSON.parse((await readText(uri)) ?? ''));
    return parsed.ok ? { id, uri, record: parsed.record } : { id, uri, problem: parsed.problem };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { id, uri, problem: error instanceof SyntaxError ? vscode.l10n.t('Its run.json is not valid JSON: {0}', reason) : reason };
  }
}

async function isBeingWritten(folder: vscode.Uri): Promise<boolean> {
  const stat = await statOf(folder);
  return stat === undefined || Date.now() - Math.max(stat.ctime, stat.mtime) < WRITING_MS;
}

function timeOf(run: RunSummary): number {
  return 'record' in run ? Date.parse(run.record.kept) : (timeOfRunId(run.id) ?? 0);
}

async function freeId(runs: vscode.Uri, kept: string, demo: DemoSlug): Promise<RunId> {
  let id: RunId;
  do {
    id = runId(kept, demo, Math.random);
  } while ((await statOf(vscode.Uri.joinPath(runs, id))) !== undefined);
  return id;
}

function checkPictures(pictures: readonly RunPicture[]): void {
  if (pictures.length > MOST_PICTURES || pictures.some(({ png }) => png.byteLength > LARGEST_PICTURE)) {
    throw new ReaderError(vscode.l10n.t('This run cannot be kept. It has more than {0} pictures or one of more than 8 MiB.', MOST_PICTURES));
  }
}

/** The record goes last: a run that was not written to its end is never taken for a whole one. */
async function writeRun(folder: vscode.Uri, record: string, pictures: readonly RunPicture[]): Promise<void> {
  if (record.length > LONGEST_RECORD) {
    throw new ReaderError(vscode.l10n.t('This run cannot be kept. Its record is longer than 32 MiB.'));
  }
  let isNew: boolean;
  try {
    await vscode.workspace.fs.createDirectory(folder);
    await writePictures(folder, pictures);
    isNew = await createWhole(vscode.Uri.joinPath(folder, RECORD_FILE), record);
  } catch (error) {
    await discard(folder);
    throw error instanceof ReaderError ? error : new ReaderError(vscode.l10n.t('{0} could not be written: {1}', displayPath(folder), String(error)));
  }
  if (!isNew) {
    throw new ReaderError(vscode.l10n.t('{0} holds a run already. Keep this one again.', displayPath(folder)));
  }
}

async function writePictures(folder: vscode.Uri, pictures: readonly RunPicture[]): Promise<void> {
  const names = pictureNames(pictures.map(({ chart }) => chart));
  for (const [index, name] of names.entries()) {
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), pictures[index]?.png ?? new Uint8Array());
  }
}

async function discard(folder: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(folder, { recursive: true });
  } catch {
    // What is left of it is listed as a run without a record; the write's own failure is what is told.
  }
}
