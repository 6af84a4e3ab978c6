import { ALIASES } from './aliases';
import { textWords } from './text-words';

const MOST_GROUPS = 1_000;
const MOST_NAMES = 20;
const MOST_WORDS = 8;
const LONGEST_NAME = 200;

export interface AliasSetting {
  /** The built-in groups and the user's, each name as the tokeniser cuts it. */
  readonly groups: readonly (readonly string[])[];
  /** What of the setting was left out and why, in words for the reader. */
  readonly problems: readonly string[];
}

/**
 * Reads the user's other names for things: a list of groups, `[["ssm", "state space model"]]`, each of two names or more. What
 * is no such group is left out and told; the others count.
 */
export function readAliases(setting: unknown): AliasSetting {
  if (setting === undefined || setting === null) {
    return { groups: ALIASES, problems: [] };
  }
  if (!Array.isArray(setting)) {
    return { groups: ALIASES, problems: ['It must be a list of groups of names, such as [["ssm", "state space model"]].'] };
  }
  const problems: string[] = [];
  const entries = (setting as readonly unknown[]).slice(0, MOST_GROUPS);
  if (setting.length > MOST_GROUPS) {
    problems.push(`Only the first ${MOST_GROUPS} groups are used.`);
  }
  const groups = entries.flatMap((entry, index) => {
    const group = readGroup(entry);
    if (typeof group === 'string') {
      problems.push(`Group ${index + 1} was left out: ${group}`);
      return [];
    }
    return [group];
  });
  return { groups: [...ALIASES, ...groups], problems };
}

/** @returns the names, or what is wrong with them */
function readGroup(entry: unknown): readonly string[] | string {
  if (!Array.isArray(entry)) {
    return 'it is not a list of names.';
  }
  const texts = entry as readonly unknown[];
  if (texts.length > MOST_NAMES) {
    return `it has more than ${MOST_NAMES} names.`;
  }
  const names: string[] = [];
  for (const text of texts) {
    if (typeof text !== 'string' || text.length > LONGEST_NAME) {
      return `each name must be a text of at most ${LONGEST_NAME} characters.`;
    }
    const { words } = textWords(text);
    if (words.length === 0 || words.length > MOST_WORDS) {
      return `"${text}" must be one to ${MOST_WORDS} words.`;
    }
    names.push(words.join(' '));
  }
  const different = [...new Set(names)];
  return different.length < 2 ? 'it needs two different names.' : different;
}
