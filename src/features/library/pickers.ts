import * as vscode from 'vscode';
import { GROUPINGS, SORTS, type Grouping, type Sort } from '../../core/papers/arrange';
import type { PaperOrderStore } from '../../platform/paper-order';

/** @returns whether something was picked */
export async function pickGrouping(order: PaperOrderStore): Promise<boolean> {
  const names: Record<Grouping, string> = {
    digest: vscode.l10n.t('Digest'),
    topic: vscode.l10n.t('Topic'),
    year: vscode.l10n.t('Year'),
    organisation: vscode.l10n.t('Organisation'),
    status: vscode.l10n.t('Reading status'),
    tag: vscode.l10n.t('Tag'),
    none: vscode.l10n.t('No groups'),
  };
  const grouping = await pick(GROUPINGS, names, order.grouping, vscode.l10n.t('Group papers by'));
  if (grouping) {
    await order.setGrouping(grouping);
  }
  return grouping !== undefined;
}

/** @returns whether something was picked */
export async function pickSort(order: PaperOrderStore): Promise<boolean> {
  const names: Record<Sort, string> = {
    digest: vscode.l10n.t('Order of the digest'),
    title: vscode.l10n.t('Title'),
    newest: vscode.l10n.t('Newest first'),
    oldest: vscode.l10n.t('Oldest first'),
    comments: vscode.l10n.t('Most comments first'),
    upvotes: vscode.l10n.t('Most upvotes first'),
  };
  const sort = await pick(SORTS, names, order.sort, vscode.l10n.t('Sort papers by'));
  if (sort) {
    await order.setSort(sort);
  }
  return sort !== undefined;
}

/** How long typing pauses before the tree follows, in milliseconds: a word is not filtered by letter by letter. */
const PAUSE_MS = 150;

/** Narrows the tree while the user types; Escape brings the previous filter back. */
export function typeFilter(order: PaperOrderStore): void {
  const before = order.filter;
  let accepted = false;
  const input = vscode.window.createInputBox();
  input.title = vscode.l10n.t('Filter papers');
  input.placeholder = vscode.l10n.t('Words of the title or abstract');
  input.prompt = vscode.l10n.t('The tree shows what matches. Enter keeps the filter, Escape brings the previous one back.');
  input.value = before;
  let pause: ReturnType<typeof setTimeout> | undefined;
  input.onDidChangeValue((value) => {
    clearTimeout(pause);
    pause = setTimeout(() => order.setFilter(value), PAUSE_MS);
  });
  input.onDidAccept(() => {
    accepted = true;
    order.setFilter(input.value);
    input.hide();
  });
  input.onDidHide(() => {
    clearTimeout(pause);
    if (!accepted) {
      order.setFilter(before);
    }
    input.dispose();
  });
  input.show();
}

async function pick<T extends string>(
  values: readonly T[],
  names: Readonly<Record<T, string>>,
  current: T,
  title: string,
): Promise<T | undefined> {
  const items = values.map((value) => ({
    label: names[value],
    value,
    ...(value === current ? { description: vscode.l10n.t('now') } : {}),
  }));
  return (await vscode.window.showQuickPick(items, { title, placeHolder: names[current] }))?.value;
}
