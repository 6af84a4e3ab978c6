import type { Paper, PaperKey } from './paper';
import type { PaperTopic, Topic, TopicFinder, TopicId } from './topics';

/** Papers whose topics are found out between two breaths: a few milliseconds. */
const SLICE = 40;

/** The topics of papers, each found out once while its text stays the same. */
export class TopicIndex {
  private readonly known = new Map<PaperKey, { readonly paper: Paper; readonly topics: readonly PaperTopic[] }>();

  constructor(private readonly finder: TopicFinder) {}

  /** All topics there are. */
  get all(): readonly Topic[] {
    return this.finder.topics;
  }

  topics(paper: Paper): readonly PaperTopic[] {
    const entry = this.known.get(paper.key);
    if (entry?.paper === paper) {
      return entry.topics;
    }
    const isSame = entry?.paper.title === paper.title && entry.paper.abstract === paper.abstract;
    const topics = isSame ? entry.topics : this.finder.topicsOf(paper);
    // The paper of the newer library, so that the older one is not kept alive.
    this.known.set(paper.key, { paper, topics });
    return topics;
  }

  ids(paper: Paper): readonly TopicId[] {
    return this.topics(paper).map(({ topic }) => topic);
  }

  /** Finds out the topics of papers; gives way after every few. */
  *learn(papers: readonly Paper[]): Generator<void> {
    for (let start = 0; start < papers.length; start += SLICE) {
      papers.slice(start, start + SLICE).forEach((paper) => this.topics(paper));
      yield;
    }
  }
}
