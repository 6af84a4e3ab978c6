import { isoDate } from '../papers/dates';
import { DIGEST_SOURCES } from '../papers/digest';
import { READING_STATUSES } from '../papers/reading';
import { DOCUMENT_KINDS, NAMED_FACETS, PAPER_PARTS, type Facet, type Period, type WordsSought } from './search-query';

const PERIOD = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/u;

/** The facet that a field and its value name, or `undefined` where there is no such field or it has no such value. */
export function facetOf(field: string, value: WordsSought): Facet | undefined {
  const text = value.text.trim().toLowerCase();
  switch (field) {
    case 'status':
      return oneOf(READING_STATUSES, text, (status) => ({ kind: 'status', status }));
    case 'is':
      return text === 'starred' ? { kind: 'starred' } : undefined;
    case 'has':
      return oneOf(PAPER_PARTS, text, (part) => ({ kind: 'has', part }));
    case 'kind':
      return oneOf(DOCUMENT_KINDS, text, (of) => ({ kind: 'kind', of }));
    case 'year':
      return yearsOf(text);
    case 'after': {
      const from = periodOf(text);
      return from === undefined ? undefined : { kind: 'published', from };
    }
    case 'before': {
      const before = periodOf(text);
      return before === undefined ? undefined : { kind: 'published', before };
    }
    case 'source':
      return DIGEST_SOURCES.some((source) => (value.unfinished ? source.startsWith(text) : source === text)) ? { kind: 'source', ...value } : undefined;
    default:
      return oneOf(NAMED_FACETS, field, (kind) => ({ kind, ...value }));
  }
}

function oneOf<T extends string>(values: readonly T[], text: string, facet: (value: T) => Facet): Facet | undefined {
  const found = values.find((value) => value === text);
  return found === undefined ? undefined : facet(found);
}

/** `2024`, `2023..2025`, `2023..` or `..2025`, both ends included. */
function yearsOf(text: string): Facet | undefined {
  const [first = '', last = first, ...more] = text.split('..');
  const areYears = [first, last].every((year) => year === '' || (/^\d{4}$/u.test(year) && periodOf(year) !== undefined));
  if (!areYears || more.length > 0 || (last !== '' && first > last)) {
    return undefined;
  }
  return { kind: 'published', ...(first === '' ? {} : { from: first }), ...(last === '' ? {} : { to: last }) };
}

function periodOf(text: string): Period | undefined {
  const [, year, month, day] = PERIOD.exec(text) ?? [];
  const first = isoDate(Number(year), Number(month ?? 1), Number(day ?? 1));
  return first?.slice(0, month === undefined ? 4 : day === undefined ? 7 : 10);
}
