import { demosForTitle } from '../../core/catalog/catalog';
import { positionOf } from '../../core/papers/arrange';
import { linksOf } from '../../core/papers/links';
import type { Paper } from '../../core/papers/paper';
import { readingOf } from '../../core/papers/reading';
import { adapterName } from '../../core/runs/verdict';
import type { NoteView, PaperView, RunView } from '../../protocol/reader';
import type { Notes, RunSummary } from '../../platform/stores';
import { annotationsView } from './annotation-views';
import { claimsView } from './claims';
import type { ReaderContext } from './reader-context';
import { referencesView } from './references';
import { verdictText } from '../../platform/verdict-words';

/** Everything the Reader shows of a paper, as it is now. */
export async function paperView(paper: Paper, context: ReaderContext): Promise<PaperView> {
  const { papers, states, order, notes, runs, annotations, drafts, references, codeLinks, log } = context;
  const or = async <T>(instead: T, reading: Promise<T>): Promise<T> => {
    try {
      return await reading;
    } catch (error) {
      // A folder that cannot be read must not keep the paper from being read; the Notes and Runs view reports it.
      log.warn(String(error));
      return instead;
    }
  };
  const [library, readings, arrangement, noteViews, kept, threads, cited] = await Promise.all([
    papers.library(),
    states.readings(),
    order.arrangement(),
    or([], notesOf(paper, notes)),
    or([], runs.list()),
    or({ threads: [], drafts: [] }, annotationsView(paper, annotations, drafts)),
    or({ state: 'ready', links: [], items: [], more: 0 }, referencesView(paper, references, codeLinks)),
  ]);
  const { authors = [], authorCount, organisation, published, comments, upvotes, arxivId, doi } = paper;
  return {
    key: paper.key,
    title: paper.title,
    abstract: paper.abstract,
    authors,
    ...(authorCount === undefined ? {} : { authorCount }),
    ...(organisation === undefined ? {} : { organisation }),
    ...(published === undefined ? {} : { published }),
    ...(comments === undefined ? {} : { comments }),
    ...(upvotes === undefined ? {} : { upvotes }),
    ...(arxivId === undefined ? {} : { arxivId }),
    ...(doi === undefined ? {} : { doi }),
    digests: paper.digests.map((id) => library.digests.find((digest) => digest.id === id)?.title ?? id),
    links: linksOf(paper),
    reading: readingOf(readings, paper.key),
    demos: demosForTitle(paper.title).map(({ slug, title, summary }) => ({ slug, title, summary })),
    notes: noteViews,
    runs: runsOf(paper, kept),
    claims: await claimsView(paper, kept, context),
    annotations: threads,
    references: cited,
    position: { index: (positionOf(arrangement, paper.key) ?? -1) + 1, count: arrangement.order.length },
  };
}

async function notesOf({ key }: Paper, notes: Notes): Promise<readonly NoteView[]> {
  const all = await notes.list();
  return all.filter(({ paper }) => paper === key).map(({ uri, title, path }) => ({ uri: uri.toString(), title, path }));
}

function runsOf({ key }: Paper, runs: readonly RunSummary[]): readonly RunView[] {
  return runs.flatMap((run) => {
    if (!('record' in run) || !run.record.papers.includes(key)) {
      return [];
    }
    const { title, kept, result } = run.record;
    return [{ id: run.id, title, kept, adapter: adapterName(result), verdict: verdictText(result) }];
  });
}
