import type { Library } from '../core/papers/library';
import type { PaperKey } from '../core/papers/paper';
import type { SearchHit } from '../core/search/engine';
import type { IndexService } from './index-service';
import type { Log } from './log';
import type { Papers, PaperSearch } from './stores';

const DEFAULT_LIMIT = 20;

/** Search over the library. Nothing is loaded before the first search. */
export class PaperSearchStore implements PaperSearch {
  private opened: Library | undefined;

  constructor(
    private readonly papers: Papers,
    private readonly index: IndexService,
    private readonly log: Log,
  ) {}

  async search(query: string, limit = DEFAULT_LIMIT): Promise<readonly SearchHit[]> {
    const [{ finish }, { MIN_CANDIDATES }, { papers }] = await Promise.all([
      import('../core/search/finish'), // Evaluated with the first search, not when the extension is activated.
      import('../core/search/rank'),
      this.library(),
    ]);
    const answer = await this.index.ask('papers', { text: query, limit: Math.max(limit, MIN_CANDIDATES) });
    return finish(answer, papers, limit);
  }

  async holding(query: string): Promise<ReadonlySet<PaperKey>> {
    const { papers } = await this.library();
    const held = await this.index.holding('papers', query);
    return new Set(papers.flatMap(({ key }, position) => (held[position] === 1 ? [key] : [])));
  }

  private async library(): Promise<Library> {
    const library = await this.papers.library();
    if (library !== this.opened) {
      this.opened = library;
      this.log.run(() => this.index.open('papers', library.papers));
    }
    return library;
  }
}
