import { forEach, runNow, type Steps } from '../steps';
import type { Digest } from './digest';
import type {
  ChangedElsewhere, ChangedRecord, DuplicateRecord, FieldChange, ImportPreview, NewRecord, SameBy,
} from './import-preview';
import { identityOf, type IdentityToken } from './identity';
import { changeWith, type IdentifiedRecord, type LibraryChange } from './library-change';
import type { Library } from './paper-library';
import type { Paper, PaperField, PaperFields } from './paper';
import { says } from './merge';
import { differingFields } from './same-paper';

/** What an import would do to a library, at once; `previewImports` does it in steps. */
export function previewImport(library: Library, digest: Digest): ImportPreview {
  return runNow(previewOf(library, digest, runNow(changeWith(library, [digest]))));
}

/**
 * Says of every record of a digest what a change made by adding it does to a library: the first record of a paper adds or
 * changes it, if anything does; the records after it are duplicates of the first.
 */
export function* previewOf(library: Library, digest: Digest, change: LibraryChange): Steps<ImportPreview> {
  const keys = yield* library.data.keys.currentKeys(change.after.map(({ group }) => group));
  const lineOf = ({ place }: IdentifiedRecord) => digest.lines[place] ?? 1;
  const isImported = (record: IdentifiedRecord) => record.digest === digest.id && record.place < digest.papers.length;
  const added: NewRecord[] = [];
  const changed: ChangedRecord[] = [];
  const duplicates: DuplicateRecord[] = [];
  const elsewhere: ChangedElsewhere[] = [];

  yield* forEach(change.after, (after, index) => {
    const key = keys[index];
    const before = key === undefined ? undefined : library.paper(key);
    const changes = changesBetween(before, after.fields);
    const [first, ...others] = after.group.records.filter(isImported).sort((one, other) => one.place - other.place);
    if (first === undefined) {
      if (changes.length > 0) {
        elsewhere.push({ ...(before === undefined ? {} : { key: before.key }), title: after.fields.title, changes });
      }
      return;
    }
    const line = lineOf(first);
    const marks = new Marks(after.group.records);
    if (before === undefined) {
      added.push({ line, paper: after.fields });
    } else {
      const known = library.recordsOf(before).flatMap(({ fields }) => identityOf(fields).tokens);
      const record = { line, paper: first.fields, why: marks.sameBy(first, new Set(known)) };
      if (changes.length === 0) {
        duplicates.push({ ...record, of: { key: before.key, title: before.title } });
      } else {
        changed.push({ ...record, key: before.key, changes });
      }
    }
    const tokens = new Set(first.identity.tokens);
    for (const other of others) {
      duplicates.push({ line: lineOf(other), paper: other.fields, why: marks.sameBy(other, tokens), of: { line, title: first.fields.title } });
    }
  });

  const byLine = (one: NewRecord, other: NewRecord) => one.line - other.line;
  const lists = { digest, added: added.sort(byLine), changed: changed.sort(byLine), duplicates: duplicates.sort(byLine) };
  return elsewhere.length === 0 ? lists : { ...lists, elsewhere };
}

const SAME_BY: Readonly<Record<string, SameBy>> = { a: 'arxivId', d: 'doi', t: 'title' };

/** What the records of a paper have in common with each other. */
class Marks {
  private counts: Map<IdentityToken, number> | undefined;

  constructor(private readonly records: readonly IdentifiedRecord[]) {}

  /** What a record shares with one of known marks or, where it is the same only through others, with one of those. */
  sameBy({ identity }: IdentifiedRecord, known: ReadonlySet<IdentityToken>): SameBy {
    const tokens = identity.tokens;
    const shared = tokens.find((token) => known.has(token)) ?? tokens.find((token) => this.countOf(token) > 1);
    return SAME_BY[shared?.charAt(0) ?? ''] ?? 'title';
  }

  private countOf(token: IdentityToken): number {
    if (this.counts === undefined) {
      this.counts = new Map();
      for (const each of this.records.flatMap(({ identity }) => identity.tokens)) {
        this.counts.set(each, (this.counts.get(each) ?? 0) + 1);
      }
    }
    return this.counts.get(token) ?? 0;
  }
}

function changesBetween(before: Paper | undefined, after: PaperFields): readonly FieldChange[] {
  return differingFields(before ?? { title: '', abstract: '' }, after).map((field) => changeOf(field, before, after));
}

function changeOf<F extends PaperField>(field: F, before: PaperFields | undefined, after: PaperFields): FieldChange<F> {
  return { field, ...(before !== undefined && says(before, field) ? { before: before[field] } : {}), after: after[field] };
}
