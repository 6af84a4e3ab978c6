import * as vscode from 'vscode';
import type { DemoEntry } from '../../core/catalog/catalog';
import { relativePath } from '../../core/notes/relative-path';
import type { Paper } from '../../core/papers/paper';
import { runAsMarkdown } from '../../core/runs/markdown';
import { parseRunResult } from '../../core/runs/parse';
import type { RunId } from '../../core/runs/record';
import type { ChartPicture, FromLab } from '../../protocol/lab';
import { ReaderError } from '../../platform/errors';
import type { RunSummary } from '../../platform/stores';
import { papersOf } from './demo-papers';
import type { LabContext } from './lab-context';
import { pngBytes } from './png';

type Unchecked = FromLab<unknown>;
type KeptRun = Extract<RunSummary, { record: object }>;

interface RunMessage {
  readonly result: unknown;
  readonly pictures: readonly ChartPicture[];
}

/** The run lies in its folder, but the note could not be written. */
export class KeptWithoutNote extends ReaderError {
  constructor(
    readonly run: RunId,
    reason: string,
  ) {
    super(vscode.l10n.t('The run was kept as {0}, but it could not be added to the note: {1}', run, reason));
  }
}

/** @throws ReaderError when the page sent no whole run of this demo, or the run cannot be written */
export async function keepRun(message: RunMessage, demo: DemoEntry, { papers, runs }: LabContext): Promise<KeptRun> {
  const parsed = parseRunResult(message.result);
  if (!parsed.ok) {
    throw new ReaderError(vscode.l10n.t('This run cannot be kept. {0}', parsed.problem));
  }
  if (parsed.result.provenance.demo !== demo.slug) {
    throw new ReaderError(vscode.l10n.t('This run is one of another demo ({0}) and was not kept.', parsed.result.provenance.demo));
  }
  const keys = (await papersOf(demo, papers)).map(({ key }) => key);
  const pictures = message.pictures.map(({ chart, png }) => ({ chart, png: pngBytes(png) }));
  return runs.keep(parsed.result, keys, demo.title, pictures);
}

/**
 * Keeps the run unless it is kept already, then puts it at the end of its paper's note.
 *
 * @returns the run, and the note's path as the user knows it
 * @throws CancellationError when the user picks no paper
 */
export async function addToNote(
  message: Extract<Unchecked, { kind: 'addToNote' }>,
  demo: DemoEntry,
  context: LabContext,
): Promise<{ readonly run: RunId; readonly note: string }> {
  const { notes } = context;
  // Asked first: who changes their mind here has nothing kept.
  const paper = await paperFor(demo, context);
  const run = (await keptRun(message.run, context)) ?? (await keepRun(message, demo, context));
  try {
    const note = await notes.open(paper);
    await notes.append(note, runAsMarkdown(run.record, relativePath(note.uri.path, run.uri.path)));
    return { run: run.id, note: note.path };
  } catch (error) {
    if (error instanceof ReaderError) {
      throw new KeptWithoutNote(run.id, error.message);
    }
    throw error;
  }
}

async function keptRun(id: RunId | undefined, { runs }: LabContext): Promise<KeptRun | undefined> {
  const run = id === undefined ? undefined : (await runs.list()).find((one) => one.id === id);
  return run && 'record' in run ? run : undefined;
}

async function paperFor(demo: DemoEntry, { papers }: LabContext): Promise<Paper> {
  const [first, ...more] = await papersOf(demo, papers);
  if (!first) {
    throw new ReaderError(vscode.l10n.t('The paper of this demo is not in your library, so there is no note to add to. Keep the run instead.'));
  }
  if (more.length === 0) {
    return first;
  }
  const picked = await vscode.window.showQuickPick(
    [first, ...more].map((paper) => ({ label: paper.title, paper })),
    { title: vscode.l10n.t('Add to the Note of Which Paper?') },
  );
  if (!picked) {
    throw new vscode.CancellationError();
  }
  return picked.paper;
}
