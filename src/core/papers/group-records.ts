import { forEach, type Steps } from '../steps';
import type { Identity, IdentityToken } from './identity';

export interface Identified {
  readonly identity: Identity;
}

/**
 * Records that are one paper, by what it is known best: a `preprint` by its arXiv id, a `publication` by its DOI, a `bare`
 * one by its title.
 */
export interface RecordGroup<R extends Identified> {
  readonly kind: 'preprint' | 'publication' | 'bare';
  /** The arXiv id, the DOI or the fingerprint of the title. */
  readonly mark: string;
  readonly records: readonly R[];
  readonly hasDoi: boolean;
}

/**
 * Puts together the records of each paper, in time linear in their number, whatever their order:
 *
 * 1. The records of an arXiv id. Different arXiv ids are different papers.
 * 2. To those the ones without arXiv id that have a DOI of theirs; the rest by DOI. Different DOIs are different papers.
 * 3. Under the same title, a paper with an arXiv id alone and one with a DOI alone.
 * 4. To the paper of the same title the records without identifier; the rest by title.
 *
 * What fits several papers goes to the one with the least arXiv id, else with the least DOI.
 */
export function* groupRecords<R extends Identified>(records: readonly R[]): Steps<readonly RecordGroup<R>[]> {
  const preprints = new Groups<R>('preprint');
  const publications = new Groups<R>('publication');
  const bare = new Groups<R>('bare');
  yield* forEach(records, (record) => {
    const { arxivId } = record.identity;
    if (arxivId !== undefined) {
      preprints.of(arxivId).add(record);
    }
  });

  const preprintOfDoi = new FirstByMark<R>();
  yield* forEach(preprints.all, (preprint) => preprint.records.forEach(({ identity }) => preprintOfDoi.add(identity.doi, preprint)));
  yield* forEach(records, (record) => {
    const { arxivId, doi } = record.identity;
    if (arxivId === undefined && doi !== undefined) {
      (preprintOfDoi.get(doi) ?? publications.of(doi)).add(record);
    }
  });

  joinByTitle(preprints, publications);
  yield;

  const unnamed = records.filter(({ identity }) => identity.arxivId === undefined && identity.doi === undefined);
  const preprintOfTitle = new FirstByMark<R>();
  const publicationOfTitle = new FirstByMark<R>();
  if (unnamed.length > 0) {
    yield* forEach(preprints.all, (paper) => paper.records.forEach(({ identity }) => preprintOfTitle.add(identity.title, paper)));
    yield* forEach(publications.all, (paper) => paper.records.forEach(({ identity }) => publicationOfTitle.add(identity.title, paper)));
  }
  yield* forEach(unnamed, (record) => {
    const { title } = record.identity;
    (preprintOfTitle.get(title) ?? publicationOfTitle.get(title) ?? bare.of(title)).add(record);
  });
  return [...preprints.all, ...publications.all, ...bare.all];
}

class Group<R extends Identified> implements RecordGroup<R> {
  readonly records: R[] = [];
  hasDoi = false;

  constructor(
    readonly kind: RecordGroup<R>['kind'],
    readonly mark: string,
  ) {}

  add(record: R): void {
    this.records.push(record);
    this.hasDoi ||= record.identity.doi !== undefined;
  }
}

class Groups<R extends Identified> {
  private readonly groups = new Map<string, Group<R>>();

  constructor(private readonly kind: RecordGroup<R>['kind']) {}

  get all(): Iterable<Group<R>> {
    return this.groups.values();
  }

  of(mark: string): Group<R> {
    const known = this.groups.get(mark) ?? new Group(this.kind, mark);
    this.groups.set(mark, known);
    return known;
  }

  remove({ mark }: Group<R>): void {
    this.groups.delete(mark);
  }
}

/** Of the papers that bear a mark, the one with the least identifier. */
class FirstByMark<R extends Identified> {
  private readonly papers = new Map<string, Group<R>>();

  add(mark: string | undefined, paper: Group<R>): void {
    const known = mark === undefined ? paper : this.papers.get(mark);
    if (mark !== undefined && (known === undefined || paper.mark < known.mark)) {
      this.papers.set(mark, paper);
    }
  }

  get(mark: string): Group<R> | undefined {
    return this.papers.get(mark);
  }
}

/** A preprint without DOI takes one publication of its title: the least of each first. */
function joinByTitle<R extends Identified>(preprints: Groups<R>, publications: Groups<R>): void {
  const waiting = new Map<IdentityToken, Group<R>[]>();
  for (const { records } of publications.all) {
    records.forEach(({ identity }) => waiting.set(identity.title, []));
  }
  for (const preprint of inOrder(waiting.size === 0 ? [] : [...preprints.all].filter(({ hasDoi }) => !hasDoi))) {
    new Set(preprint.records.map(({ identity }) => identity.title)).forEach((title) => waiting.get(title)?.push(preprint));
  }
  waiting.forEach((queue) => queue.reverse());
  for (const publication of inOrder([...publications.all])) {
    let least: Group<R> | undefined;
    for (const { identity } of publication.records) {
      const queue = waiting.get(identity.title) ?? [];
      while (queue.at(-1)?.hasDoi) {
        queue.pop();
      }
      const next = queue.at(-1);
      least = next !== undefined && (least === undefined || next.mark < least.mark) ? next : least;
    }
    if (least !== undefined) {
      publication.records.forEach((record) => least.add(record));
      publications.remove(publication);
    }
  }
}

function inOrder<R extends Identified>(papers: readonly Group<R>[]): readonly Group<R>[] {
  return [...papers].sort((one, other) => (one.mark < other.mark ? -1 : 1));
}
