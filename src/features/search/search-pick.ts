import * as vscode from 'vscode';
import type { Paper } from '../../core/papers/paper';
import { COMMAND } from '../../platform/commands';
import { Owned } from '../../platform/owned';
import type { PaperAnswer, RecordAnswer, SearchProgress } from '../../platform/stores';
import { rowButtons, titleButtons } from './buttons';
import type { SearchItem } from './items';
import { answerList, startList } from './lists';
import { isResult, openResult } from './open-result';
import { saveSearch } from './saved-search-input';
import { savedSearchAction } from './saved-search-pick';
import type { SearchContext } from './search-context';
import { searchTitle } from './search-title';

/** Enough to scroll through; whoever needs more types another letter. */
const MOST_PAPERS = 50;
const MOST_RECORDS = 40;

/** Papers listed before anything is typed. */
const MOST_BROWSED = 200;

const NO_RECORDS: RecordAnswer = { notes: [], runs: [], annotations: [] };

/** The quick pick while it is shown: what fits what is typed, kind by kind. An answer that comes late is dropped. */
export class SearchPick implements vscode.Disposable {
  private readonly owned = new Owned();
  private readonly pick = this.owned.add(vscode.window.createQuickPick<SearchItem>());
  private readonly rows = rowButtons();
  private readonly titles = titleButtons();
  /** Number of the question asked last. */
  private asked = 0;
  private progress: SearchProgress | undefined;
  /** What the rows answer; no answer while nothing is typed. */
  private shown: { readonly query: string; readonly answer: PaperAnswer | undefined } | undefined;
  /** Notes, runs and annotations are read when they are first searched; papers do not wait for that. */
  private recordsAreRead = false;

  /**
   * @param query to begin with
   * @param closed is told what was typed at last
   */
  constructor(
    private readonly context: SearchContext,
    query: string,
    closed: (query: string) => void,
  ) {
    const { pick } = this;
    const { log, paperSearch, savedSearches } = context;
    pick.placeholder = vscode.l10n.t('Words, "a phrase", -not, title: author: org: year: status: tag: has:code …');
    // What is found is ranked: VS Code would sort rows whose label matches by name.
    Object.assign(pick, { sortByLabel: false });
    pick.value = query;
    this.owned.add(pick.onDidChangeValue(() => this.ask()));
    this.owned.add(pick.onDidAccept(() => this.accept(pick.selectedItems[0])));
    this.owned.add(pick.onDidTriggerItemButton(({ item, button }) => log.run(() => this.rowAction(item, button))));
    this.owned.add(pick.onDidTriggerButton((button) => log.run(() => this.titleAction(button))));
    this.owned.add(paperSearch.onDidChange(() => this.ask()));
    this.owned.add(savedSearches.onDidChange(() => this.ask()));
    this.owned.add(
      paperSearch.onDidProgress((progress) => {
        this.progress = progress;
        this.entitle();
      }),
    );
    this.owned.add(
      pick.onDidHide(() => {
        closed(pick.value);
        this.dispose();
      }),
    );
    pick.show();
    log.run(() => setInSearch(true));
    this.ask();
  }

  dispose(): void {
    this.asked++;
    this.owned.dispose();
    this.context.log.run(() => setInSearch(false));
  }

  /** What was typed. */
  get query(): string {
    return this.pick.value;
  }

  /** Opens the row that has the focus beside the active editor. */
  openToSide(): void {
    const target = this.pick.activeItems[0]?.target;
    if (isResult(target)) {
      this.pick.hide();
      this.context.log.run(() => openResult(target, { beside: true }));
    }
  }

  private ask(): void {
    const query = this.pick.value;
    const question = ++this.asked;
    const show = (items: readonly SearchItem[], answer?: PaperAnswer): boolean => {
      if (question === this.asked) {
        this.show(items, query, answer);
      }
      return question === this.asked;
    };
    this.pick.busy = true;
    this.pick.buttons = query.trim() === '' ? [this.titles.help] : [this.titles.clear, this.titles.filter, this.titles.save, this.titles.help];
    this.context.log.run(async () => {
      try {
        await (query.trim() === '' ? this.browse(show) : this.search(query, show));
      } finally {
        if (question === this.asked) {
          this.pick.busy = false;
        }
      }
    });
  }

  private async browse(show: (items: readonly SearchItem[]) => boolean): Promise<void> {
    const { papers, order, savedSearches, paperSearch } = this.context;
    const [searches, library, arrangement] = await Promise.all([savedSearches.list(), papers.library(), order.arrangement()]);
    const first: Paper[] = arrangement.order.slice(0, MOST_BROWSED).flatMap((key) => library.paper(key) ?? []);
    show(startList(searches, first, this.rows));
    await paperSearch.papers('', 0); // Starts the index, so that it is there when the first letter is typed.
  }

  private async search(query: string, show: (items: readonly SearchItem[], answer: PaperAnswer) => boolean): Promise<void> {
    const { paperSearch } = this.context;
    const asking = paperSearch.records(query, MOST_RECORDS);
    asking.catch(() => undefined); // Awaited below, unless the papers fail first.
    const papers = await paperSearch.papers(query, MOST_PAPERS);
    if (!this.recordsAreRead && papers.papers.length > 0) {
      show(answerList(papers, NO_RECORDS, this.rows), papers);
    }
    const records = await asking;
    this.recordsAreRead = true;
    show(answerList(papers, records, this.rows), papers);
  }

  /** The same question may be answered again: the focus stays where the user has moved it. */
  private show(items: readonly SearchItem[], query: string, answer?: PaperAnswer): void {
    const { pick } = this;
    const [focused] = pick.activeItems;
    const again = query === this.shown?.query && focused ? items.find((item) => isSameRow(item, focused)) : undefined;
    this.shown = { query, answer };
    this.entitle();
    pick.items = items;
    if (again) {
      pick.activeItems = [again];
    }
  }

  private entitle(): void {
    this.pick.title = searchTitle(this.shown?.answer, this.progress);
  }

  private accept(item: SearchItem | undefined): void {
    const target = item?.target;
    if (isResult(target)) {
      this.pick.hide();
      this.context.log.run(() => openResult(target, { beside: false }));
    } else if (target) {
      this.searchFor(target.kind === 'saved' ? target.search.query : target.query);
    }
  }

  private searchFor(query: string): void {
    this.pick.value = query;
    this.ask();
  }

  private async rowAction({ target }: SearchItem, button: vscode.QuickInputButton): Promise<void> {
    const { rows, context } = this;
    if (target?.kind === 'saved') {
      await savedSearchAction(context, target.search, rows, button, COMMAND.searchPapers);
    } else if (isResult(target)) {
      this.pick.hide();
      if (button === rows.side) {
        await openResult(target, { beside: true });
      } else if (target.kind === 'paper') {
        const [command, argument] = button === rows.demo ? [COMMAND.openDemo, target.demo] : [COMMAND.newNote, target.paper.key];
        await vscode.commands.executeCommand(command, argument);
      }
    }
  }

  private async titleAction(button: vscode.QuickInputButton): Promise<void> {
    const { titles, context } = this;
    const query = this.pick.value.trim();
    if (button === titles.clear) {
      this.searchFor('');
    } else if (button === titles.filter) {
      this.pick.hide();
      context.order.setFilter(query);
      await vscode.commands.executeCommand('lectern.papers.focus');
    } else if (button === titles.save) {
      await saveSearch(context.savedSearches, query);
      await vscode.commands.executeCommand(COMMAND.searchPapers, query);
    } else {
      this.pick.hide();
      await vscode.commands.executeCommand(COMMAND.openGuide, 'search');
    }
  }
}

function isSameRow(one: SearchItem, other: SearchItem): boolean {
  return one.target?.kind === other.target?.kind && one.label === other.label && one.description === other.description;
}

function setInSearch(value: boolean): Thenable<unknown> {
  return vscode.commands.executeCommand('setContext', 'lectern.inSearch', value);
}
