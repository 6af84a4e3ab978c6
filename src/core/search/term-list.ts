/** Terms in order, packed: their UTF-16 units one after another. An object for each would take five times the memory. */
export interface TermList {
  readonly units: Uint16Array;
  /** Where each term begins in `units`; one more than terms. */
  readonly starts: Uint32Array;
}

export function packTerms(terms: readonly string[]): TermList {
  const starts = new Uint32Array(terms.length + 1);
  terms.forEach((term, place) => (starts[place + 1] = (starts[place] ?? 0) + term.length));
  return { units: unitsOf(terms.join('')), starts };
}

export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let index = 0; index < text.length; index++) {
    units[index] = text.charCodeAt(index);
  }
  return units;
}

export function termAt({ units, starts }: TermList, place: number): string {
  return textOf(units, starts[place] ?? 0, starts[place + 1] ?? 0);
}

/** Terms are short: their units fit into the arguments of a call. */
export function textOf(units: Uint16Array, from: number, to: number): string {
  return String.fromCharCode(...units.subarray(from, to));
}

/** Order of two stretches by UTF-16 unit: negative when the first comes first. */
export function compareUnits(a: Uint16Array, aFrom: number, aTo: number, b: Uint16Array, bFrom: number, bTo: number): number {
  const shared = Math.min(aTo - aFrom, bTo - bFrom);
  for (let index = 0; index < shared; index++) {
    const difference = (a[aFrom + index] ?? 0) - (b[bFrom + index] ?? 0);
    if (difference !== 0) {
      return difference;
    }
  }
  return aTo - aFrom - (bTo - bFrom);
}
