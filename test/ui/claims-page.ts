import type { Locator } from 'playwright-core';
import { testId } from './webview-frame';
import type { Workbench } from './workbench';

/** The table of all claims in the window. Each use finds its frame anew, because a reload replaces it. */
export class ClaimsPage {
  constructor(private readonly workbench: Workbench) {}

  async part(id: string): Promise<Locator> {
    const frame = await this.workbench.webview(testId('claims-filter'));
    return frame.locator(testId(id));
  }

  /** How a column is sorted, as a screen reader is told. */
  async sorted(column: string): Promise<string | null> {
    return (await this.part(`sort-${column}`)).locator('xpath=..').getAttribute('aria-sort');
  }

  /** The values of the rows that are shown. */
  async values(): Promise<readonly string[]> {
    return (await this.part('claims')).locator('tbody td.number').allInnerTexts();
  }
}
