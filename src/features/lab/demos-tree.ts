import * as vscode from 'vscode';
import { DEMOS, type DemoEntry, type DemoSlug } from '../../core/catalog/catalog';
import type { RunRecord } from '../../core/runs/record';
import type { Log } from '../../platform/log';
import { Owned } from '../../platform/owned';
import type { Runs } from '../../platform/stores';
import { demoItem, demoTooltip, themeItem } from './demo-items';

export interface ThemeNode {
  readonly theme: string;
}

export interface DemoNode {
  readonly slug: DemoSlug;
  readonly demo: DemoEntry;
}

export type DemosNode = ThemeNode | DemoNode;

/** Kernel demos by theme, each with the last run that was kept of it. */
export class DemosTree implements vscode.TreeDataProvider<DemosNode>, vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<void>());
  readonly onDidChangeTreeData = this.changed.event;

  private lastRuns: ReadonlyMap<DemoSlug, RunRecord> = new Map();

  constructor(
    private readonly runs: Runs,
    private readonly log: Log,
  ) {
    this.owned.add(runs.onDidChange(() => this.changed.fire()));
  }

  dispose(): void {
    this.owned.dispose();
  }

  async getChildren(node?: DemosNode): Promise<DemosNode[]> {
    if (!node) {
      this.lastRuns = await this.readLastRuns();
      return [...new Set(DEMOS.map(({ theme }) => theme))].map((theme) => ({ theme }));
    }
    return 'theme' in node ? DEMOS.filter(({ theme }) => theme === node.theme).map((demo) => ({ slug: demo.slug, demo })) : [];
  }

  getTreeItem(node: DemosNode): vscode.TreeItem {
    return 'theme' in node
      ? themeItem(node.theme, DEMOS.filter(({ theme }) => theme === node.theme).length)
      : demoItem(node.demo, this.lastRuns.get(node.slug));
  }

  resolveTreeItem(item: vscode.TreeItem, node: DemosNode): vscode.TreeItem {
    if ('demo' in node) {
      item.tooltip = demoTooltip(node.demo, this.lastRuns.get(node.slug));
    }
    return item;
  }

  /** The list is newest first, so the first record of a demo is its last run. */
  private async readLastRuns(): Promise<ReadonlyMap<DemoSlug, RunRecord>> {
    try {
      const records = (await this.runs.list()).flatMap((run) => ('record' in run ? [run.record] : []));
      return new Map(records.reverse().map((record) => [record.demo, record]));
    } catch (error) {
      // The demos can be opened all the same; the Notes and Runs view is where the runs are missed.
      this.log.warn(`The kept runs could not be read for the Kernel Demos view: ${String(error)}`);
      return new Map();
    }
  }
}
