import * as v from 'valibot';

/** A topic and its cues: words and phrases, parted by commas, that speak for it. Plurals and hyphens make no difference. */
export interface TopicEntry {
  readonly id: string;
  /** What people in the field call it. */
  readonly name: string;
  /** Names the topic. */
  readonly strong: string;
  /** Is usual in papers on it. */
  readonly usual: string;
  /** Is found there more than elsewhere. */
  readonly weak?: string;
}

const schema = v.array(v.object({ id: v.string(), name: v.string(), strong: v.string(), usual: v.string(), weak: v.exactOptional(v.string()) }));

/**
 * Reads the lexicon that the build has put beside the extension.
 *
 * @throws when it is not what the build makes
 */
export function parseTopicLexicon(json: unknown): readonly TopicEntry[] {
  return v.parse(schema, json);
}
