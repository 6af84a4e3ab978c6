import * as v from 'valibot';
import * as vscode from 'vscode';
import { demoBySlug, type DemoEntry, type DemoSlug } from '../../core/catalog/catalog';
import { besideActive } from '../../platform/beside';
import { pageOptions } from '../../platform/page';
import type { LabContext } from './lab-context';
import { LabPanel } from './lab-panel';

export const LAB_VIEW_TYPE = 'lectern.lab';

/** The page's own state also holds parameters; those are for the page to read. */
const pageState = v.looseObject({ slug: v.string() });

/** The open Lab pages, one a demo. */
export class LabPanels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  private readonly panels = new Map<DemoSlug, LabPanel>();

  constructor(private readonly context: LabContext) {}

  dispose(): void {
    for (const panel of this.panels.values()) {
      panel.dispose();
    }
  }

  open(demo: DemoEntry): void {
    const opened = this.panels.get(demo.slug);
    if (opened) {
      opened.reveal();
      return;
    }
    const title = vscode.l10n.t('Lab: {0}', demo.title);
    const panel = vscode.window.createWebviewPanel(LAB_VIEW_TYPE, title, besideActive(), {
      ...pageOptions(this.context.extensionUri),
      enableFindWidget: true,
      // Only because a running kernel must not die when the user looks at a note. A hidden page that
      // runs nothing is told so and closes its GPU device.
      retainContextWhenHidden: true,
    });
    this.adopt(panel, demo);
  }

  /** After a reload of the window. A tab of a demo that is not there any more, or that is open already, is closed. */
  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const parsed = v.safeParse(pageState, state);
    const demo = parsed.success ? demoBySlug(parsed.output.slug) : undefined;
    if (!demo || this.panels.has(demo.slug)) {
      panel.dispose();
    } else {
      panel.webview.options = pageOptions(this.context.extensionUri);
      this.adopt(panel, demo);
    }
    return Promise.resolve();
  }

  private adopt(panel: vscode.WebviewPanel, demo: DemoEntry): void {
    const opened = new LabPanel(panel, demo, this.context);
    this.panels.set(demo.slug, opened);
    panel.onDidDispose(() => {
      this.panels.delete(demo.slug);
      opened.dispose();
    });
  }
}
