import { copyFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../host/paths';
import { NEWEST } from '../host/releases';
import { Session } from '../ui/session';
import type { Workbench } from '../ui/workbench';
import { Paints, type Sight } from './paints';
import { productionBuild } from './production';
import { median, type BenchRow } from './row';

const SAMPLES = 11;
/** Rows that are in view. They take turns. */
const ROWS = 4;
/** Openings before what counts as warm: they load the host's code, start VS Code's worker for pages and fill the browser's cache. */
const COLD = 3;
const WORKER_STARTS_MS = 5_000;
const OPENING_BUDGET_MS = 150;

/** Something that a click on a row opens. */
interface Opening {
  readonly sight: Sight;
  readonly press: (turn: number) => Promise<void>;
}

interface Times {
  readonly first: number;
  readonly warm: readonly number[];
}

/**
 * How long a paper takes from the press on its row to the first paint with its title in the Reader: the command, all
 * that the host reads, VS Code's webview and the page's own work. Times are taken in the browser, on its one clock.
 *
 * Warm: papers were opened in this window before, and another one is chosen. Beside it stand what VS Code itself takes
 * for the same press: its own picture preview, which is a page in a webview too, and a text file.
 */
export async function benchReader(): Promise<readonly BenchRow[]> {
  await productionBuild();
  const session = await Session.start(NEWEST, { extension: 'development' });
  try {
    await writePeers(session.workspace);
    const workbench = await session.open();
    const paints = await Paints.watch(workbench.page);
    const reader = await readerOpening(workbench);
    const opened = await measure(reader, paints, () => workbench.command('View: Close All Editors'));
    const changed = await measure(reader, paints);
    await workbench.openContainer('Explorer');
    const picture = await measure(fileOpening(workbench, 'png', { selector: 'img', attribute: 'src' }), paints);
    const text = await measure(fileOpening(workbench, 'txt', { selector: '.editor-instance .monaco-editor[data-uri$=".txt"] .view-line' }), paints);

    const peer = median(picture.warm);
    const ratio = (of: Times) => `, ${(median(of.warm) / peer).toFixed(2)} × the picture preview`;
    const row = (name: string, { warm }: Times, more = ''): BenchRow => ({
      bench: 'reader', name, value: median(warm), unit: 'ms', how: `median of ${warm.length} warm: ${warm.map((value) => value.toFixed(0)).join(', ')}${more}`,
    });
    return [
      { bench: 'reader', name: 'press to paint, first paper of the window', value: opened.first, unit: 'ms', how: 'one, cold' },
      { ...row('press to paint, in a new tab', opened, ratio(opened)), budget: OPENING_BUDGET_MS },
      { ...row('press to paint, in the tab that is open', changed, ratio(changed)), budget: OPENING_BUDGET_MS },
      row('peer: picture in VS Code’s own preview, in the tab that is open', picture),
      row('peer: text file in VS Code’s editor, in the tab that is open', text),
    ];
  } finally {
    await session.end();
  }
}

async function readerOpening(workbench: Workbench): Promise<Opening> {
  await workbench.openContainer('Lectern');
  const tree = workbench.tree('Papers');
  await tree.rows.nth(ROWS).waitFor();
  const papers = (await tree.texts()).filter(({ expanded }) => expanded === undefined).map(({ label }) => label);
  return { sight: { selector: 'h1[data-testid="title"]' }, press: (turn) => tree.row(papers[turn % ROWS] ?? '').click() };
}

function fileOpening(workbench: Workbench, extension: string, sight: Sight): Opening {
  const row = (turn: number) => workbench.page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: `peer-${turn % ROWS}.${extension}` });
  return { sight, press: (turn) => row(turn).click() };
}

async function writePeers(workspace: string): Promise<void> {
  for (let index = 0; index < ROWS; index += 1) {
    await copyFile(path.join(ROOT, 'media/icons/lectern.png'), path.join(workspace, `peer-${index}.png`));
    await writeFile(path.join(workspace, `peer-${index}.txt`), `Peer ${index}\n`);
  }
}

async function measure({ press, sight }: Opening, paints: Paints, prepare = (): Promise<void> => Promise.resolve()): Promise<Times> {
  const values: number[] = [];
  for (let turn = 0; turn < COLD + SAMPLES; turn += 1) {
    await prepare();
    values.push(await paints.after(() => press(turn), sight));
    // VS Code's worker for webviews starts with the first page. Where that is closed before it runs, the next one waits for it, whoever's it is.
    if (turn === 0) await sleep(WORKER_STARTS_MS);
  }
  const [first = NaN] = values;
  return { first, warm: values.slice(COLD) };
}
