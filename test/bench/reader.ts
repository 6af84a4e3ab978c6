import type { Page } from 'playwright-core';
import { ReaderError } from '../host/reader-error';
import { NEWEST } from '../host/releases';
import { Session } from '../ui/session';
import { productionBuild } from './production';
import { median, type BenchRow } from './row';

const SAMPLES = 9;
/** Papers whose rows are in view. They take turns. */
const PAPERS = 4;
/** The first ones load the host's code for the Reader and fill the browser's cache. */
const COLD = 3;
const LIMIT_MS = 8000;
const OPENING_BUDGET_MS = 150;

/**
 * How long a paper takes from the press on its row to the first paint with its title in the Reader: the command, all
 * that the host reads, VS Code's webview and the page's own work. Times are taken in the browser, on its one clock.
 */
export async function benchReader(): Promise<readonly BenchRow[]> {
  await productionBuild();
  const session = await Session.start(NEWEST, { extension: 'development' });
  try {
    const workbench = await session.open();
    const paints = await Paints.watch(workbench.page);
    await workbench.openContainer('Lectern');
    const tree = workbench.tree('Papers');
    await tree.rows.nth(PAPERS).waitFor();
    const papers = (await tree.texts()).filter(({ expanded }) => expanded === undefined).slice(0, PAPERS).map(({ label }) => label);

    const closed = () => workbench.command('View: Close All Editors');
    const opened = await measure(papers, paints, closed, (paper) => tree.row(paper).click());
    const changed = await measure(papers, paints, () => Promise.resolve(), (paper) => tree.row(paper).click());
    const row = (name: string, values: readonly number[]): BenchRow => ({
      bench: 'reader',
      name,
      value: median(values),
      unit: 'ms',
      how: `median of ${values.length} warm: ${values.map((value) => value.toFixed(0)).join(', ')}`,
    });
    return [{ ...row('press to paint, in a new tab', opened), budget: OPENING_BUDGET_MS }, row('press to paint, in the tab that is open', changed)];
  } finally {
    await session.end();
  }
}

async function measure(papers: readonly string[], paints: Paints, prepare: () => Promise<void>, press: (paper: string) => Promise<void>): Promise<readonly number[]> {
  const values: number[] = [];
  for (let sample = 0; sample < COLD + SAMPLES; sample += 1) {
    await prepare();
    const value = await paints.after(() => press(papers[sample % papers.length] ?? ''));
    if (sample >= COLD) values.push(value);
  }
  return values;
}

/** Presses and paints of the whole window, on the clock that its frames share. */
class Paints {
  private shown: string | undefined;

  private constructor(
    private readonly page: Page,
    private readonly pressed: { at: number },
  ) {}

  static async watch(page: Page): Promise<Paints> {
    const pressed = { at: 0 };
    await page.exposeBinding('reportPress', (_source, at: number) => {
      pressed.at = at;
    });
    await page.evaluate(() => {
      const report = Reflect.get(window, 'reportPress') as (at: number) => void;
      window.addEventListener('mousedown', () => report(performance.timeOrigin + performance.now()), { capture: true });
    });
    return new Paints(page, pressed);
  }

  /** Milliseconds from the press of the action to the first paint of another paper that is seen: at most a few too many. */
  async after(press: () => Promise<void>): Promise<number> {
    await press();
    const limit = Date.now() + LIMIT_MS;
    while (Date.now() < limit) {
      for (const frame of this.page.frames().slice(1)) {
        const paint = await frame.evaluate(paintOf, this.shown).catch(() => undefined); // the frame went away while it was looked at
        if (paint !== undefined) {
          this.shown = paint.title;
          return paint.at - this.pressed.at;
        }
      }
    }
    throw new ReaderError(`No paper was shown within ${LIMIT_MS / 1000} s.`);
  }
}

/** Runs in a frame: its title and the moment, if it shows another one. It may use nothing of this module. */
async function paintOf(before: string | undefined): Promise<{ readonly title: string; readonly at: number } | undefined> {
  const title = document.querySelector('h1[data-testid="title"]')?.textContent ?? undefined;
  if (title === undefined || title === before || document.body.clientWidth === 0) return undefined;
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 0)));
  return { title, at: performance.timeOrigin + performance.now() };
}
