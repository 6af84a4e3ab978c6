import type { Page } from 'playwright-core';
import { ReaderError } from '../host/reader-error';

const LIMIT_MS = 20_000;

/** What is looked for in every frame of the window: the text, or else the attribute, of the first element that is seen. */
export interface Sight {
  readonly selector: string;
  readonly attribute?: string;
}

/** Presses and paints of the whole window, on the clock that its frames share. */
export class Paints {
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

  /** Milliseconds from the press of the action to the first paint of another sight than before: at most a few too many. */
  async after(press: () => Promise<void>, sight: Sight): Promise<number> {
    await press();
    const limit = Date.now() + LIMIT_MS;
    while (Date.now() < limit) {
      for (const frame of this.page.frames()) {
        const paint = await frame.evaluate(paintOf, { sight, before: this.shown }).catch(() => undefined); // the frame went away while it was looked at
        if (paint !== undefined) {
          this.shown = paint.seen;
          return paint.at - this.pressed.at;
        }
      }
    }
    throw new ReaderError(`Nothing else than “${this.shown ?? ""}” was shown within ${LIMIT_MS / 1000} s.`);
  }
}

/** Runs in a frame: what it shows and the moment, if that is another thing. It may use nothing of this module. */
async function paintOf({ sight, before }: { readonly sight: Sight; readonly before: string | undefined }): Promise<{ readonly seen: string; readonly at: number } | undefined> {
  const found = document.querySelector(sight.selector);
  const seen = (sight.attribute === undefined ? found?.textContent : found?.getAttribute(sight.attribute)) ?? undefined;
  if (seen === undefined || seen === before || document.body.clientWidth === 0) return undefined;
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 0)));
  return { seen, at: performance.timeOrigin + performance.now() };
}
