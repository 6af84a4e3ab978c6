import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Feed } from '../../src/core/feeds/feed';
import type { Digest } from '../../src/core/papers/digest';
import type { ImportSummary } from '../../src/core/papers/import-preview';
import { buildLibrary, Library, type LibraryData } from '../../src/core/papers/library';
import { emptyLibraryData } from '../../src/core/papers/library-data';
import { BackgroundChecks } from '../../src/features/feeds/background-checks';
import { resultWords, takeBack } from '../../src/features/feeds/check-now';
import { FeedChecker } from '../../src/features/feeds/feed-checker';
import type { FeedsContext } from '../../src/features/feeds/feeds-context';
import { NetworkStatus } from '../../src/features/feeds/network-status';
import { triage } from '../../src/features/feeds/triage';
import { ReaderError } from '../../src/platform/errors';
import { FeedStore } from '../../src/platform/feed-store';
import { Log } from '../../src/platform/log';
import { Network } from '../../src/platform/network';
import { PaperStore } from '../../src/platform/paper-store';
import { ReadingStore } from '../../src/platform/reading-store';
import type { Imports, Papers } from '../../src/platform/stores';
import { dailyPapers, readAnswer } from '../unit/feeds/answers';
import { Loopback } from '../unit/network/loopback';
import { emptyFolder, read, startExtension, until, workspaceFolder, write } from './records';

const FEED: Feed = { id: 'daily-papers-newest', title: 'Newest Daily Papers', source: { kind: 'daily-papers', by: 'newest' }, schedule: { everyHours: 24 } };

/** A library that lasts as long as a test. */
class ImportsInMemory implements Imports, Papers {
  readonly onDidChange = () => new vscode.Disposable(() => undefined);
  private readonly states: { readonly data: LibraryData; readonly summary?: ImportSummary }[] = [{ data: emptyLibraryData() }];

  library(): Promise<Library> {
    return Promise.resolve(new Library(this.data));
  }

  add(digests: readonly Digest[]): Promise<ImportSummary> {
    const data = buildLibrary(digests, this.data);
    const summary = { title: 'An import', at: `import ${this.states.length}`, added: data.papers.length - this.data.papers.length, changed: 0 };
    this.states.push({ data, summary });
    return Promise.resolve(summary);
  }

  last(): Promise<ImportSummary | undefined> {
    return Promise.resolve(this.states.at(-1)?.summary);
  }

  undo(): Promise<ImportSummary | undefined> {
    return Promise.resolve(this.states.length > 1 ? this.states.pop()?.summary : undefined);
  }

  preview(): Promise<never> {
    return Promise.reject(new Error('Nobody looks at a preview here.'));
  }

  private get data(): LibraryData {
    return this.states.at(-1)?.data ?? emptyLibraryData();
  }
}

describe('feeds', () => {
  let server: Loopback;
  let storage: vscode.Uri;
  let extension: vscode.Extension<unknown>;
  let log: Log;
  let owned: vscode.Disposable[];
  let imports: ImportsInMemory;
  let context: FeedsContext;

  const own = <T extends vscode.Disposable>(item: T): T => {
    owned.push(item);
    return item;
  };
  const file = (name: string) => vscode.Uri.joinPath(storage, name);
  const token = () => own(new vscode.CancellationTokenSource()).token;
  const paperCount = async () => (await imports.library()).papers.length;

  before(async () => {
    extension = await startExtension();
    server = await Loopback.start();
    storage = vscode.Uri.joinPath(workspaceFolder(), 'feeds-storage');
  });

  beforeEach(async () => {
    await emptyFolder(storage);
    server.reset();
    server.answer = (_request, response) => response.end(dailyPapers(['2601.00001', '2601.00002']));
    owned = [];
    log = own(new Log());
    imports = new ImportsInMemory();
    context = {
      feeds: own(new FeedStore(storage, log)),
      network: own(new Network({ policy: { protocols: ['http:'] }, ruleOf: (name) => ({ name, intervalMs: 0 }) })),
      papers: imports,
      states: own(new ReadingStore(storage, log)),
      imports,
      loadCategories: () => Promise.resolve({ 'cs.CL': 'Computation and Language' }),
      readDigest: readAnswer,
      log,
      addresses: { huggingFace: server.base, arxivApi: server.base, arxivRss: server.base },
    };
  });

  afterEach(async () => {
    owned.reverse().forEach((item) => void item.dispose());
    await vscode.workspace.getConfiguration('lectern.feeds').update('checkInBackground', undefined, vscode.ConfigurationTarget.Global);
  });

  after(async () => {
    await server.stop();
    await emptyFolder(storage);
  });

  it('are none at first: no file, no request, no status item', async () => {
    const checker = own(new FeedChecker(context));
    const status = own(new NetworkStatus(context, checker));
    await own(new BackgroundChecks(context, checker)).run();
    await status.refresh();
    assert.equal(status.text, undefined);
    assert.equal(server.requests.length, 0);
    assert.deepEqual(await vscode.workspace.fs.readDirectory(storage), []);
  });

  it('that are followed and checked bring papers, and the status item says which host was asked', async () => {
    const checker = own(new FeedChecker(context));
    const status = own(new NetworkStatus(context, checker));
    const shown = () => status.text;
    await context.feeds.follow(FEED);
    await status.refresh();
    assert.equal(shown(), '$(rss)', 'followed and not asked yet');

    const checked = await checker.check([FEED], token());
    assert.equal(resultWords(checked), '2 new papers from Newest Daily Papers');
    assert.equal(await paperCount(), 2);
    await status.refresh();
    assert.match(shown() ?? '', /^\$\(rss\) 127\.0\.0\.1:\d+ \d/u);
    assert.deepEqual(JSON.parse(await read(file('feeds.json'))), { format: 'lectern-feeds', version: 1, feeds: [FEED] });

    assert.equal(resultWords(await checker.check([FEED], token())), 'No new papers from Newest Daily Papers');
    assert.equal(await takeBack(imports, checked.flatMap(({ result }) => result.summary ?? [])), 0, 'there was another import since');
  });

  it('give back what a check brought', async () => {
    await context.feeds.follow(FEED);
    const checked = await own(new FeedChecker(context)).check([FEED], token());
    assert.equal(await takeBack(imports, checked.flatMap(({ result }) => result.summary ?? [])), 1);
    assert.equal(await paperCount(), 0);
  });

  it('are checked by themselves only when the setting says so', async () => {
    const checks = own(new BackgroundChecks(context, own(new FeedChecker(context))));
    await context.feeds.follow(FEED);
    await checks.run();
    assert.equal(server.requests.length, 0);

    await vscode.workspace.getConfiguration('lectern.feeds').update('checkInBackground', true, vscode.ConfigurationTarget.Global);
    await checks.run();
    assert.equal(await paperCount(), 2);
    await checks.run();
    assert.equal(server.requests.length, 1, 'it is not due again');
  });

  it('that are offline say so in the status item, and keep trying later', async () => {
    const gone = await Loopback.start();
    await gone.stop();
    const offline: FeedsContext = { ...context, addresses: { huggingFace: gone.base, arxivApi: gone.base, arxivRss: gone.base }, clock: { now: () => Date.now(), wait: () => Promise.resolve() } };
    const checker = own(new FeedChecker(offline));
    const status = own(new NetworkStatus(offline, checker));
    await context.feeds.follow(FEED);
    const [checked] = await checker.check([FEED], token());
    assert.deepEqual([checked?.result.ended, checked?.result.problem?.kind], ['stopped', 'unreachable']);
    await status.refresh();
    assert.match(status.text ?? '', /^\$\(circle-slash\)/u);
  });

  it('that are not followed any more leave no state behind', async () => {
    await context.feeds.follow(FEED);
    await own(new FeedChecker(context)).check([FEED], token());
    await context.feeds.stop([FEED.id]);
    assert.deepEqual([await context.feeds.feeds(), await context.feeds.states()], [[], {}]);
    assert.equal(await paperCount(), 2, 'the papers stay');
  });

  it('of another window are seen and kept', async () => {
    await context.feeds.follow(FEED);
    const other = own(new FeedStore(storage, log));
    const weekly: Feed = { ...FEED, id: 'daily-papers-week', source: { kind: 'daily-papers', by: 'week' } };
    const told = until(context.feeds.onDidChange, async () => (await context.feeds.feeds()).length === 2);
    await context.feeds.feeds();
    await other.follow(weekly);
    await told;
    await context.feeds.stop([FEED.id]);
    assert.deepEqual(await other.feeds(), [weekly]);
  });

  it('in a file that is not understood are never written over', async () => {
    for (const text of ['{ "feeds": ', '{"format":"lectern-feeds","version":9,"feeds":[]}']) {
      await write(file('feeds.json'), text);
      await assert.rejects(context.feeds.follow(FEED), ReaderError);
      assert.equal(await read(file('feeds.json')), text);
    }
  });

  it('are triaged in the Reader, the newest unread paper first', async () => {
    const bundled = own(new PaperStore(extension.extensionUri, storage, context.log));
    const [digest] = (await bundled.library()).digests;
    await context.feeds.follow(FEED);
    await context.feeds.saveState(FEED.id, { last: { at: '2026-01-09T12:00:00.000Z', digests: [digest?.id ?? ''], added: 42 } });
    const newest = [...(await bundled.library()).papers].sort((one, other) => ((one.published ?? '') < (other.published ?? '') ? 1 : -1))[0]?.published;
    await triage({ ...context, papers: bundled });
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputCustom, 'the Reader is a custom editor');
    const first = (await bundled.library()).paper(/papers\/(.+)\.md/u.exec(input.uri.path)?.[1] ?? '');
    assert.equal(first?.published, newest);

    await context.states.setStatus([first?.key ?? ''], 'read');
    await triage({ ...context, papers: bundled });
    const second = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(second instanceof vscode.TabInputCustom);
    assert.notEqual(second.uri.path, input.uri.path);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});

describe('an address that the user named', () => {
  let server: Loopback;
  let network: Network;
  let cancelling: vscode.CancellationTokenSource;

  before(async () => {
    server = await Loopback.start();
  });
  beforeEach(() => {
    network = new Network({ policy: { protocols: ['http:'] }, ruleOf: (name) => ({ name, intervalMs: 0 }) });
    cancelling = new vscode.CancellationTokenSource();
  });
  afterEach(() => {
    network.dispose();
    cancelling.dispose();
  });
  after(() => server.stop());

  const fetched = (path: string) => network.fetchText(`${server.base}${path}`, { token: cancelling.token, maxBytes: 100 });

  it('is fetched with its type', async () => {
    server.answer = (_request, response) => response.writeHead(200, { 'Content-Type': 'text/plain' }).end('papers');
    const { bytes, type } = await fetched('/');
    assert.deepEqual([new TextDecoder().decode(bytes), type], ['papers', 'text/plain']);
    assert.deepEqual(network.entries().map(({ requests, bytes: count }) => [requests, count]), [[1, 6]]);
  });

  it('that cannot be had says why, in words for the reader', async () => {
    for (const [answer, words] of [
      [404, /status 404/u],
      ['http://elsewhere.example/', /redirects to http:\/\/elsewhere\.example/u],
      ['x'.repeat(101), /longer than/u],
    ] as const) {
      server.answer = (_request, response) =>
        typeof answer === 'number'
          ? response.writeHead(answer).end()
          : answer.startsWith('http')
            ? response.writeHead(302, { Location: answer }).end()
            : response.end(answer);
      await assert.rejects(fetched('/'), (error) => error instanceof ReaderError && words.test(error.message));
    }
    const strict = new Network();
    await assert.rejects(strict.fetchText(server.base, { token: cancelling.token, maxBytes: 100 }), /https:\/\//u);
    strict.dispose();
  });

  it('is let go of when the user cancels', async () => {
    server.answer = () => cancelling.cancel();
    await assert.rejects(fetched('/'), vscode.CancellationError);
  });
});
