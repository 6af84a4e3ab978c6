import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EXPORT_FORMATS } from '../../src/core/citations/export-formats';
import { exportPapers } from '../../src/core/citations/export-papers';
import { ReaderError } from '../../src/platform/errors';
import type { SearchDocument } from '../../src/core/search/document';
import { IndexClient } from '../../src/platform/index-client';
import type { IndexProgress } from '../../src/platform/index-service';
import { Log } from '../../src/platform/log';
import { paperWriter } from '../../src/platform/paper-writer';

const WORDS = ['attention', 'cache', 'context', 'diffusion', 'gradient', 'kernel', 'language', 'memory', 'reward', 'sparse', 'token', 'vision'];

/** A document about three things, in many words. */
function documentAt(index: number): SearchDocument {
  const about = [0, 1, 2].map((step) => WORDS[(index * (step + 1) + step) % WORDS.length] ?? '');
  const filler = Array.from({ length: 60 }, (_, place) => `${WORDS[(index + place) % 5] ?? ''}${place}`);
  return { key: `p${index}`, title: `Paper ${index} on ${about.join(' ')}`, abstract: filler.join(' ') };
}

function documentsOf(count: number): readonly SearchDocument[] {
  return Array.from({ length: count }, (_, index) => documentAt(index));
}

/** The files of a folder under addresses that are no paths, as those of an extension in a browser are. */
class FilesElsewhere implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  readonly watch = () => new vscode.Disposable(() => undefined);

  constructor(private readonly folder: vscode.Uri) {}

  stat(uri: vscode.Uri): Thenable<vscode.FileStat> {
    return vscode.workspace.fs.stat(this.here(uri));
  }

  readFile(uri: vscode.Uri): Thenable<Uint8Array> {
    return vscode.workspace.fs.readFile(this.here(uri));
  }

  readonly readDirectory = denied;
  readonly createDirectory = denied;
  readonly writeFile = denied;
  readonly delete = denied;
  readonly rename = denied;

  private here({ path }: vscode.Uri): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, path);
  }
}

function denied(): never {
  throw vscode.FileSystemError.NoPermissions();
}

describe('the search worker', () => {
  let storage: vscode.Uri;
  let log: Log & { readonly warnings: string[]; readonly infos: string[] };
  const clients: IndexClient[] = [];

  /** A client of its own on the same storage, as after the window was loaded again. */
  function newClient(extensionUri = installed()): IndexClient {
    const client = new IndexClient(extensionUri, storage, log);
    clients.push(client);
    return client;
  }

  function installed(): vscode.Uri {
    const extension = vscode.extensions.getExtension('lectern.lectern');
    assert.ok(extension);
    return extension.extensionUri;
  }

  /** Events that a client reports from now on. */
  function progressOf(client: IndexClient): readonly IndexProgress[] {
    const events: IndexProgress[] = [];
    client.onDidProgress((event) => events.push(event));
    return events;
  }

  async function keptFiles(): Promise<string[]> {
    const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(storage, 'index', 'records'));
    return entries.map(([name]) => name).sort();
  }

  beforeEach(() => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    storage = vscode.Uri.joinPath(folder.uri, `storage-${crypto.randomUUID()}`);
    const warnings: string[] = [];
    const infos: string[] = [];
    log = Object.assign(new Log(), { warnings, warn: (message: string) => void warnings.push(message), infos, info: (message: string) => void infos.push(message) });
  });

  afterEach(async () => {
    clients.splice(0).forEach((client) => client.dispose());
    log.dispose();
    await vscode.workspace.fs.delete(storage, { recursive: true, useTrash: false }).then(undefined, () => undefined);
  });

  it('indexes documents and finds them, typos and all', async () => {
    const client = newClient();
    const documents = documentsOf(300);
    const progress = progressOf(client);
    await client.open('records', documents);
    assert.deepEqual(progress.at(-1), { corpus: 'records', indexed: 300, total: 300 });
    const answer = await client.ask('records', { text: 'difusion', limit: 5 });
    assert.deepEqual([answer.from, answer.complete, answer.candidates.length], ['index', true, 5]);
    assert.deepEqual(answer.candidates[0]?.corrections, [{ typed: 'difusion', found: 'diffusion' }]);
    const held = await client.holding('records', 'vision');
    assert.deepEqual([...held], documents.map(({ title }) => (title.includes('vision') ? 1 : 0)));
    assert.deepEqual(log.warnings, []);
  });

  it('answers while it is still indexing, and says when it is done', async () => {
    const client = newClient();
    const progress = progressOf(client);
    const opened = client.open('records', documentsOf(2_500));
    const early = await client.ask('records', { text: 'paper 7 ', limit: 5 });
    assert.deepEqual([early.from, early.complete], ['scan', false]);
    assert.ok(early.candidates.length > 0);
    await opened;
    assert.deepEqual(progress.at(-1), { corpus: 'records', indexed: 2_500, total: 2_500 });
    assert.ok(progress.length > 10, `${progress.length} events`);
    assert.equal((await client.ask('records', { text: 'paper 7 ', limit: 5 })).complete, true);
  });

  it('drops questions that a newer one replaces', async () => {
    const client = newClient();
    await client.open('records', documentsOf(50));
    const asked = ['c', 'ca', 'cac', 'cache'].map((text) => client.ask('records', { text, limit: 5 }));
    const other = client.ask('records', { text: 'token', limit: 5 }, 'another line');
    const outcomes = await Promise.allSettled(asked);
    assert.deepEqual(outcomes.map(({ status }) => status), ['rejected', 'rejected', 'rejected', 'fulfilled']);
    for (const outcome of outcomes) {
      assert.ok(outcome.status === 'fulfilled' || outcome.reason instanceof vscode.CancellationError);
    }
    assert.ok((await other).candidates.length > 0);
  });

  it('stops indexing when that is cancelled, keeps what it has and goes on from there', async () => {
    const client = newClient();
    const documents = documentsOf(3_000);
    const cancelling = new vscode.CancellationTokenSource();
    const stop = client.onDidProgress(({ indexed }) => {
      if (indexed > 1_000) {
        cancelling.cancel();
      }
    });
    await assert.rejects(client.open('records', documents, cancelling.token), vscode.CancellationError);
    stop.dispose();
    assert.equal((await keptFiles()).length, 1);
    const progress = progressOf(client);
    await client.open('records', documents);
    assert.ok((progress[0]?.indexed ?? 0) > 1_000, 'the first thousand is not indexed again');
    assert.equal((await keptFiles()).length, 3);
  });

  it('takes up what it kept, without indexing again', async () => {
    const documents = documentsOf(1_200);
    await newClient().open('records', documents);
    const files = await keptFiles();
    assert.equal(files.length, 2);

    const again = newClient();
    const progress = progressOf(again);
    await again.open('records', [...documents].reverse());
    assert.deepEqual(progress, []);
    const answer = await again.ask('records', { text: 'paper 1199 ', limit: 1 });
    assert.deepEqual([answer.complete, answer.candidates[0]?.document], [true, 0]);
    assert.deepEqual(await keptFiles(), files);
  });

  it('builds a damaged shard anew, and that alone', async () => {
    const documents = documentsOf(1_200);
    await newClient().open('records', documents);
    const [first] = await keptFiles();
    const damaged = vscode.Uri.joinPath(storage, 'index', 'records', first ?? '');
    const bytes = Uint8Array.from(await vscode.workspace.fs.readFile(damaged));
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    await vscode.workspace.fs.writeFile(damaged, bytes);

    const again = newClient();
    const progress = progressOf(again);
    await again.open('records', documents);
    assert.ok((progress[0]?.indexed ?? 0) > 600, 'the other half is not indexed again');
    assert.equal((await again.ask('records', { text: 'cache', limit: 1 })).complete, true);
    assert.equal((await keptFiles()).length, 2);
  });

  it('removes what it kept of documents that are gone', async () => {
    const client = newClient();
    await client.open('records', documentsOf(300));
    const [before] = await keptFiles();
    await client.open('records', documentsOf(10));
    await client.open('records', [{ key: 'other', title: 'Another', abstract: '' }]);
    const [after, ...more] = await keptFiles();
    assert.notEqual(after, before);
    assert.deepEqual(more, []);
  });

  it('is started anew when it ends, and knows everything again', async () => {
    const client = newClient();
    const documents = documentsOf(300);
    client.setAliases([['zebra', 'vision']]);
    await client.open('records', documents);
    const done = new Promise<void>((resolve) => {
      client.onDidProgress(({ indexed, total }) => (indexed === total ? resolve() : undefined));
    });
    // No caller of ours does this: the worker takes it for a fault and ends.
    const wrong = { text: 'cache', limit: 'many' } as unknown as { text: string; limit: number };
    assert.equal((await client.ask('records', wrong)).from, 'scan');
    await done;
    const answer = await client.ask('records', { text: 'zebra', limit: 3 });
    assert.deepEqual([answer.from, answer.complete, answer.candidates.length], ['index', true, 3]);
    assert.equal(log.warnings.filter((warning) => warning.includes('worker')).length, 1, log.warnings.join('\n'));
  });

  it('is exchanged for a fresh one when it has indexed much, which knows everything', async function () {
    this.timeout(60_000);
    const client = newClient();
    await client.open('records', documentsOf(5_200));
    assert.equal(log.infos.filter((info) => info.includes('indexed much')).length, 1, log.infos.join('\n'));
    const done = new Promise<void>((resolve) => {
      client.onDidProgress(({ indexed, total }) => (indexed === total ? resolve() : undefined));
    });
    if (!(await client.ask('records', { text: 'vision', limit: 3 })).complete) {
      await done;
    }
    const answer = await client.ask('records', { text: 'vision', limit: 3 });
    assert.deepEqual([answer.from, answer.complete, answer.candidates.length], ['index', true, 3]);
    assert.equal(log.infos.filter((info) => info.includes('indexed much')).length, 1, log.infos.join('\n'));
    assert.deepEqual(log.warnings, []);
  });

  it('reads a digest, and stops when that is cancelled', async () => {
    const client = newClient();
    const file = vscode.Uri.joinPath(installed(), 'media', 'digest', 'daily-papers-2026-01-09.txt');
    const bytes = await vscode.workspace.fs.readFile(file);
    assert.equal((await client.readDigest(bytes, 'page.txt')).papers.length, 42);

    const cancelling = new vscode.CancellationTokenSource();
    const reading = client.readDigest(bytes, 'page.txt', cancelling.token);
    cancelling.cancel();
    await assert.rejects(reading, vscode.CancellationError);
  });

  it('writes papers in every form, and says why it cannot where there is none', async () => {
    const papers = [{ key: 'vaswani', title: 'Attention', abstract: 'An abstract.', authors: ['Ashish Vaswani'], digests: ['d'], sources: { title: 'd' } }];
    for (const form of [...EXPORT_FORMATS.map(({ id }) => id), 'bibtex-citation'] as const) {
      assert.equal(await paperWriter({ extensionUri: installed(), log }).writePapers(papers, form), exportPapers(papers, form));
    }
    const nowhere = paperWriter({ extensionUri: vscode.Uri.joinPath(storage, 'no-extension'), log });
    await assert.rejects(nowhere.writePapers(papers, 'ris'), ReaderError);
  });

  it('can be done without: the host indexes in between', async () => {
    const nowhere = vscode.workspace.registerFileSystemProvider('lectern-nowhere', new FilesElsewhere(installed()), { isReadonly: true });
    const client = newClient(vscode.Uri.parse('lectern-nowhere:/'));
    const documents = documentsOf(600);
    const opened = client.open('records', documents);
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await opened;
    clearInterval(timer);
    assert.ok(turns > 10, `others had ${turns} turns`);
    const answer = await client.ask('records', { text: 'difusion', limit: 5 });
    assert.deepEqual([answer.from, answer.complete, answer.candidates.length], ['index', true, 5]);

    const progress = progressOf(newClient());
    await clients.at(-1)?.open('records', documents);
    assert.deepEqual(progress, [], 'a worker takes up what the host kept');
    nowhere.dispose();
  });

  it('finds nothing before any documents are opened', async () => {
    const client = newClient();
    assert.deepEqual((await client.ask('papers', { text: 'cache', limit: 5 })).candidates, []);
    assert.deepEqual([...(await client.holding('papers', 'cache'))], []);
  });
});
