import type { TopicEntry } from './topic-entry';
import { LANGUAGE_TOPICS } from './topics-of-language';
import { WORLD_TOPICS } from './topics-of-the-world';

/**
 * The topics of machine-learning papers as people in the field name them. A cue is in more than one topic only where it
 * speaks for each; words of nearly all papers (model, training, performance) are in none. Chosen by hand, and looked through
 * on ten thousand papers of two years.
 *
 * Not in any bundle: the build writes it to a file that is read when topics are first asked for.
 */
export const TOPIC_LEXICON: readonly TopicEntry[] = [...LANGUAGE_TOPICS, ...WORLD_TOPICS];
