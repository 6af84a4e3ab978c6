import type { Frame, Locator, Page } from 'playwright-core';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SCREENSHOTS } from '../host/paths';
import type { ThemeKind } from '../host/releases';
import { pageLog } from '../host/window';
import { eventually } from './eventually';
import { QuickPick } from './quick-pick';
import { TreeView } from './tree-view';
import { webviewFrame } from './webview-frame';

/** How long a click on an activity may take to show its side bar. */
const CLICK_MS = 2_000;

const THEME_CLASS: Readonly<Record<ThemeKind, string>> = { light: 'vs', dark: 'vs-dark', 'high-contrast': 'hc-black', 'high-contrast-light': 'hc-light' };
const PAGE_CLASS: Readonly<Record<ThemeKind, string>> = { light: 'vscode-light', dark: 'vscode-dark', 'high-contrast': 'vscode-high-contrast', 'high-contrast-light': 'vscode-high-contrast-light' };

/** The workbench page: what a person sees and does in a VS Code window. */
export class Workbench {
  readonly quickPick: QuickPick;
  private readonly log: readonly string[];

  constructor(readonly page: Page) {
    this.quickPick = new QuickPick(page);
    this.log = pageLog(page);
  }

  /** Leaves a picture of the window and what its console said, for whoever looks into a failed test. */
  async leaveTrace(name: string): Promise<void> {
    await this.page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) });
    await writeFile(path.join(SCREENSHOTS, `${name}.log`), this.log.join('\n'));
  }

  /** Waits until the window stands; views fill afterwards. */
  async ready(limitMs = 60_000): Promise<void> {
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: limitMs });
  }

  /** Reloads the window as VS Code does: it saves first what it otherwise saves some seconds later. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.command('Developer: Reload Window');
    await loaded;
    await this.ready();
  }

  /** Shows a view container of the activity bar. */
  async openContainer(name: string): Promise<void> {
    const item = this.activityItem(name);
    const title = this.page.locator('.part.sidebar .composite.title').filter({ hasText: new RegExp(`^${name}`, 'i') });
    await item.waitFor();
    // A click on the container that is shown hides it, and one that is being restored is shown a moment later.
    await eventually(
      `the side bar shows ${name}`,
      async () => {
        if (await title.isVisible()) return true;
        await item.click();
        return title.waitFor({ timeout: CLICK_MS }).then(
          () => true,
          () => false,
        );
      },
      (shown) => shown,
    );
    await this.page.mouse.move(0, 0); // the tooltip of the icon would cover rows
  }

  /** The number on a container's icon. */
  badge(name: string): Locator {
    return this.activityItem(name).locator('.badge-content').first();
  }

  tree(title: string): TreeView {
    return new TreeView(this.page, title);
  }

  /** Runs a command by its title in the palette, category included. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.quickPick.widget.waitFor();
    await this.quickPick.input.fill(`>${title}`);
    await this.quickPick.option(title);
    await this.quickPick.accept();
  }

  tab(name: string | RegExp): Locator {
    return this.page.locator('.tabs-container .tab').filter({ hasText: name });
  }

  /** A text editor, by a part of its document's URI. */
  editor(uriPart: string): Locator {
    return this.page.locator(`.editor-instance .monaco-editor[data-uri*="${uriPart}"]`);
  }

  /** The page inside the webview that holds the marker. */
  webview(marker: string): Promise<Frame> {
    return webviewFrame(this.page, marker);
  }

  /** Messages in the notification centre: under the test driver no toasts are shown. */
  async notifications(): Promise<readonly string[]> {
    await this.command('Notifications: Show Notifications');
    const centre = this.page.locator('.notifications-center.visible');
    await centre.waitFor();
    const messages = await centre.locator('.notification-list-item-message').allTextContents();
    await this.page.keyboard.press('Escape');
    return messages;
  }

  /** Changes the colour theme by the workspace's settings, which VS Code takes up while it runs, and waits for the webviews. */
  async useTheme(workspace: string, kind: ThemeKind, theme: string): Promise<void> {
    const file = path.join(workspace, '.vscode', 'settings.json');
    await mkdir(path.dirname(file), { recursive: true });
    const settings = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Readonly<Record<string, unknown>>;
    await writeFile(file, JSON.stringify({ ...settings, 'workbench.colorTheme': theme }));
    await this.page.locator(`.monaco-workbench.${THEME_CLASS[kind]}`).waitFor();
    for (const frame of this.page.frames()) {
      if ((await frame.locator('body[class*="vscode-"]').count()) > 0) {
        await frame.locator(`body.${PAGE_CLASS[kind]}`).waitFor({ state: 'attached' });
      }
    }
    await this.settled();
  }

  /** Waits until colours have faded over and what changed is painted. */
  private async settled(): Promise<void> {
    await this.page.evaluate(async () => {
      const fades = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
      await Promise.allSettled(fades.map((fade) => fade.finished));
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    });
  }

  private activityItem(name: string): Locator {
    return this.page.locator('.part.activitybar .action-item').filter({ has: this.page.locator(`a[aria-label^="${name}"]`) });
  }
}
