import { demosForTitle } from '../catalog/catalog';
import { linksOf } from '../papers/links';
import type { DigestSummary } from '../papers/library';
import type { DigestId, Paper, PaperKey } from '../papers/paper';
import { readingOf, type Readings } from '../papers/reading';
import type { DocumentKind, Facet, FacetTerm, PaperPart, PublishedFacet, WordsSought } from './search-query';
import { SoughtWords } from './sought-words';

/** What is known of papers beside what their sources say. */
export interface PaperFacts {
  readonly readings: Readings;
  readonly digests: ReadonlyMap<DigestId, DigestSummary>;
  /** Papers that the user has a note about. */
  readonly withNotes: ReadonlySet<PaperKey>;
  /** Papers that the user has annotated. */
  readonly withAnnotations: ReadonlySet<PaperKey>;
}

/** A note, a run or a thread of annotations, as far as facets ask. */
export interface RecordFacts {
  readonly kind: Exclude<DocumentKind, 'paper'>;
  /** Papers it is about. */
  readonly papers: readonly PaperKey[];
  readonly tags: readonly string[];
  /** Day of a run or an annotation. */
  readonly date?: string;
}

type Test<T> = (item: T) => boolean;

/** A check of a paper: every facet fits, of those that exclude one another any. */
export function paperCheck(facets: readonly FacetTerm[], facts: PaperFacts): Test<Paper> {
  return checkOf(facets, (facet) => paperTest(facet, facts));
}

/** The same for notes, runs and annotations. What only papers have, they do not have. */
export function recordCheck(facets: readonly FacetTerm[]): Test<RecordFacts> {
  return checkOf(facets, recordTest);
}

/** A paper is of one status, so two of them mean either; it can have two tags, so two of them mean both. */
const ALTERNATIVES: ReadonlySet<Facet['kind']> = new Set(['status', 'kind', 'in', 'source', 'key']);

function checkOf<T>(facets: readonly FacetTerm[], testOf: (facet: Facet) => Test<T>): Test<T> {
  const required: Test<T>[] = [];
  const either = new Map<string, Test<T>[]>();
  for (const { facet, negated } of facets) {
    const test = testOf(facet);
    if (negated) {
      required.push((item) => !test(item));
    } else if (ALTERNATIVES.has(facet.kind) || isYears(facet)) {
      either.set(facet.kind, [...(either.get(facet.kind) ?? []), test]);
    } else {
      required.push(test);
    }
  }
  const groups = [...either.values()];
  return (item) => required.every((test) => test(item)) && groups.every((tests) => tests.some((test) => test(item)));
}

/** `year:2023 year:2025` is either year; `after:` and `before:` narrow. */
function isYears(facet: Facet): boolean {
  return facet.kind === 'published' && facet.to !== undefined;
}

function paperTest(facet: Facet, facts: PaperFacts): Test<Paper> {
  switch (facet.kind) {
    case 'status':
      return ({ key }) => readingOf(facts.readings, key).status === facet.status;
    case 'starred':
      return ({ key }) => readingOf(facts.readings, key).starred;
    case 'has':
      return partTest(facet.part, facts);
    case 'kind':
      return () => facet.of === 'paper';
    case 'published':
      return ({ published, year }) => fitsPeriod(published ?? year?.toString(), facet);
    case 'org': {
      const words = remembered(new SoughtWords(facet));
      return ({ organisation }) => organisation !== undefined && (words(organisation.name) || words(organisation.slug));
    }
    case 'author': {
      const words = remembered(new SoughtWords(facet));
      return ({ authors = [] }) => authors.some(words);
    }
    case 'tag': {
      const words = remembered(new SoughtWords(facet));
      return ({ key }) => readingOf(facts.readings, key).tags.some(words);
    }
    case 'in': {
      const words = remembered(new SoughtWords(facet));
      return ({ digests }) => digests.some((id) => words(id) || words(facts.digests.get(id)?.title ?? ''));
    }
    case 'source': {
      const source = facet.text.toLowerCase();
      const isSought = (id: DigestId): boolean => facts.digests.get(id)?.source.startsWith(source) === true;
      return ({ digests }) => digests.some(isSought);
    }
    case 'key':
      return ({ key }) => isKey(key, facet);
  }
}

function recordTest(facet: Facet): Test<RecordFacts> {
  switch (facet.kind) {
    case 'kind':
      return ({ kind }) => kind === facet.of;
    case 'published':
      return ({ date }) => fitsPeriod(date, facet);
    case 'tag': {
      const words = remembered(new SoughtWords(facet));
      return ({ tags }) => tags.some(words);
    }
    case 'key':
      return ({ papers }) => papers.some((key) => isKey(key, facet));
    case 'status':
    case 'starred':
    case 'has':
    case 'org':
    case 'author':
    case 'in':
    case 'source':
      return () => false;
  }
}

function partTest(part: PaperPart, { withNotes, withAnnotations }: PaperFacts): Test<Paper> {
  switch (part) {
    case 'code':
      return (paper) => paper.repository !== undefined || linksOf(paper).some(({ kind }) => kind === 'repository' || kind === 'file');
    case 'demo':
      return ({ title }) => demosForTitle(title).length > 0;
    case 'notes':
      return ({ key }) => withNotes.has(key);
    case 'annotations':
      return ({ key }) => withAnnotations.has(key);
    case 'abstract':
      return ({ abstract }) => abstract.trim() !== '';
  }
}

/** A date that says less than the facet fits where it may: of a paper of 2024 nobody knows whether it is of May. */
function fitsPeriod(date: string | undefined, { from, to, before }: PublishedFacet): boolean {
  if (date === undefined) {
    return false;
  }
  const known = (period: string): string => period.slice(0, date.length);
  // The first day of a period is not in front of it, and `2024` sorts before `2024-01-01`.
  const isLate = before !== undefined && date >= before.replace(/(?:-01){1,2}$/u, '');
  return !isLate && (from === undefined || date.slice(0, from.length) >= known(from)) && (to === undefined || date.slice(0, to.length) <= to);
}

function isKey(key: PaperKey, { text, exact, unfinished }: WordsSought): boolean {
  const sought = text.trim().toLowerCase();
  return key === sought || (unfinished && !exact && key.startsWith(sought));
}

/** Names come again and again: each is looked at once. */
function remembered(words: SoughtWords): Test<string> {
  const known = new Map<string, boolean>();
  return (name) => {
    let answer = known.get(name);
    if (answer === undefined) {
      answer = words.areIn(name);
      known.set(name, answer);
    }
    return answer;
  };
}
