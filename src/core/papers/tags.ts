/** A word the user files papers under; `/` parts a tag from those under it, as in `nlp/attention`. */
export type Tag = string;

/** Longest tag, in UTF-16 units. */
const LONGEST_TAG = 80;

/** Most tags of one paper. */
export const MOST_TAGS = 200;

/** What cannot be seen would make two tags look alike. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;

/**
 * A tag as it is kept: outer and double blanks are gone, and so are empty parts between slashes and a `#` in front.
 *
 * @returns `undefined` when nothing is left, or it is longer than 80 characters
 */
export function normaliseTag(text: string): Tag | undefined {
  const parts = text
    .normalize('NFC')
    .replace(UNSEEN, ' ')
    .replace(/^[\s#/]+/u, '')
    .split('/')
    .map((part) => part.trim().split(/\s+/u).join(' '))
    .filter((part) => part !== '');
  const tag = parts.join('/');
  return tag === '' || tag.length > LONGEST_TAG ? undefined : tag;
}

/** Tags as they are kept, in one order, each once: two that differ in case alone are one, as the first is spelt. */
export function tidyTags(tags: readonly string[]): readonly Tag[] {
  const bySpelling = new Map<string, Tag>();
  for (const tag of tags.flatMap((text) => normaliseTag(text) ?? []).slice(0, MOST_TAGS)) {
    const spelling = tag.toLowerCase();
    if (!bySpelling.has(spelling)) {
      bySpelling.set(spelling, tag);
    }
  }
  return [...bySpelling].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)).map(([, tag]) => tag);
}

/** Whether two tags are the same but for case. */
export function isSameTag(one: Tag, other: Tag): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** A tag and those it is under, outermost first: `nlp` and `nlp/attention`. */
export function tagPath(tag: Tag): readonly Tag[] {
  const parts = tag.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
