import type { Page } from 'playwright-core';
import type { PaperView } from '../../src/protocol/reader';
import { BuiltPage } from './built-page';
import { inspectPage, installTripwire, type Inspection } from './tripwire';

/** The built Reader page in a browser, with a host that only listens. */
export class ReaderHarness {
  private constructor(private readonly built: BuiltPage) {}

  static async start(): Promise<ReaderHarness> {
    const built = await BuiltPage.open('reader', installTripwire);
    await built.page.waitForFunction(() => Reflect.get(window, 'pageIsReady') === true);
    return new ReaderHarness(built);
  }

  get page(): Page {
    return this.built.page;
  }

  /** Shows a paper with a formula and waits until it is set: later ones are shown at once. */
  async loadFormulas(paper: PaperView): Promise<void> {
    await this.show({ ...paper, abstract: 'Of $O(n)$' });
    await this.page.locator('math').first().waitFor();
  }

  /** Shows a paper and looks at all that must not have happened since the page began. */
  async show(paper: PaperView): Promise<Inspection & { readonly requests: readonly string[] }> {
    const inspection = await this.page.evaluate(inspectPage, paper);
    return { ...inspection, requests: this.built.foreignRequests };
  }

  async end(): Promise<void> {
    await this.built.end();
  }
}
