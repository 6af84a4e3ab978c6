import { ALIASES } from './aliases';
import { stemOf } from './stem';

/** By the stem of the first word: a name as words and the other names of the same thing. */
const byFirstStem = new Map<string, { readonly name: readonly string[]; readonly others: readonly (readonly string[])[] }[]>();

for (const names of ALIASES.map((group) => group.map((name) => name.split(' ')))) {
  for (const name of names) {
    const [first = ''] = name;
    const entries = byFirstStem.get(stemOf(first)) ?? [];
    entries.push({ name, others: names.filter((other) => other !== name) });
    byFirstStem.set(stemOf(first), entries);
  }
}

/** Other names, as words, of the things that the words at and around a place name. */
export function aliasesAt(terms: readonly string[], place: number): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  for (let from = 0; from <= place; from++) {
    for (const { name, others } of byFirstStem.get(stemOf(terms[from] ?? '')) ?? []) {
      if (from + name.length > place && name.every((word, offset) => stemOf(terms[from + offset] ?? '') === stemOf(word))) {
        found.push(...others);
      }
    }
  }
  return found;
}
