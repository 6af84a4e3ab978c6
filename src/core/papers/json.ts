import type { Json } from './paper';

/** Whether a value that was read from JSON is an object. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The items of a list that was read from JSON; none where it is no list. */
export function jsonList(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}
