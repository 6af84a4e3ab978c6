import * as vscode from 'vscode';
import { COMMAND } from '../../platform/commands';
import { Owned } from '../../platform/owned';
import { checksInBackground, onDidChangeBackground } from './background-setting';
import type { FeedChecker } from './feed-checker';
import type { FeedsContext } from './feeds-context';
import { statusView } from './status-view';

/** The status item that says what Lectern asked of the network. Hidden until there is a feed or a request. */
export class NetworkStatus implements vscode.Disposable {
  private readonly owned = new Owned();
  private readonly item = this.owned.add(vscode.window.createStatusBarItem('lectern.network', vscode.StatusBarAlignment.Right));
  private shown = false;
  private asked = 0;

  constructor(
    private readonly context: FeedsContext,
    private readonly checker: FeedChecker,
  ) {
    this.item.name = vscode.l10n.t('Lectern: Network Use');
    this.item.command = COMMAND.showFeeds;
    // A feeds file that cannot be read is told to whoever asks for the feeds, not to everybody all the time.
    const refresh = () => {
      this.refresh().catch((error: unknown) => context.log.warn(error instanceof Error ? error.message : String(error)));
    };
    this.owned.add(context.network.onDidChange(refresh));
    this.owned.add(context.feeds.onDidChange(refresh));
    this.owned.add(checker.onDidChange(refresh));
    this.owned.add(onDidChangeBackground(refresh));
    refresh();
  }

  dispose(): void {
    this.owned.dispose();
  }

  /** Its text while it is shown. */
  get text(): string | undefined {
    return this.shown ? this.item.text : undefined;
  }

  async refresh(): Promise<void> {
    const question = ++this.asked;
    const { feeds, network } = this.context;
    const [followed, states] = await Promise.all([feeds.feeds(), feeds.states()]);
    if (question !== this.asked) {
      return; // Something happened meanwhile: the newer question sees it too.
    }
    const view = statusView({
      entries: network.entries(),
      feeds: followed,
      states,
      checking: this.checker.checking,
      background: checksInBackground(),
    });
    this.shown = view !== undefined;
    if (view === undefined) {
      this.item.hide();
      return;
    }
    this.item.text = view.text;
    this.item.tooltip = view.tooltip;
    this.item.accessibilityInformation = { label: view.label };
    this.item.show();
  }
}
