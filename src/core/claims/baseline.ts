import type { Context } from './context';

const AFTER = /(?:^|[\s,(])(?:over|than|compared (?:to|with|against)|in comparison (?:to|with)|relative to|versus|vs\.?|against|surpassing|outperforming)\s(?=[\p{L}"“'(])/giu;
const BEFORE = /^(?:compared (?:to|with)|in contrast to|relative to|over)\s(?<name>[^,]{2,80}),/iu;
/** Where the name of what is compared with ends. */
const NAME = /^[^,;:()]*?(?=\s(?:and|while|with|on|in|at|for|when|by|under|using|across|without|respectively)\s|[,;:()]|\.(?:\s|$)|$)/u;
const LONGEST = 80;

/** What a number is compared with, in the words of its sentence: `vLLM` of "2x over vLLM"; `undefined` where it is not said. */
export function baselineOf({ after }: Context, sentence: string): string | undefined {
  const plain = after.replace(/\([^()]{0,80}\)/gu, '');
  for (const match of plain.matchAll(AFTER)) {
    // Another number in between has the comparison for itself.
    if (/\d/u.test(plain.slice(0, match.index))) {
      break;
    }
    const rest = plain.slice(match.index + match[0].length).slice(0, LONGEST);
    // Numbers and names in the same order: which is whose is for the reader to see.
    const name = (/^[^,;:]*?(?=,? respectively)/u.exec(rest) ?? NAME.exec(rest))?.[0].trim();
    if (name !== undefined && name.length > 1) {
      return name;
    }
  }
  return BEFORE.exec(sentence.slice(0, 2 * LONGEST))?.groups?.['name']?.trim();
}
