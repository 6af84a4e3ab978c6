import * as vscode from 'vscode';
import { demoBySlug, DEMOS, demosForTitle, type DemoEntry, type DemoSlug } from '../../core/catalog/catalog';
import type { Paper } from '../../core/papers/paper';
import { ReaderError } from '../../platform/errors';

/** What opening a demo is about: its slug, a row of the Kernel Demos tree, or a paper's row. */
export type DemoArgument = DemoSlug | { readonly slug: DemoSlug } | { readonly paper: Paper };

/**
 * The demo that is meant; asks when there are several. `undefined` when the user picks none.
 *
 * @throws ReaderError when there is no such demo
 */
export async function demoOf(argument: DemoArgument | undefined): Promise<DemoEntry | undefined> {
  if (argument === undefined) {
    return pick(DEMOS);
  }
  if (typeof argument === 'object' && 'paper' in argument) {
    const demos = demosForTitle(argument.paper.title);
    if (demos.length === 0) {
      throw new ReaderError(vscode.l10n.t('There is no kernel demo for “{0}” yet.', argument.paper.title));
    }
    return demos.length === 1 ? demos[0] : pick(demos);
  }
  const slug = typeof argument === 'string' ? argument : argument.slug;
  const demo = demoBySlug(slug);
  if (!demo) {
    throw new ReaderError(vscode.l10n.t('This version of Lectern has no kernel demo named {0}. Open one from the Kernel Demos view.', slug));
  }
  return demo;
}

async function pick(demos: readonly DemoEntry[]): Promise<DemoEntry | undefined> {
  const items = demos.map((demo) => ({ label: demo.title, description: demo.theme, detail: demo.summary, demo }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Open Kernel Demo'),
    placeHolder: vscode.l10n.t('Type a word of a demo or of its theme'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.demo;
}
