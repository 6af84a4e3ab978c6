import * as vscode from 'vscode';
import type { SearchDocument } from '../core/search/document';
import { SearchEngine } from '../core/search/engine';
import type { SearchHit } from '../core/search/hit';
import type { IndexQuery } from '../core/search/index-query';
import { parseQuery } from '../core/search/query';
import type { Corpus, CorpusAnswer, IndexService } from './index-service';

/** Stands in for the index in a worker: builds and asks on the extension host's own thread. */
export function createIndexService(): IndexService {
  const opened = new Map<Corpus, { documents: readonly SearchDocument[]; engine: SearchEngine }>();
  const progress = new vscode.EventEmitter<never>();
  const of = (corpus: Corpus) => opened.get(corpus) ?? { documents: [], engine: SearchEngine.build([]) };
  return {
    onDidProgress: progress.event,
    open: (corpus, documents) => {
      opened.set(corpus, { documents, engine: SearchEngine.build(documents) });
      return Promise.resolve();
    },
    ask: (corpus, { text, limit, allowed }: IndexQuery): Promise<CorpusAnswer & { hits: readonly SearchHit[] }> => {
      const { documents, engine } = of(corpus);
      const hits = engine.search(text, documents.length);
      const candidates = hits
        .map(({ key, score }) => ({ document: documents.findIndex((one) => one.key === key), score, complete: false }))
        .filter(({ document }) => allowed === undefined || allowed[document] === 1)
        .slice(0, limit);
      return Promise.resolve({ typed: parseQuery(text), words: [], candidates, from: 'index', complete: true, hits });
    },
    holding: (corpus, text) => {
      const { documents, engine } = of(corpus);
      const keys = engine.holding(text);
      return Promise.resolve(Uint8Array.from(documents, ({ key }) => Number(keys.has(key))));
    },
    setAliases: () => undefined,
    readDigest: () => Promise.reject(new Error('no')),
    dispose: () => progress.dispose(),
  };
}
