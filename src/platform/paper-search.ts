import type * as vscode from 'vscode';
import type { PaperKey } from '../core/papers/paper';
import type { SearchEngine, SearchHit } from '../core/search/engine';
import { readBuilt } from './built-files';
import type { Log } from './log';
import { Owned } from './owned';
import { retryLater } from './retry-later';
import type { Papers, PaperSearch } from './stores';

/** Search over the library, with the prebuilt index of the bundled digest. Nothing is loaded before the first search. */
export class PaperSearchStore implements PaperSearch, vscode.Disposable {
  private readonly owned = new Owned();
  private loading: Promise<SearchEngine> | undefined;

  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly papers: Papers,
    private readonly log: Log,
  ) {
    this.owned.add(papers.onDidChange(() => (this.loading = undefined)));
  }

  dispose(): void {
    this.owned.dispose();
  }

  async search(query: string, limit?: number): Promise<readonly SearchHit[]> {
    return (await this.engine()).search(query, limit);
  }

  async holding(query: string): Promise<ReadonlySet<PaperKey>> {
    return (await this.engine()).holding(query);
  }

  private engine(): Promise<SearchEngine> {
    this.loading ??= retryLater(this.read(), () => (this.loading = undefined));
    return this.loading;
  }

  private async read(): Promise<SearchEngine> {
    const [{ SearchEngine }, { papers }, data] = await Promise.all([
      import('../core/search/engine'), // Evaluated with the first search, not when the extension is activated.
      this.papers.library(),
      readBuilt(this.extensionUri, 'search.json'),
    ]);
    try {
      return SearchEngine.load(data, papers);
    } catch (error) {
      this.log.warn(`The prebuilt search index cannot be used and is built anew: ${String(error)}`);
      return SearchEngine.build(papers);
    }
  }
}
