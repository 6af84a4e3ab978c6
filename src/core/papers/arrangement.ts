import type { DigestId, Paper, PaperKey } from './paper';
import type { ReadingStatus } from './reading';
import type { Sort } from './sort';
import type { Tag } from './tags';
import type { Topic, TopicId } from './topics';

export const GROUPINGS = ['digest', 'topic', 'year', 'organisation', 'status', 'tag', 'none'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What a group is of, as data; the words are the view's. Absent parts mean that its papers have none. */
export type GroupLabel =
  | { readonly kind: 'digest'; readonly digest: DigestId; readonly title: string }
  /** The field's term, the same in every language. */
  | { readonly kind: 'topic'; readonly name?: string }
  /** Four digits. */
  | { readonly kind: 'year'; readonly year?: string }
  | { readonly kind: 'organisation'; readonly name?: string }
  | { readonly kind: 'status'; readonly status: ReadingStatus }
  /** `name` is the last part of the tag. */
  | { readonly kind: 'tag'; readonly tag?: Tag; readonly name?: string }
  | { readonly kind: 'all' };

export interface PaperGroup {
  /** Stable across arrangements, for keeping rows expanded and selected. */
  readonly id: string;
  readonly label: GroupLabel;
  /** Groups in this one; shown before its own papers. */
  readonly groups: readonly PaperGroup[];
  /** Papers that are in none of its groups for the same reason. */
  readonly papers: readonly Paper[];
  /** Number of different papers, those of its groups included; never 0. */
  readonly size: number;
}

export interface Arrangement {
  readonly groups: readonly PaperGroup[];
  /** Every paper once, in order of first appearance in the groups: the way of next and previous. */
  readonly order: readonly PaperKey[];
}

export interface ArrangeOptions {
  readonly grouping: Grouping;
  readonly sort: Sort;
  /** Only these papers. */
  readonly filter?: ReadonlySet<PaperKey>;
  /** All topics there are and which a paper has; without, no paper has any. */
  readonly topics?: { readonly all: readonly Topic[]; ids(paper: Paper): readonly TopicId[] };
}
