import * as v from 'valibot';
import type { Steps } from '../../steps';
import type { KeyEntry } from '../key-registry';
import { keySchema } from '../paper-schema';
import { decodeLines, encodeLines } from './json-lines';

// A file of the key registry: a line that says what it is, then a key with its marks a line, in order of giving.

const header = { format: 'lectern-keys', version: 1 } as const;

const headerSchema = v.object({ format: v.literal(header.format), version: v.literal(header.version) });

const entrySchema = v.tupleWithRest([keySchema], v.pipe(v.string(), v.regex(/^[adt]/u)));

export function encodeKeys(entries: readonly KeyEntry[]): Steps<Uint8Array> {
  return encodeLines([header, ...entries]);
}

/** Reads a file of the registry as far as it goes. */
export function* decodeKeys(bytes: Uint8Array): Steps<{ readonly entries: readonly KeyEntry[]; readonly problems: readonly string[] }> {
  const entries: KeyEntry[] = [];
  let isOurs = false as boolean; // Set where the compiler does not follow.
  let broken = 0;
  try {
    yield* decodeLines(bytes, (value, line) => {
      const entry = line === 1 ? undefined : v.safeParse(entrySchema, value);
      if (entry === undefined) {
        isOurs = v.is(headerSchema, value);
      } else if (entry.success) {
        entries.push(entry.output);
      } else {
        broken++;
      }
    });
  } catch {
    broken++; // Not UTF-8 from some place on.
  }
  if (!isOurs) {
    return { entries: [], problems: ['It does not hold keys of papers that this Lectern can read. They are given anew.'] };
  }
  return { entries, problems: broken === 0 ? [] : [`${broken} of its lines cannot be read. The keys of their papers are given anew.`] };
}
