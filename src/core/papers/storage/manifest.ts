import * as v from 'valibot';
import type { ImportSummary } from '../import-preview';
import type { DigestId } from '../paper';

// A generation of the library: the one small file that says which others it is made of. Making it is what commits a change.

const FORMAT = 'lectern-library';
const VERSION = 1;

const size = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const path = v.pipe(v.string(), v.regex(/^(?:digests\/[\w.-]+|keys-[\w-]+)\.jsonl$/u));
const fileSchema = v.object({ file: path, bytes: size });
const digestSchema = v.object({ id: v.string(), file: path, bytes: size });

const manifestSchema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(VERSION),
  /** Tells who made it, so that the maker can see whether it is still the one that is there. */
  writer: v.string(),
  digests: v.array(digestSchema),
  /** Files of the key registry, oldest first. */
  keys: v.array(fileSchema),
  /** Files that could not be read when others took their place. They are left as they are. */
  aside: v.array(path),
  /** The import that can be taken back. */
  last: v.exactOptional(
    v.object({
      title: v.string(),
      at: v.string(),
      added: size,
      changed: size,
      /** The digests that were imported, each with its file before, if it had one. */
      digests: v.array(v.object({ id: v.string(), before: v.nullable(digestSchema) })),
      keys: v.array(fileSchema),
    }),
  ),
});

export type Manifest = v.InferOutput<typeof manifestSchema>;
export type StoredFile = v.InferOutput<typeof fileSchema>;
export type StoredDigestFile = v.InferOutput<typeof digestSchema>;

/** What a manifest says, or why it cannot be used. */
export type ReadManifest =
  | { readonly kind: 'read'; readonly manifest: Manifest }
  | { readonly kind: 'newer' | 'broken'; readonly problem: string };

const NAME = /^library-([1-9]\d{0,14})\.json$/u;

export function manifestName(generation: number): string {
  return `library-${generation}.json`;
}

/** The generations whose manifests are among the names, newest first. */
export function generationsIn(names: readonly string[]): readonly number[] {
  return names.flatMap((name) => NAME.exec(name)?.[1] ?? []).map(Number).sort((one, other) => other - one);
}

export function emptyManifest(): Manifest {
  return { format: FORMAT, version: VERSION, writer: '', digests: [], keys: [], aside: [] };
}

export function encodeManifest(manifest: Manifest): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(manifest, undefined, 2)}\n`);
}

export function decodeManifest(bytes: Uint8Array): ReadManifest {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { kind: 'broken', problem: 'It is not JSON. The library before it is used.' };
  }
  const other = v.safeParse(v.object({ format: v.literal(FORMAT), version: v.number() }), json);
  if (other.success && other.output.version > VERSION) {
    const versions = `format version ${other.output.version}; this one reads version ${VERSION}`;
    return { kind: 'newer', problem: `It is from a newer Lectern (${versions}). Until Lectern is updated, the library cannot be changed.` };
  }
  const result = v.safeParse(manifestSchema, json, { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    return { kind: 'broken', problem: `It is not a library of Lectern. At ${v.getDotPath(issue) ?? 'its top'}: ${issue.message}` };
  }
  return { kind: 'read', manifest: result.output };
}

/** Every file that a generation needs, for itself or to take its last import back. */
export function filesOf({ digests, keys, aside, last }: Manifest): readonly string[] {
  const before = last?.digests.flatMap((digest) => digest.before ?? []) ?? [];
  const all = [...digests, ...keys, ...(last?.keys ?? []), ...before];
  return [...all.map(({ file }) => file), ...aside];
}

export function lastImport({ last }: Manifest): ImportSummary | undefined {
  return last && { title: last.title, at: last.at, added: last.added, changed: last.changed };
}

/** The digests with the files of some replaced, or left out where there is none. */
export function withFiles(
  digests: readonly StoredDigestFile[],
  changed: readonly { readonly id: DigestId; readonly file: StoredDigestFile | null }[],
): StoredDigestFile[] {
  const ids = new Set(changed.map(({ id }) => id));
  return [...digests.filter(({ id }) => !ids.has(id)), ...changed.flatMap(({ file }) => file ?? [])];
}
