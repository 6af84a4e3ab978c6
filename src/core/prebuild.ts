import type { DemoSlug } from './catalog/demo-entry';
import type { DemoStatements } from './catalog/measure';
import { STATEMENTS } from './catalog/statements';
import { ARXIV_CATEGORIES, type ArxivCategories } from './feeds/arxiv-categories';
import { parseDailyPapersText } from './papers/formats/daily-papers-text';
import { bundledLibrary, type BundledLibrary } from './papers/bundled-library';
import { buildLibrary, Library } from './papers/library';
import type { TopicEntry } from './papers/topic-entry';
import { TOPIC_LEXICON } from './papers/topic-lexicon';
import { SearchEngine } from './search/engine';

/**
 * Turns the bundled digest into what is loaded at run time, so that nothing of it is parsed or
 * indexed there, and hands out the lexicon of topics, which no bundle holds. Called by the build.
 *
 * @throws when the text has any import problem: the bundled digest must be clean.
 */
export function prebuild(text: string): { library: BundledLibrary; search: Uint8Array; topics: readonly TopicEntry[]; categories: ArxivCategories; statements: Readonly<Record<DemoSlug, DemoStatements>> } {
  const digest = parseDailyPapersText(text);
  const [problem] = digest.problems;
  if (problem) {
    throw new Error(`The bundled digest has a problem on line ${problem.line}: ${problem.reason}`);
  }
  const library = buildLibrary([digest]);
  return { library: bundledLibrary(library), search: SearchEngine.build(new Library(library).papers).serialise(), topics: tidied(TOPIC_LEXICON), categories: ARXIV_CATEGORIES, statements: STATEMENTS };
}

function tidied(topics: readonly TopicEntry[]): readonly TopicEntry[] {
  const tidy = (cues: string) => cues.trim().replace(/\s+/gu, ' ');
  return topics.map(({ strong, usual, weak, ...topic }) => ({ ...topic, strong: tidy(strong), usual: tidy(usual), ...(weak === undefined ? {} : { weak: tidy(weak) }) }));
}
