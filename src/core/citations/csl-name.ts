import type { Json } from '../papers/paper';
import { isJsonObject } from '../papers/json';
import { splitName } from './name-parts';

/** A name variable of CSL-JSON. */
export type CslName = { readonly family: string; readonly given: string; readonly suffix?: string } | { readonly literal: string };

/** A name in reading order as CSL-JSON has it. */
export function nameAsCsl(name: string): CslName {
  const { family, given, suffix } = splitName(name) ?? {};
  return family === undefined || given === undefined ? { literal: name } : { family, given, ...(suffix === undefined ? {} : { suffix }) };
}

/** A name of CSL-JSON in reading order (`Ludwig van Beethoven`, `Martin King Jr.`); empty where it says nothing. */
export function cslName(name: Json): string {
  if (typeof name === 'string') {
    return oneLine(name);
  }
  if (!isJsonObject(name)) {
    return '';
  }
  const part = (key: string) => {
    const value = name[key];
    return typeof value === 'string' ? value : '';
  };
  const literal = oneLine(part('literal') || part('name'));
  return literal || oneLine(['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix'].map(part).join(' '));
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
