import type { Locator, Page } from 'playwright-core';

/** The quick pick or input box at the top of the window: one exists at a time. */
export class QuickPick {
  readonly widget: Locator;
  readonly input: Locator;
  readonly options: Locator;

  constructor(private readonly page: Page) {
    this.widget = page.locator('.quick-input-widget:visible');
    this.input = this.widget.locator('input[type="text"], input.input').first();
    this.options = this.widget.getByRole('option');
  }

  /** The first option that holds the text, once it is there. */
  async option(text: string | RegExp): Promise<Locator> {
    const option = this.options.filter({ hasText: text }).first();
    await option.waitFor();
    return option;
  }

  /** Waits for words in the widget; while a list is replaced, they may be there twice. */
  async says(words: string | RegExp): Promise<void> {
    await this.widget.getByText(words).first().waitFor();
  }

  /** Types into the input and takes the option with this text. */
  async pick(text: string | RegExp, typed?: string): Promise<void> {
    await this.widget.waitFor();
    if (typed !== undefined) await this.input.fill(typed);
    await (await this.option(text)).click();
  }

  /** Options as a screen reader hears them: label, description and detail. */
  async labels(): Promise<readonly string[]> {
    return this.options.evaluateAll((options) => options.map((option) => option.getAttribute('aria-label') ?? ''));
  }

  async accept(): Promise<void> {
    await this.input.press('Enter');
  }

  async dismiss(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.widget.waitFor({ state: 'hidden' });
  }
}
