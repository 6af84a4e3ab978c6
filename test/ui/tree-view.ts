import type { Locator, Page } from 'playwright-core';

/** Less than the smallest tree is high, so that no row is skipped. */
const STEP_PX = 60;
/** So much of the last row may be cut off where the pane is no whole number of rows high. */
const CUT_PX = 4;
const EDGE_PX = 3;
const REVEAL_LIMIT_MS = 40_000;

/** What a visible row of a tree says. Rows outside the visible part do not exist in the page. */
export interface RowText {
  readonly level: number;
  readonly label: string;
  readonly description: string;
  /** `undefined` for a row that cannot be expanded. */
  readonly expanded: boolean | undefined;
}

/** One native tree of a view container, by the title in its header. */
export class TreeView {
  readonly pane: Locator;
  readonly rows: Locator;

  constructor(private readonly page: Page, title: string) {
    // By the visible title: the header's label for screen readers says more when it has the focus.
    this.pane = page.locator('.pane').filter({ has: page.locator('.pane-header .title', { hasText: new RegExp(`^${escape(title)}$`) }) });
    this.rows = this.pane.getByRole('treeitem');
  }

  /** The row whose label is this text, or matches this expression, and whose description holds the other. */
  row(label: string | RegExp, description?: string | RegExp): Locator {
    const exact = typeof label === 'string' ? new RegExp(`^${escape(label)}$`) : label;
    const row = this.rows.filter({ has: this.page.locator('.label-name', { hasText: exact }) });
    return description === undefined ? row : row.filter({ has: this.page.locator('.label-description', { hasText: description }) });
  }

  /** Scrolls until the row is in view. */
  async reveal(label: string | RegExp, description?: string | RegExp): Promise<Locator> {
    const row = this.row(label, description);
    const list = this.pane.locator('.monaco-list-rows');
    await list.waitFor();
    const limit = Date.now() + REVEAL_LIMIT_MS;
    const seen = new Set<string>();
    let step = STEP_PX;
    for (let before = ''; !(await this.isInView(row)); ) {
      const labels = (await this.texts()).map((each) => each.label);
      labels.forEach((label) => seen.add(label));
      if (Date.now() > limit) throw new Error(`No row ${String(label)}. Seen: ${[...seen].join('; ')}`);
      // Down to the end and, because rows may have come above meanwhile, up again.
      if (labels.join('\n') === before) step = -step;
      before = labels.join('\n');
      await this.pointAtEdge(list);
      await this.page.mouse.wheel(0, step);
      await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    }
    return row;
  }

  /** A row's card opens beside the pointer: in the middle it would lie over the list and take the wheel's turns. */
  private async pointAtEdge(list: Locator): Promise<void> {
    const box = await list.boundingBox();
    const pane = await this.pane.locator('.pane-body').boundingBox();
    if (box === null || pane === null) throw new Error('The tree is not in view.');
    await this.page.mouse.move(box.x + EDGE_PX, pane.y + pane.height / 2);
  }

  /** A list keeps a few rows beyond its edges in the page, which nobody sees. */
  private async isInView(row: Locator): Promise<boolean> {
    if ((await row.count()) === 0) return false;
    const [inner, outer] = await Promise.all([row.boundingBox(), this.pane.locator('.pane-body').boundingBox()]);
    return inner !== null && outer !== null && inner.y >= outer.y - CUT_PX && inner.y + inner.height <= outer.y + outer.height + CUT_PX;
  }

  async texts(): Promise<readonly RowText[]> {
    return this.rows.evaluateAll((rows) =>
      rows.map((row) => {
        const expanded = row.getAttribute('aria-expanded');
        return {
          level: Number(row.getAttribute('aria-level')),
          label: row.querySelector('.label-name')?.textContent ?? '',
          description: row.querySelector('.label-description')?.textContent ?? '',
          expanded: expanded === null ? undefined : expanded === 'true',
        };
      }),
    );
  }

  async expand(label: string | RegExp): Promise<void> {
    const row = this.row(label);
    await row.waitFor();
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.monaco-tl-twistie').click();
  }

  /** Runs an inline action of a row by the title of its command. */
  async inlineAction(label: string | RegExp, action: string): Promise<void> {
    const row = this.row(label);
    await row.hover();
    await row.locator(`a[aria-label^="${action}"]`).click();
  }

  /** Runs an action of the view's title bar by the title of its command. */
  async titleAction(action: string): Promise<void> {
    await this.showTitleBar();
    await this.pane.locator(`.pane-header .actions a[aria-label^="${action}"]`).click();
  }

  /** Title actions show while the pointer is on the header; a collapsed view has none. */
  private async showTitleBar(): Promise<void> {
    const header = this.pane.locator('.pane-header');
    if ((await header.getAttribute('aria-expanded')) === 'false') await header.click();
    await header.hover();
  }

  /** The text beside the title, for example the active filter. */
  description(): Locator {
    return this.pane.locator('.pane-header .description');
  }
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
