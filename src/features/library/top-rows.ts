import * as vscode from 'vscode';
import type { Row } from '../../core/papers/rows';
import type { SavedSearch } from '../../core/search/saved-searches';
import { COMMAND } from '../../platform/commands';
import type { Log } from '../../platform/log';
import { Owned } from '../../platform/owned';
import type { LibraryProblems, PaperSearch, ReadingStates, SavedSearches } from '../../platform/stores';

/** What stands above the papers: what of the library cannot be read, and the saved searches. */
export type TopRow =
  | { readonly kind: 'problems'; readonly problems: readonly string[]; readonly parent: undefined }
  | SearchesRow
  | SearchRow;

interface SearchesRow {
  readonly kind: 'searches';
  readonly parent: undefined;
}

export interface SearchRow {
  readonly kind: 'search';
  readonly parent: SearchesRow;
  readonly search: SavedSearch;
}

export type TreeRow = Row | TopRow;

export interface TopRowsContext {
  readonly savedSearches: Pick<SavedSearches, 'list' | 'onDidChange'>;
  readonly paperSearch: Pick<PaperSearch, 'holding' | 'onDidChange'>;
  readonly states: Pick<ReadingStates, 'onDidChange'>;
  readonly problems: LibraryProblems;
  readonly log: Pick<Log, 'run' | 'warn'>;
}

const SEARCHES: SearchesRow = { kind: 'searches', parent: undefined };

/** The rows above the papers. Nothing is counted before the searches are expanded. */
export class TopRows implements vscode.Disposable {
  private readonly owned = new Owned();
  private readonly changed = this.owned.add(new vscode.EventEmitter<TopRow | undefined>());
  /** A row is to be drawn anew; without one, there are others. */
  readonly onDidChange = this.changed.event;

  private shown = false;
  private hasSearches = false;
  private expanded = false;

  constructor(private readonly context: TopRowsContext) {
    const { savedSearches, paperSearch, states, problems, log } = context;
    this.owned.add(savedSearches.onDidChange(() => this.shown && log.run(() => this.follow())));
    this.owned.add(problems.onDidChangeProblems(() => this.shown && this.changed.fire(undefined)));
    this.owned.add(paperSearch.onDidChange(() => this.recount()));
    this.owned.add(states.onDidChange(() => this.recount()));
  }

  dispose(): void {
    this.owned.dispose();
  }

  async rows(): Promise<readonly TopRow[]> {
    this.shown = true;
    this.hasSearches = (await this.searches()).length > 0;
    const { problems } = this.context.problems;
    return [...(problems.length === 0 ? [] : [{ kind: 'problems', problems, parent: undefined } as const]), ...(this.hasSearches ? [SEARCHES] : [])];
  }

  async children(row: TopRow): Promise<readonly TopRow[]> {
    if (row.kind !== 'searches') {
      return [];
    }
    this.expanded = true;
    return (await this.searches()).map((search) => ({ kind: 'search', parent: SEARCHES, search }));
  }

  async item(row: TopRow): Promise<vscode.TreeItem> {
    switch (row.kind) {
      case 'problems':
        return problemsItem(row.problems);
      case 'searches':
        return searchesItem((await this.searches()).length);
      case 'search':
        return searchItem(row, await this.count(row.search.query));
    }
  }

  /** Those that cannot be read are told where they are saved; here they are none. */
  private async searches(): Promise<readonly SavedSearch[]> {
    try {
      return await this.context.savedSearches.list();
    } catch (error) {
      this.context.log.warn(`The saved searches are not shown: ${String(error)}`);
      return [];
    }
  }

  private async count(query: string): Promise<number | undefined> {
    try {
      return (await this.context.paperSearch.holding(query)).size;
    } catch (error) {
      this.context.log.warn(`The papers of a saved search were not counted: ${String(error)}`);
      return undefined;
    }
  }

  private async follow(): Promise<void> {
    const had = this.hasSearches;
    this.hasSearches = (await this.searches()).length > 0;
    this.changed.fire(had && this.hasSearches ? SEARCHES : undefined);
  }

  private recount(): void {
    if (this.expanded && this.hasSearches) {
      this.changed.fire(SEARCHES);
    }
  }
}

export function isTopRow(row: TreeRow): row is TopRow {
  return row.kind === 'problems' || row.kind === 'searches' || row.kind === 'search';
}

function problemsItem(problems: readonly string[]): vscode.TreeItem {
  const count = problems.length;
  const label = count === 1 ? vscode.l10n.t('A part of the library cannot be read') : vscode.l10n.t('{0} parts of the library cannot be read', count);
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.None);
  item.id = 'problems';
  item.contextValue = 'problems';
  item.description = vscode.l10n.t('Show Log');
  item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
  item.tooltip = problems.join('\n');
  item.command = { command: COMMAND.showLog, title: vscode.l10n.t('Show Log') };
  item.accessibilityInformation = { label: [label, ...problems, vscode.l10n.t('Show Log')].join('. ') };
  return item;
}

function searchesItem(count: number): vscode.TreeItem {
  const label = vscode.l10n.t('Saved searches');
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = 'searches';
  item.contextValue = 'searches';
  item.description = String(count);
  item.iconPath = new vscode.ThemeIcon('bookmark');
  item.accessibilityInformation = { label: vscode.l10n.t('{0}, {1}', label, count) };
  return item;
}

function searchItem(row: SearchRow, count: number | undefined): vscode.TreeItem {
  const { name, query } = row.search;
  const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.None);
  const title = vscode.l10n.t('Filter Papers by This Search');
  item.id = `search:${name}`;
  item.contextValue = 'search';
  item.description = count === undefined ? '' : String(count);
  item.iconPath = new vscode.ThemeIcon('search');
  item.tooltip = query;
  item.command = { command: COMMAND.filterBySearch, title, arguments: [row] };
  const papers = count === undefined ? [] : [count === 1 ? vscode.l10n.t('1 paper') : vscode.l10n.t('{0} papers', count)];
  item.accessibilityInformation = { label: [name, query, ...papers].join(', ') };
  return item;
}
