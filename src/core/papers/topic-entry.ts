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
