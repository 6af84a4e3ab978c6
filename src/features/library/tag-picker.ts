import * as vscode from 'vscode';
import { readingOf, tagCounts } from '../../core/papers/reading';
import type { PaperKey } from '../../core/papers/paper';
import { isSameTag, normaliseTag, type Tag } from '../../core/papers/tags';
import type { Log } from '../../platform/log';
import type { ReadingStates } from '../../platform/stores';

interface TagItem extends vscode.QuickPickItem {
  readonly tag: Tag;
}

/** Tags of some papers: those they all have are ticked; what is typed and not there yet can be added. */
export async function pickTags(keys: readonly PaperKey[], states: ReadingStates, log: Log): Promise<void> {
  const readings = await states.readings();
  const own = keys.map((key) => readingOf(readings, key).tags);
  const shared = (tag: Tag) => own.filter((tags) => tags.some((other) => isSameTag(tag, other))).length;

  const pick = vscode.window.createQuickPick<TagItem>();
  pick.canSelectMany = true;
  pick.title = keys.length === 1 ? vscode.l10n.t('Tags of the Paper') : vscode.l10n.t('Tags of {0} Papers', keys.length);
  pick.placeholder = vscode.l10n.t('Tick tags, or type a new one; a slash makes tags under others: nlp/attention');
  const known = [...tagCounts(readings)].map(([tag, count]) => tagItem(tag, describe(shared(tag), count, keys.length)));
  const ticked = known.filter(({ tag }) => shared(tag) === keys.length);
  pick.items = known;
  pick.selectedItems = ticked;

  let typed: readonly TagItem[] = [];
  pick.onDidChangeValue((text) => {
    const { selectedItems } = pick;
    const tag = normaliseTag(text);
    const kept = typed.filter((item) => selectedItems.includes(item));
    const isNew = tag !== undefined && ![...known, ...kept].some((item) => isSameTag(item.tag, tag));
    typed = [...kept, ...(isNew ? [tagItem(tag, vscode.l10n.t('new tag'))] : [])];
    pick.items = [...typed, ...known];
    pick.selectedItems = selectedItems;
  });
  pick.onDidAccept(() => {
    const chosen = new Set<TagItem>(pick.selectedItems);
    // Enter after typing means the typed tag too, which nobody has ticked; one that was ticked may have been looked for to take it away.
    const entered = normaliseTag(pick.value);
    const named = [...typed, ...known].filter((item) => entered !== undefined && isSameTag(item.tag, entered));
    const added = [...chosen, ...named].filter((item) => !ticked.includes(item)).map(({ tag }) => tag);
    const removed = ticked.filter((item) => !chosen.has(item)).map(({ tag }) => tag);
    pick.hide();
    if (added.length + removed.length > 0) {
      log.run(() => states.changeTags(keys, added, removed));
    }
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
}

function tagItem(tag: Tag, description: string): TagItem {
  return { label: `#${tag}`, description, tag };
}

/** How many papers have a tag: of those it is about, if some have it and some do not. */
function describe(shared: number, count: number, papers: number): string {
  if (shared > 0 && shared < papers) {
    return vscode.l10n.t('on {0} of these {1}', shared, papers);
  }
  return count === 1 ? vscode.l10n.t('1 paper') : vscode.l10n.t('{0} papers', count);
}
