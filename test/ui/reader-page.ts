import type { Locator } from 'playwright-core';
import { testId } from './webview-frame';
import type { Workbench } from './workbench';

/** The Reader in the window. Each use finds its frame anew, because a reload or another paper replaces it. */
export class ReaderPage {
  constructor(private readonly workbench: Workbench) {}

  async part(id: string): Promise<Locator> {
    const frame = await this.workbench.webview(testId('abstract'));
    return frame.locator(testId(id));
  }

  async text(id: string): Promise<string> {
    return (await this.part(id)).innerText();
  }

  async press(id: string): Promise<void> {
    await (await this.part(id)).click();
  }

  /** Whether a status or the star is set, by the state a screen reader is told. */
  async isSet(id: string): Promise<boolean> {
    const control = await this.part(id);
    return control.evaluate(
      (element) =>
        element.getAttribute('aria-checked') === 'true' ||
        element.getAttribute('aria-pressed') === 'true' ||
        (element instanceof HTMLInputElement && element.checked),
    );
  }
}
