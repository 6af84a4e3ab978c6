import type { Arrangement, ArrangeOptions, Grouping, PaperGroup } from './arrangement';
import { GroupMaker } from './group-maker';
import type { Library } from './library';
import type { Paper, PaperKey } from './paper';
import type { Readings } from './reading';
import { READING_STATUSES, readingOf } from './reading';
import { dayOf, nameOrder, sortedPapers } from './sort';
import { tagPath, type Tag } from './tags';

export type { ArrangeOptions, Arrangement, Grouping, GroupLabel, PaperGroup } from './arrangement';
export { GROUPINGS } from './arrangement';
export { SORTS, type Sort } from './sort';

/**
 * Groups, sorts and filters a library for the Papers tree: one pass over its papers in an order that is kept. Digests
 * and years come newest first, topics from large to small, organisations and tags by name, statuses from unread to read;
 * papers without come last. A paper in two digests appears in both groups; a paper of a tag under another appears
 * under that tag alone.
 */
export function arrange(library: Library, readings: Readings, options: ArrangeOptions): Arrangement {
  const { grouping, sort, filter } = options;
  const all = sortedPapers(library, sort);
  const shown = filter === undefined ? all : all.filter((paper) => filter.has(paper.key));
  const groups = group(shown, library, readings, options);
  return { groups, order: orderOf(groups, grouping) };
}

/** Whether what the user sets on papers can move them from group to group. */
export function followsReadings(grouping: Grouping): boolean {
  return grouping === 'status' || grouping === 'tag';
}

const positions = new WeakMap<Arrangement, ReadonlyMap<PaperKey, number>>();

/** Where a paper stands in the order, from 0; `undefined` for one that is not shown. Looked up, not searched. */
export function positionOf(arrangement: Arrangement, key: PaperKey): number | undefined {
  const table = positions.get(arrangement) ?? new Map(arrangement.order.map((other, index) => [other, index]));
  positions.set(arrangement, table);
  return table.get(key);
}

/** The paper before or after one, or `undefined` at the ends and for a paper that is not shown. */
export function neighbour(arrangement: Arrangement, key: PaperKey, direction: 'next' | 'previous'): PaperKey | undefined {
  const index = positionOf(arrangement, key);
  return index === undefined ? undefined : arrangement.order[index + (direction === 'next' ? 1 : -1)];
}

/** The next unread paper after `key`, starting over at the end; the first one without a `key`. Never `key` itself. */
export function nextUnread(arrangement: Arrangement, readings: Readings, key?: PaperKey): PaperKey | undefined {
  const { order } = arrangement;
  const start = key === undefined ? 0 : (positionOf(arrangement, key) ?? -1) + 1;
  for (let step = 0; step < order.length; step++) {
    const other = order[(start + step) % order.length];
    if (other !== undefined && other !== key && readingOf(readings, other).status === 'unread') {
      return other;
    }
  }
  return undefined;
}

function group(papers: readonly Paper[], { digests }: Library, readings: Readings, options: ArrangeOptions): readonly PaperGroup[] {
  switch (options.grouping) {
    case 'digest': {
      const groups = new GroupMaker(papers, (paper) => paper.digests);
      return [...digests].reverse().flatMap(({ id, title }) => groups.take(id, `digest:${id}`, { kind: 'digest', digest: id, title }));
    }
    case 'topic': {
      const groups = new GroupMaker(papers, (paper) => options.topics?.ids(paper) ?? [], '');
      const topics = [...(options.topics?.all ?? [])].sort((one, other) => groups.size(other.id) - groups.size(one.id));
      const named = topics.flatMap(({ id, name }) => groups.take(id, `topic:${id}`, { kind: 'topic', name }));
      return [...named, ...groups.take('', 'topic:', { kind: 'topic' })];
    }
    case 'year': {
      const groups = new GroupMaker(papers, (paper) => [dayOf(paper)?.slice(0, 4) ?? '']);
      const years = groups.keys().sort((one, other) => Number(other) - Number(one));
      return years.flatMap((year) => groups.take(year, `year:${year}`, year === '' ? { kind: 'year' } : { kind: 'year', year }));
    }
    case 'organisation':
      return byOrganisation(papers);
    case 'status': {
      const groups = new GroupMaker(papers, (paper) => [readingOf(readings, paper.key).status]);
      return READING_STATUSES.flatMap((status) => groups.take(status, `status:${status}`, { kind: 'status', status }));
    }
    case 'tag':
      return byTag(papers, readings);
    case 'none':
      return papers.length === 0 ? [] : [{ id: 'all', label: { kind: 'all' }, papers, groups: [], size: papers.length }];
  }
}

function byOrganisation(papers: readonly Paper[]): readonly PaperGroup[] {
  const groups = new GroupMaker(papers, (paper) => [paper.organisation?.slug ?? '']);
  const names = new Map(papers.map(({ organisation }) => [organisation?.slug ?? '', organisation?.name ?? '']));
  const slugs = groups.keys().sort((one, other) => Number(one === '') - Number(other === '') || nameOrder.compare(names.get(one) ?? '', names.get(other) ?? ''));
  return slugs.flatMap((slug) => {
    const name = names.get(slug);
    return groups.take(slug, `organisation:${slug}`, slug === '' || name === undefined ? { kind: 'organisation' } : { kind: 'organisation', name });
  });
}

/** A group a tag, tags under others as groups in theirs. */
function byTag(papers: readonly Paper[], readings: Readings): readonly PaperGroup[] {
  const groups = new GroupMaker(papers, (paper) => readingOf(readings, paper.key).tags, '');
  const tags = [...new Set(groups.keys().flatMap((tag) => (tag === '' ? [] : tagPath(tag))))].sort(nameOrder.compare);
  const under = new Map<Tag, Tag[]>();
  for (const tag of tags) {
    const parent = tagPath(tag).at(-2) ?? '';
    under.set(parent, [...(under.get(parent) ?? []), tag]);
  }
  const nested = (parent: Tag): readonly PaperGroup[] =>
    (under.get(parent) ?? []).map((tag) => groups.nest(tag, `tag:${tag}`, { kind: 'tag', tag, name: tag.slice(tag.lastIndexOf('/') + 1) }, nested(tag)));
  return [...nested(''), ...groups.take('', 'tag:', { kind: 'tag' })];
}

function orderOf(groups: readonly PaperGroup[], grouping: Grouping): readonly PaperKey[] {
  const order = groups.flatMap((each) => keysOf(each));
  const isOnceEach = grouping === 'year' || grouping === 'organisation' || grouping === 'status' || grouping === 'none';
  return isOnceEach ? order : [...new Set(order)];
}

function keysOf({ groups, papers }: PaperGroup): PaperKey[] {
  const own = papers.map((paper) => paper.key);
  return groups.length === 0 ? own : [...groups.flatMap(keysOf), ...own];
}
