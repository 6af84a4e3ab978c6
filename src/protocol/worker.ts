import type { TextTarget } from '../core/anchors/text-target';
import type { AnnotationFormat } from '../core/annotations/exchange/annotation-format';
import type { ExportedPaper } from '../core/annotations/exchange/exported-paper';
import type { ReadAnnotations } from '../core/annotations/exchange/foreign-annotation';
import type { PlacesSought } from '../core/annotations/exchange/place-annotations';
import type { Claim } from '../core/claims/claim';
import type { WrittenForm } from '../core/citations/export-formats';
import type { Digest } from '../core/papers/digest';
import type { PageOutline } from '../core/papers/page-outline';
import type { IsoDate, Paper } from '../core/papers/paper';
import type { ShardFile } from '../core/search/corpus-index';
import type { SearchDocument } from '../core/search/document';
import type { IndexAnswer, IndexQuery } from '../core/search/index-query';
import type { SimilarDocument } from '../core/search/similar';
import type { StaleReason } from '../core/search/shard-file';

/** What is searched: the library's papers; notes, runs and annotations. Each has an index of its own. */
export const CORPORA = ['papers', 'records'] as const;
export type Corpus = (typeof CORPORA)[number];

/**
 * What the worker can be asked, by kind, with what it answers. An index is built in steps, so that a question between
 * two of them is answered at once, and whoever gives a build up takes no further step.
 */
export interface WorkerCalls {
  /** From now on the corpus is the documents with these fingerprints, in this order. */
  readonly open: { readonly asked: { readonly corpus: Corpus; readonly fingerprints: Float64Array<ArrayBuffer> }; readonly answered: BuildState };
  /** Take up a kept shard. */
  readonly take: { readonly asked: { readonly corpus: Corpus; readonly bytes: Uint8Array }; readonly answered: BuildState & { readonly stale?: StaleReason } };
  /** Positions of the documents of each shard that is to be built. */
  readonly plan: { readonly asked: { readonly corpus: Corpus; readonly shardSize: number }; readonly answered: readonly Uint32Array[] };
  /** Add documents to the shard that is being built. */
  readonly add: {
    readonly asked: { readonly corpus: Corpus; readonly positions: readonly number[]; readonly documents: readonly SearchDocument[] };
    readonly answered: null;
  };
  /** Finish the shard that is being built. */
  readonly build: { readonly asked: { readonly corpus: Corpus }; readonly answered: BuildState & { readonly file: ShardFile } };
  /** Names of the files of all shards of the index. */
  readonly names: { readonly asked: { readonly corpus: Corpus }; readonly answered: readonly string[] };
  readonly ask: { readonly asked: { readonly corpus: Corpus; readonly query: IndexQuery }; readonly answered: IndexAnswer };
  readonly holding: { readonly asked: { readonly corpus: Corpus; readonly text: string }; readonly answered: Uint8Array };
  /** Documents like that of a position. */
  readonly similar: { readonly asked: { readonly corpus: Corpus; readonly position: number; readonly limit: number }; readonly answered: readonly SimilarDocument[] };
  readonly setAliases: { readonly asked: { readonly groups: readonly (readonly string[])[] }; readonly answered: null };
  /** The claims of each of some texts. */
  readonly claims: { readonly asked: { readonly texts: readonly string[] }; readonly answered: readonly (readonly Claim[])[] };
  readonly readDigest: { readonly asked: { readonly bytes: Uint8Array; readonly name?: string; readonly today: IsoDate }; readonly answered: Digest };
  /** Papers as a text. */
  readonly write: { readonly asked: { readonly papers: readonly Paper[]; readonly form: WrittenForm }; readonly answered: string };
  /** Read the text of a Daily Papers page as an editor shows it. */
  readonly outline: { readonly asked: { readonly text: string }; readonly answered: PageOutline };
  /** Read a file of annotations; `now` is for records without a time. */
  readonly readAnnotations: { readonly asked: { readonly bytes: Uint8Array; readonly now: string }; readonly answered: ReadAnnotations };
  /** Where quotations stand in abstracts; `null` for those that are not surely there. */
  readonly placeTargets: { readonly asked: { readonly sought: readonly PlacesSought[] }; readonly answered: readonly (readonly (TextTarget | null)[])[] };
  readonly writeAnnotations: { readonly asked: { readonly papers: readonly ExportedPaper[]; readonly format: AnnotationFormat }; readonly answered: string };
}

export interface BuildState {
  /** Documents that are indexed. */
  readonly indexed: number;
}

export type WorkerCall = keyof WorkerCalls;
export type Asked<Call extends WorkerCall> = WorkerCalls[Call]['asked'];
export type Answered<Call extends WorkerCall> = WorkerCalls[Call]['answered'];

/** To the worker. Answers come in the order of the requests. */
export type WorkerRequest = { readonly [Call in WorkerCall]: { readonly kind: Call; readonly id: number } & Asked<Call> }[WorkerCall];

/** From the worker. */
export type WorkerReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answered'; readonly id: number; readonly answer: unknown }
  /** The worker met a fault of its own; it goes on. */
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };
