import * as vscode from 'vscode';
import { COMMAND, registerCommand } from '../../platform/commands';
import { Owned } from '../../platform/owned';
import { demoOf, type DemoArgument } from './demo-argument';
import { DemosTree } from './demos-tree';
import type { LabContext } from './lab-context';
import { LAB_VIEW_TYPE, LabPanels } from './lab-panels';

export type { LabContext };

/** The Kernel Demos tree, and the Lab pages in which demos run. */
export function registerLab(context: LabContext): vscode.Disposable {
  const { runs, log } = context;
  const owned = new Owned();
  const panels = owned.add(new LabPanels(context));
  owned.add(vscode.window.registerWebviewPanelSerializer(LAB_VIEW_TYPE, panels));
  const tree = owned.add(new DemosTree(runs, log));
  owned.add(vscode.window.createTreeView('lectern.demos', { treeDataProvider: tree, showCollapseAll: true }));
  owned.add(
    registerCommand(log, COMMAND.openDemo, async (argument?: DemoArgument) => {
      const demo = await demoOf(argument);
      if (demo) {
        panels.open(demo);
      }
    }),
  );
  return owned;
}
