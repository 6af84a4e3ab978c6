import * as vscode from 'vscode';
import { registerClaims } from './features/claims';
import { registerAnnotations } from './features/annotations';
import { registerCodeLinks } from './features/code-links';
import { registerDigests } from './features/digests';
import { registerFeeds } from './features/feeds';
import { registerImports } from './features/imports';
import { registerLab } from './features/lab';
import { registerLibrary } from './features/library';
import { registerNotes } from './features/notes';
import { registerReader } from './features/reader';
import { registerReferences } from './features/references';
import { registerRuns } from './features/runs';
import { registerSearch } from './features/search';
import { loadCategories } from './platform/built-categories';
import { ClaimStore } from './platform/claim-store';
import { annotationExchange } from './platform/annotation-exchange';
import { AnnotationStore } from './platform/annotation-store';
import { CodeLinkStore } from './platform/code-link-store';
import { COMMAND, registerCommand } from './platform/commands';
import { loadTopics } from './platform/built-topics';
import type { ReadDigest } from './platform/digest-reading';
import { DraftStore } from './platform/draft-store';
import { DropTarget } from './platform/drop-target';
import { FeedStore } from './platform/feed-store';
import { IndexClient } from './platform/index-client';
import { Log } from './platform/log';
import { Network } from './platform/network';
import { NoteStore } from './platform/note-store';
import { OutlineClient } from './platform/outline-client';
import { PaperOrderStore } from './platform/paper-order';
import { PaperSearchStore } from './platform/paper-search';
import { PaperStore } from './platform/paper-store';
import { paperWriter } from './platform/paper-writer';
import { ReadingStore } from './platform/reading-store';
import { ReferenceIndex } from './platform/reference-index';
import { ReferenceLibrary } from './platform/reference-library';
import { Reveals } from './platform/reveals';
import { RunStore } from './platform/run-store';
import { SavedSearchStore } from './platform/saved-search-store';

/** The composition root, the same for desktop and web: makes the stores and registers the features. */
export function activate(context: vscode.ExtensionContext): void {
  const own = <T extends vscode.Disposable>(item: T): T => {
    context.subscriptions.push(item);
    return item;
  };
  const { extensionUri, globalStorageUri } = context;

  const log = own(new Log());
  const papers = own(new PaperStore(extensionUri, globalStorageUri, log));
  const states = own(new ReadingStore(globalStorageUri, log));
  const notes = own(new NoteStore(globalStorageUri, log));
  const runs = own(new RunStore(globalStorageUri, log));
  const claims = own(new ClaimStore(globalStorageUri, log));
  const reveals = own(new Reveals());
  const annotations = own(new AnnotationStore(globalStorageUri, log));
  const drafts = own(new DraftStore(globalStorageUri, log));
  const index = own(new IndexClient(extensionUri, globalStorageUri, log));
  const writer = paperWriter({ extensionUri, log });
  const outlines = own(new OutlineClient(extensionUri, log));
  const paperSearch = own(new PaperSearchStore({ index, papers, states, notes, runs, annotations, log }));
  const order = own(new PaperOrderStore(papers, states, paperSearch, context.globalState, () => loadTopics(extensionUri)));
  const citedPapers = own(new ReferenceLibrary(papers));
  const references = own(new ReferenceIndex(citedPapers, log));
  const codeLinks = own(new CodeLinkStore(annotations, log));
  const savedSearches = own(new SavedSearchStore(globalStorageUri, log));
  const network = own(new Network());
  const feeds = own(new FeedStore(globalStorageUri, log));
  const dropTarget = own(new DropTarget());
  const fetchText: Network['fetchText'] = (url, options) => network.fetchText(url, options);
  const readDigest: ReadDigest = (bytes, name, token) => index.readDigest(bytes, name, token);
  const lecternVersion = (context.extension.packageJSON as { version: string }).version;

  own(registerLibrary({ papers, states, order, notes, paperSearch, savedSearches, problems: papers, dropTarget, log }));
  own(registerImports({ papers, imports: papers, order, readDigest, writer, fetchText, onDidDrop: dropTarget.onDidDrop, log }));
  own(registerDigests({ outline: (text) => outlines.outline(text), log }));
  own(registerFeeds({ loadCategories: () => loadCategories(extensionUri), feeds, network, papers, states, imports: papers, readDigest, log }));
  own(registerSearch({ papers, paperSearch, savedSearches, order, log }));
  own(registerReader({ extensionUri, papers, states, order, notes, runs, claims, annotations, drafts, references, codeLinks, similar: paperSearch, reveals, writer, log }));
  own(registerClaims({ extensionUri, papers, claims, finder: index, reveals, log }));
  own(registerAnnotations({ papers, annotations, drafts, exchange: annotationExchange({ extensionUri, log }), log }));
  own(registerReferences({ library: citedPapers, references, states, log }));
  own(registerCodeLinks({ papers, annotations, codeLinks, cited: citedPapers, log }));
  own(registerLab({ extensionUri, papers, notes, runs, log, lecternVersion }));
  own(registerNotes({ papers, notes, log }));
  own(registerRuns({ papers, notes, runs, log }));
  own(registerCommand(log, COMMAND.showLog, () => log.show()));
  own(
    registerCommand(log, COMMAND.openGuide, (section?: unknown) =>
      vscode.commands.executeCommand(
        'markdown.showPreview',
        vscode.Uri.joinPath(extensionUri, 'media', 'guide', 'README.md').with({ fragment: typeof section === 'string' ? section : '' }),
      ),
    ),
  );
}
