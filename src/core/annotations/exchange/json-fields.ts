import { isJsonObject } from '../../papers/json';
import type { Json } from '../../papers/paper';

export type JsonObject = Readonly<Record<string, Json>>;

// Fields of records that were written by any program: what is not as it should be counts as not there, and the record is kept whole.

export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The first text that says something. */
export function firstText(...values: readonly (Json | undefined)[]): string | undefined {
  return values.find((value): value is string => typeof value === 'string' && value.trim() !== '');
}

/** A list as it is, anything else as the only item of one. */
export function listOf(value: Json | undefined): readonly Json[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? (value as readonly Json[]) : [value];
}

export function objectsIn(value: Json | undefined): readonly JsonObject[] {
  return listOf(value).filter(isJsonObject);
}

export function textsIn(value: Json | undefined): readonly string[] {
  return listOf(value).filter((item) => typeof item === 'string');
}

export function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

const DAY_AND_TIME = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+-]\d\d:?\d\d)?)?$/u;

/** A moment as annotations keep it; one without a time zone is taken for UTC. */
export function momentOf(...values: readonly (Json | undefined)[]): string | undefined {
  for (const value of values) {
    const [, day, time = '00:00:00', zone = 'Z'] = DAY_AND_TIME.exec(textOf(value)?.trim() ?? '') ?? [];
    const moment = `${day ?? ''}T${time}${zone}`;
    if (day !== undefined && !Number.isNaN(Date.parse(moment))) {
      return moment;
    }
  }
  return undefined;
}
