import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Digest } from '../../src/core/papers/digest';
import type { PaperFields } from '../../src/core/papers/paper';
import { Log } from '../../src/platform/log';
import { PaperStore } from '../../src/platform/paper-store';
import { emptyFolder, next, read, startExtension, until, workspaceFolder, write } from './records';

const BUNDLED = 42;

function digestOf(id: string, date: string, papers: readonly PaperFields[]): Digest {
  return { id, source: 'arxiv', format: 'arxiv-atom', title: `Papers of ${date}`, date, papers, lines: papers.map((_, index) => index + 1), problems: [] };
}

const paper = (title: string, fields: Partial<PaperFields> = {}): PaperFields => ({ title, abstract: '', ...fields });
const first = digestOf('first', '2025-01-01', [paper('Alpha: One', { arxivId: '2501.00001' }), paper('HAPO: Training Language Models to Reason Concisely via History-Aware Policy Optimization', { arxivId: '2505.11225' })]);
const second = digestOf('second', '2025-02-01', [paper('Beta: Two'), paper('Alpha: One', { arxivId: '2501.00001', abstract: 'Now with an abstract.' })]);

describe('the library in storage', () => {
  let extensionUri: vscode.Uri;
  let storage: vscode.Uri;
  let log: Log;
  let stores: PaperStore[] = [];

  const open = () => {
    const store = new PaperStore(extensionUri, storage, log);
    stores.push(store);
    return store;
  };
  const folder = () => vscode.Uri.joinPath(storage, 'library');
  const names = async (path = '') => (await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder(), path))).map(([name]) => name).sort();
  const count = async (store: PaperStore) => (await store.library()).papers.length;

  before(async () => {
    ({ extensionUri } = await startExtension());
    storage = vscode.Uri.joinPath(workspaceFolder(), 'library-storage');
    log = new Log();
  });
  beforeEach(() => emptyFolder(storage));
  afterEach(async () => {
    stores.splice(0).forEach((store) => store.dispose());
    await emptyFolder(storage);
  });
  after(async () => {
    stores = [];
    log.dispose();
    await vscode.workspace.fs.delete(storage, { recursive: true });
  });

  it('without imports is the bundled papers, and nothing is written', async () => {
    const store = open();
    assert.equal(await count(store), BUNDLED);
    assert.equal(await store.last(), undefined);
    assert.deepEqual(await names(), []);
  });

  it('has what was imported after a restart, merged with the bundled papers under their keys', async () => {
    const store = open();
    const { papers } = await store.library();
    const changed = next(store.onDidChange);
    const [preview] = await store.preview([first]);
    assert.deepEqual([preview?.added.length, preview?.changed.map(({ key, why }) => [key, why])], [1, [['hapo', 'title']]]);
    const summary = await store.add([first]);
    await changed;
    assert.deepEqual([summary.title, summary.added, summary.changed], [first.title, 1, 1]);
    assert.match(summary.at, /^\d{4}-\d\d-\d\dT/u);

    for (const library of [await store.library(), await open().library()]) {
      assert.equal(library.papers.length, BUNDLED + 1);
      assert.deepEqual(papers.filter(({ key }) => library.paper(key)?.key !== key), []);
      assert.equal(library.paper('hapo')?.arxivId, '2505.11225');
      assert.equal(library.paper('flashattention'), library.papers.find(({ key }) => key === 'flashattention'));
    }
  });

  it('is as it was when the last import is taken back, also after a restart', async () => {
    const store = open();
    await store.add([first]);
    const before = (await store.library()).papers;
    await store.add([second]);
    assert.equal((await store.library()).paper('alpha')?.abstract, 'Now with an abstract.');
    const again = open();
    assert.equal((await again.last())?.title, second.title);
    assert.equal((await again.undo())?.title, second.title);
    assert.deepEqual((await again.library()).papers, before);
    assert.equal(await again.undo(), undefined);
    assert.deepEqual((await open().library()).papers, before);
  });

  it('takes several digests as one import, and takes them back as one', async () => {
    const store = open();
    const before = (await store.library()).papers;
    assert.deepEqual((await store.preview([first, second])).map(({ added, changed }) => [added.length, changed.length]), [[1, 1], [1, 1]]);
    const summary = await store.add([first, second]);
    assert.deepEqual([summary.title, summary.added, summary.changed], [`${first.title}, ${second.title}`, 2, 1]);
    assert.deepEqual((await names()).filter((name) => name.startsWith('library-')), ['library-1.json']);
    await store.undo();
    assert.deepEqual((await open().library()).papers, before);
  });

  it('is the same in two windows, and neither loses what the other imports', async () => {
    const [one, other] = [open(), open()];
    await Promise.all([one.library(), other.library()]);
    await Promise.all([one.add([first]), other.add([second])]);
    const digests = async (store: PaperStore) => (await store.library()).digests.length;
    for (const store of [one, other]) {
      await until(store.onDidChange, async () => (await digests(store)) === 3);
    }
    assert.deepEqual((await one.library()).papers, (await other.library()).papers);

    await one.undo();
    await until(other.onDidChange, async () => (await digests(other)) === 2);
    assert.deepEqual((await one.library()).papers, (await other.library()).papers);
  });

  it('keeps the other digests when a file is broken, and leaves the file as it is', async () => {
    await open().add([first]);
    await open().add([second]);
    const [broken] = (await names('digests')).filter((name) => name.startsWith('first'));
    assert.ok(broken);
    const file = vscode.Uri.joinPath(folder(), 'digests', broken);
    await write(file, 'not a digest');
    const store = open();
    const told = next(store.onDidChangeProblems);
    assert.equal(await count(store), BUNDLED + 2);
    await told;
    assert.ok(store.problems.some((problem) => problem.includes(broken)), store.problems.join('\n'));
    assert.equal((await store.library()).paper('hapo')?.arxivId, undefined);
    await store.add([digestOf('third', '2025-03-01', [paper('Gamma: Three')])]);
    assert.equal(await count(open()), BUNDLED + 3);
    assert.equal(await read(file), 'not a digest');
  });

  it('of a newer Lectern is not changed', async () => {
    await open().add([first]);
    const newer = vscode.Uri.joinPath(folder(), 'library-7.json');
    await write(newer, JSON.stringify({ format: 'lectern-library', version: 2 }));
    const store = open();
    assert.equal(await count(store), BUNDLED + 1);
    await assert.rejects(store.add([second]), { name: 'ReaderError', message: /library-7\.json: It is from a newer Lectern/u });
    assert.equal(await count(open()), BUNDLED + 1);
  });

  it('takes ten thousand papers, and none when the import is cancelled', async () => {
    const many = digestOf('many', '2025-04-01', Array.from({ length: 10_000 }, (_, index) =>
      paper(`Method ${index}: A Study of Case ${index}`, { arxivId: `2504.${String(index).padStart(5, '0')}`, abstract: `What case ${index} shows. `.repeat(20) }),
    ));
    const store = open();
    assert.equal(await count(store), BUNDLED);
    for (const stage of [0, 1]) {
      const cancelling = new vscode.CancellationTokenSource();
      let stages = 0;
      const report = () => {
        if (stages++ === stage) {
          cancelling.cancel();
        }
      };
      await assert.rejects(store.add([many], { token: cancelling.token, progress: { report } }), vscode.CancellationError);
      cancelling.dispose();
      assert.equal(await count(store), BUNDLED);
      assert.equal(await count(open()), BUNDLED);
      assert.deepEqual((await names()).filter((name) => name !== 'digests'), []);
    }
    const messages: (string | undefined)[] = [];
    const { added } = await store.add([many], { progress: { report: ({ message }) => messages.push(message) } });
    assert.equal(added, 10_000);
    assert.deepEqual(messages, ['Merging…', 'Writing…']);
    assert.equal(await count(open()), BUNDLED + 10_000);
    assert.equal((await store.undo())?.added, 10_000);
    assert.equal(await count(store), BUNDLED);
  });
});
