import { isJsonObject } from '../../papers/json';
import type { Json } from '../../papers/paper';
import type { Annotation } from '../annotation';
import type { ExchangeForm } from './foreign-annotation';

type JsonObject = Readonly<Record<string, Json>>;

/** What a form says of an annotation that can be changed in both programs. */
export type SaidFields = Pick<Annotation, 'comment' | 'tags' | 'kind'> & Partial<Pick<Annotation, 'colour'>>;

/** In an annotation's file: the record it was imported from. */
const IMPORTED_FIELD = 'lectern:imported';

/**
 * Keeps the whole record that an annotation comes from, so that nothing it says is lost and an export gives it back.
 *
 * @param modified when it was changed last in its program
 */
export function importedExtra(form: ExchangeForm, said: SaidFields, modified: string, record: JsonObject): NonNullable<Annotation['extra']> {
  const { comment, tags, kind, colour } = said;
  return { [IMPORTED_FIELD]: { form, said: { comment, tags, ...(kind === undefined ? {} : { kind }), ...(colour === undefined ? {} : { colour }), modified }, record } };
}

/** The record that an annotation was imported from, if it was of this form. */
export function importedRecord({ extra }: Pick<Annotation, 'extra'>, form: ExchangeForm): JsonObject | undefined {
  const kept = extra?.[IMPORTED_FIELD];
  return isJsonObject(kept) && kept['form'] === form && isJsonObject(kept['record']) ? kept['record'] : undefined;
}

/** An annotation as its last import said it: what the user has changed since is not in it. */
export function asImported(annotation: Annotation): Annotation {
  const kept = annotation.extra?.[IMPORTED_FIELD];
  const said = isJsonObject(kept) && isJsonObject(kept['said']) ? kept['said'] : {};
  return { ...annotation, ...said };
}

/** The same annotation without the record. */
export function withoutImported(annotation: Annotation): Annotation {
  const { extra = {}, ...own } = annotation;
  const others = Object.entries(extra).filter(([name]) => name !== IMPORTED_FIELD);
  return others.length === 0 ? own : { ...own, extra: Object.fromEntries(others) };
}
