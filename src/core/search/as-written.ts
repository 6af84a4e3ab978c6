import { tokenise } from './tokenise';

/** Terms of the index as a text writes them, in their order; what is a part of another one that is shown is left out (`free` of `training-free`). */
export function asWritten(terms: readonly string[], text: string, limit: number): readonly string[] {
  const sought = new Set(terms);
  const places = new Map<string, { readonly start: number; readonly end: number }>();
  for (const { text: term, start, end } of tokenise(text)) {
    const known = places.get(term);
    if (sought.has(term) && known === undefined) {
      places.set(term, { start, end });
    }
  }
  const found = terms.flatMap((term) => places.get(term) ?? []);
  const whole = found.filter((one) => !found.some((other) => other !== one && other.start <= one.start && other.end >= one.end && other.end - other.start > one.end - one.start));
  const words = whole.map(({ start, end }) => text.slice(start, end).toLowerCase());
  return [...new Set(words)].slice(0, limit);
}
