import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { PaperKey } from '../../src/core/papers/paper';
import { Library, type LibraryData } from '../../src/core/papers/library';
import { emptyLibraryData } from '../../src/core/papers/library-data';
import type { Paper } from '../../src/core/papers/paper';
import type { SearchDocument } from '../../src/core/search/document';
import { parseQuery } from '../../src/core/search/query';
import type { SimilarDocument } from '../../src/core/search/similar';
import type { Corpus, CorpusAnswer, IndexProgress, IndexService } from '../../src/platform/index-service';
import { AnnotationStore } from '../../src/platform/annotation-store';
import { Log } from '../../src/platform/log';
import { NoteStore } from '../../src/platform/note-store';
import { PaperSearchStore } from '../../src/platform/paper-search';
import { RunStore } from '../../src/platform/run-store';
import { SAMPLE_RECORD } from '../unit/runs/sample-run';
import { emptyFolder, next, startExtension, until, workspaceFolder, write } from './records';

/** An index that looks for words as typed, and keeps what it was told. */
class PlainIndex implements IndexService {
  readonly progress = new vscode.EventEmitter<IndexProgress>();
  readonly onDidProgress = this.progress.event;
  readonly opened: Corpus[] = [];
  aliases: readonly (readonly string[])[] = [];
  /** What happens while a question is under way. */
  meanwhile: () => void = () => undefined;
  private readonly documents = new Map<Corpus, readonly SearchDocument[]>();

  open(corpus: Corpus, documents: readonly SearchDocument[]): Promise<void> {
    this.opened.push(corpus);
    this.documents.set(corpus, documents);
    return Promise.resolve();
  }

  async ask(corpus: Corpus, { text, limit, allowed }: Parameters<IndexService['ask']>[1]): Promise<CorpusAnswer> {
    const held = await this.holding(corpus, text);
    const places = [...held.keys()].filter((document) => held[document] === 1 && (allowed === undefined || allowed[document] === 1));
    const candidates = places.slice(0, limit).map((document) => ({ document, score: 1, complete: true, corrections: [] }));
    this.meanwhile();
    return { typed: parseQuery(text), words: [], candidates, from: 'index', complete: true };
  }

  holding(corpus: Corpus, text: string): Promise<Uint8Array> {
    const words = parseQuery(text).map(({ term }) => term);
    const documents = this.documents.get(corpus) ?? [];
    return Promise.resolve(Uint8Array.from(documents, ({ title, abstract }) => Number(words.every((word) => `${title} ${abstract}`.toLowerCase().includes(word)))));
  }

  similar(corpus: Corpus, position: number, limit: number): Promise<readonly SimilarDocument[]> {
    const others = (this.documents.get(corpus) ?? []).flatMap((_, document) => (document === position ? [] : [{ document, shared: ['word'] }]));
    this.meanwhile();
    return Promise.resolve(others.slice(0, limit));
  }

  setAliases(groups: readonly (readonly string[])[]): void {
    this.aliases = groups;
  }

  readDigest(): never {
    throw new Error('Nobody asks this index for a digest.');
  }

  dispose(): void {
    this.progress.dispose();
  }
}

function libraryOf(papers: readonly Partial<Paper>[]): Library {
  const whole = papers.map((paper) => ({ key: 'paper', title: 'A Title', abstract: '', digests: ['thesis'], sources: {}, ...paper }));
  const data: LibraryData = { ...emptyLibraryData(), digests: [{ id: 'thesis', source: 'bibtex', title: 'Thesis' }], papers: whole };
  return new Library(data);
}

const PAPERS = libraryOf([
  { key: 'old-cache', title: 'A cache', published: '2019-01-01' },
  { key: 'new-cache', title: 'Cache of keys', published: '2025-01-01' },
  { key: 'noted', title: 'Attention', published: '2024-01-01' },
]);

describe('the search over papers, notes and runs', () => {
  let index: PlainIndex;
  let library: Library;
  let papersChanged: vscode.EventEmitter<void>;
  let log: Log;
  let notes: NoteStore;
  let runs: RunStore;
  let annotations: AnnotationStore;
  let search: PaperSearchStore;
  const folder = (name: string) => vscode.Uri.joinPath(workspaceFolder(), name);

  before(() => startExtension());

  beforeEach(async () => {
    await emptyFolder(folder('notes'));
    await emptyFolder(folder('.lectern/runs'));
    await emptyFolder(folder('.lectern/annotations'));
    index = new PlainIndex();
    library = PAPERS;
    papersChanged = new vscode.EventEmitter();
    log = new Log();
    notes = new NoteStore(folder('storage'), log);
    runs = new RunStore(folder('storage'), log);
    annotations = new AnnotationStore(folder('storage'), log);
    const papers = { onDidChange: papersChanged.event, library: () => Promise.resolve(library) };
    const states = {
      onDidChange: new vscode.EventEmitter<readonly PaperKey[]>().event,
      readings: () => Promise.resolve({ noted: { status: 'read', starred: true, tags: ['to cite'] } } as const),
      setStatus: () => Promise.resolve(),
      setStarred: () => Promise.resolve(),
      setTags: () => Promise.resolve(),
      addTag: () => Promise.resolve(),
      removeTag: () => Promise.resolve(),
      changeTags: () => Promise.resolve(),
    };
    search = new PaperSearchStore({ index, papers, states, notes, runs, annotations, log });
  });

  afterEach(async () => {
    for (const store of [search, notes, runs, annotations, log, index, papersChanged]) {
      store.dispose();
    }
    await emptyFolder(folder('notes'));
    await emptyFolder(folder('.lectern/runs'));
    await emptyFolder(folder('.lectern/annotations'));
  });

  const keys = async (query: string) => (await search.papers(query, 10)).papers.map(({ paper }) => paper.key);

  it('indexes nothing before the first search, and the same papers once', async () => {
    assert.deepEqual(index.opened, []);
    await search.holding('is:starred');
    assert.deepEqual(index.opened, [], 'facets need no index');
    assert.deepEqual((await keys('cache')).sort(), ['new-cache', 'old-cache']);
    await search.holding('cache');
    assert.deepEqual(index.opened, ['papers']);
  });

  it('knows status, stars, tags, notes and annotations', async () => {
    await annotations.add({ paper: 'noted', comment: 'Mine' });
    await write(folder('notes/a.md'), '---\npaper: noted\n---\nWords.\n');
    for (const query of ['status:read', 'is:starred', 'tag:cite', 'has:notes', 'has:annotations', 'in:thesis -title:cache']) {
      assert.deepEqual(await keys(query), ['noted'], query);
      assert.deepEqual([...(await search.holding(query))], ['noted'], query);
    }
  });

  it('lists what fits newest first when there are no words', async () => {
    assert.deepEqual(await keys('source:bibtex'), ['new-cache', 'noted', 'old-cache']);
  });

  it('finds notes by their text and runs by their parameters', async () => {
    await write(folder('notes/a.md'), '---\npaper: noted\ntags: [idea]\n---\n# On tiling\n\nBlocks of sequence keys.\n');
    await write(folder(`.lectern/runs/${SAMPLE_RECORD.id}/run.json`), JSON.stringify({ ...SAMPLE_RECORD, hypothesis: 'Tiles pay off.' }));
    const found = async (query: string) => {
      const { notes: inNotes, runs: inRuns } = await search.records(query, 10);
      return [...inNotes.map(({ note }) => note.title), ...inRuns.map(({ run }) => run.id)];
    };
    assert.deepEqual(await found('sequence'), ['On tiling', SAMPLE_RECORD.id]);
    assert.deepEqual(await found('sequence kind:run'), [SAMPLE_RECORD.id]);
    assert.deepEqual(await found('blocks'), ['On tiling']);
    assert.deepEqual(await found('tiles pay'), [SAMPLE_RECORD.id]);
    assert.deepEqual(await found('tag:idea'), ['On tiling']);
    assert.deepEqual(await found('sequence status:read'), []);
  });

  it('takes up notes that changed', async () => {
    await write(folder('notes/a.md'), '# One\n');
    assert.equal((await search.records('one', 10)).notes.length, 1);
    const told = until(search.onDidChange, async () => (await search.records('two', 10)).notes.length === 1);
    await write(folder('notes/b.md'), '# Two\n');
    await told;
    assert.deepEqual(index.opened.filter((corpus) => corpus === 'records').length > 1, true);
  });

  it('finds annotations by the words they are on, their comments, replies, tags and kind, also when they changed', async () => {
    const target = { exact: 'quadratic memory', prefix: '', suffix: '' };
    const first = await annotations.add({ paper: 'noted', target, comment: 'Is this so?', tags: ['io'], kind: 'question' });
    const found = async (query: string) => (await search.records(query, 10)).annotations.map(({ thread, paper }) => [thread.first.id, paper?.key]);
    for (const query of ['quadratic', 'question so', 'kind:annotation', 'tag:io', 'key:noted quadratic', 'kind:annotation -run']) {
      assert.deepEqual(await found(query), [[first.id, 'noted']], query);
    }
    assert.deepEqual(await found('quadratic kind:note'), []);
    assert.deepEqual(await found('quadratic key:old-cache'), []);
    await annotations.change(first, { comment: 'Linear after all' });
    assert.deepEqual(await found('linear'), [[first.id, 'noted']]);
    await annotations.add({ paper: 'noted', replyTo: first.id, comment: 'Proven elsewhere' });
    assert.deepEqual(await found('proven'), [[first.id, 'noted']]);
    await annotations.remove([first.id]);
    assert.deepEqual(await found('linear'), []);
  });

  it('indexes another library at once, and drops an answer about the former one', async () => {
    await keys('cache');
    const told = next(search.onDidChange);
    index.meanwhile = () => {
      index.meanwhile = () => undefined;
      library = libraryOf([{ key: 'other', title: 'Another cache' }]);
      papersChanged.fire();
    };
    await assert.rejects(async () => {
      const late = search.papers('cache', 10);
      await told;
      await keys('cache');
      return late;
    }, vscode.CancellationError);
    assert.deepEqual(await keys('cache'), ['other']);
  });

  it('tells how far the index of the papers is, and when the answer may be another one', async () => {
    const progress = next(search.onDidProgress);
    index.progress.fire({ corpus: 'papers', indexed: 1, total: 3 });
    await progress;
    const changed = next(search.onDidChange);
    index.progress.fire({ corpus: 'papers', indexed: 3, total: 3 });
    await changed;
  });

  it('hands the setting of other names to the index, and each change of it', async () => {
    const config = vscode.workspace.getConfiguration('lectern.search');
    await keys('cache');
    const builtIn = index.aliases.length;
    assert.ok(builtIn > 20);
    try {
      const changed = next(search.onDidChange);
      await config.update('aliases', [['TTT', 'test-time training'], 'odd'], vscode.ConfigurationTarget.Workspace);
      await changed;
      assert.deepEqual(index.aliases.slice(builtIn), [['ttt', 'test time training']]);
    } finally {
      await config.update('aliases', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
