import type { Locator } from 'playwright-core';
import type { CheckKind, CheckVerdict } from '../../src/core/runs/result';
import { testId } from './webview-frame';
import type { Workbench } from './workbench';

/** A check as the Lab shows it after a run. */
export interface ShownCheck {
  readonly id: string;
  readonly kind: CheckKind;
  readonly verdict: CheckVerdict;
}

/** The Lab in the window. Each use finds its frame anew, because a reload replaces it. */
export class LabPage {
  constructor(private readonly workbench: Workbench) {}

  async part(id: string): Promise<Locator> {
    const frame = await this.workbench.webview(testId('run'));
    return frame.locator(testId(id));
  }

  async press(id: string): Promise<void> {
    await (await this.part(id)).click();
  }

  /** Starts a run and waits for its checks. */
  async run(limitMs: number): Promise<readonly ShownCheck[]> {
    await this.press('run');
    const frame = await this.workbench.webview(testId('run'));
    await frame.locator('[data-testid^="check-"]').first().waitFor({ timeout: limitMs });
    return this.checks();
  }

  async checks(): Promise<readonly ShownCheck[]> {
    const frame = await this.workbench.webview(testId('run'));
    return frame.locator('[data-testid^="check-"]').evaluateAll((elements) =>
      elements.map((element) => ({
        id: (element as HTMLElement).dataset['testid']?.replace(/^check-/, '') ?? '',
        kind: (element as HTMLElement).dataset['kind'] as CheckKind,
        verdict: (element as HTMLElement).dataset['verdict'] as CheckVerdict,
      })),
    );
  }
}
