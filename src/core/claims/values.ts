const VALUES = /^\s*(?<first>[+-]?\d+(?:\.\d+)?)(?:\s*(?:-|–|—|→|to)\s*(?<second>[+-]?\d+(?:\.\d+)?))?\s*$/u;

/** One number, or two of a range or a change, as people type them; `undefined` for anything else. */
export function parseValues(text: string): readonly number[] | undefined {
  const { first, second } = VALUES.exec(text.replace(/(?<=\d),(?=\d{3})/gu, ''))?.groups ?? {};
  return first === undefined ? undefined : [Number(first), ...(second === undefined ? [] : [Number(second)])];
}
