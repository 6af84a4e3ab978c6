import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ImportDesk } from '../../src/features/imports/import-desk';
import { fileSource, LARGEST_TEXT, textSource } from '../../src/features/imports/sources';
import { undoLast } from '../../src/features/imports/take-back';
import { sourcesOfDrop, sourcesOfText, sourcesOfUrl } from '../../src/features/imports/ways-in';
import { readDigestOfBytes } from '../../src/core/papers/read-digest';
import type { ReadDigest } from '../../src/platform/digest-reading';
import { DropTarget, type Dropped } from '../../src/platform/drop-target';
import { collectGarbage } from '../../src/platform/collect-garbage';
import { ReaderError } from '../../src/platform/errors';
import { Log } from '../../src/platform/log';
import { StandInLibrary, StandInPrompts } from './import-stand-ins';
import { emptyFolder, next, startExtension, until, workspaceFolder, write } from './records';

const WORDS = 'This abstract of the test is long enough to be told from page furniture, says nothing that anyone has measured, and ends with a full stop.';

function page(...titles: readonly string[]): string {
  return `Daily Papers\n\nJan 12\n\n${titles.map((title) => `${title}\n\n${WORDS}\n\n  • 2 authors\n·\nJan 9, 2026 1\n`).join('\n')}`;
}

const pasted = (text: string) => textSource(text, 'Clipboard');

const readHere: ReadDigest = (bytes, name) => Promise.resolve(readDigestOfBytes(bytes, name === undefined ? {} : { name }));

describe('an import', () => {
  let folder: vscode.Uri;
  let log: Log;
  let library: StandInLibrary;
  let prompts: StandInPrompts;
  let desk: ImportDesk;

  before(async () => {
    await startExtension();
    folder = vscode.Uri.joinPath(workspaceFolder(), 'imports');
  });

  beforeEach(async () => {
    await emptyFolder(folder);
    log = new Log();
    library = new StandInLibrary();
    prompts = new StandInPrompts();
    desk = new ImportDesk({ papers: library, imports: library, readDigest: readHere, prompts, log });
  });

  afterEach(async () => {
    desk.dispose();
    log.dispose();
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await emptyFolder(folder);
  });

  const file = (name: string) => vscode.Uri.joinPath(folder, name);
  const saved = async (name: string, text: string) => {
    await write(file(name), text);
    return fileSource(file(name));
  };
  const count = (group: 'added' | 'duplicates' | 'rejected') => desk.pending?.count(group);

  describe('offered', () => {
    it('waits to be looked at, and changes nothing', async () => {
      assert.equal(await desk.offer([await saved('page.txt', page('One Paper', 'Another Paper'))]), true);
      assert.equal(count('added'), 2);
      assert.deepEqual(library.titles(), []);
    });

    it('says so instead when there is nothing new, and is shown if the user wants to see it', async () => {
      const source = await saved('page.txt', page('One Paper'));
      await desk.offer([source]);
      await desk.commit();
      assert.equal(await desk.offer([source]), false);
      assert.equal(desk.pending, undefined);
      assert.match(prompts.told.at(-1) ?? '', /^Nothing new in imports\/page\.txt: its paper is in the library already\.$/u);

      prompts.button = 'Show Details';
      assert.equal(await desk.offer([source]), true);
      assert.equal(count('duplicates'), 1);
    });

    it('holds several files, with those that cannot be read among the rejected', async () => {
      const sources = [await saved('a.txt', page('One Paper')), fileSource(file('gone.txt')), await saved('b.txt', page('One Paper', 'Another Paper'))];
      assert.equal(await desk.offer(sources), true);
      assert.deepEqual([count('added'), count('duplicates'), count('rejected')], [2, 1, 1]);
      await desk.commit();
      assert.equal(library.added.length, 1, 'one import');
      assert.deepEqual(library.titles(), ['One Paper', 'One Paper', 'Another Paper']);
    });

    it('takes the words of an open editor that are not saved yet', async () => {
      const source = await saved('page.txt', 'Nothing.');
      const editor = await vscode.window.showTextDocument(file('page.txt'));
      await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, 1, 0), page('One Paper')));
      await desk.offer([source]);
      assert.equal(count('added'), 1);
    });

    for (const [what, name, reason] of [
      ['a file that is gone', 'gone.txt', /gone\.txt was not imported: .*not there any more/u],
      ['a folder', '', /is a folder/u],
      ['a text that is no digest', 'words.txt', /words\.txt was not imported: This is none of the forms/u],
      ['an empty file', 'empty.txt', /The text is empty/u],
    ] as const) {
      it(`is refused with the reason: ${what}`, async () => {
        await write(file('words.txt'), 'Some words.\n');
        await write(file('empty.txt'), '');
        await assert.rejects(desk.offer([fileSource(file(name))]), (error) => error instanceof ReaderError && reason.test(error.message));
        assert.equal(desk.pending, undefined);
      });
    }

    it('is refused by its size before it is read', async () => {
      const large = new LargeFile();
      const registered = vscode.workspace.registerFileSystemProvider('lectern-large', large, { isReadonly: true });
      try {
        const source = fileSource(vscode.Uri.from({ scheme: 'lectern-large', path: '/large.bib' }));
        await assert.rejects(desk.offer([source]), /It has 65 MB and Lectern reads up to 64 MB/u);
        assert.equal(large.wasRead, false);
      } finally {
        registered.dispose();
      }
      await assert.rejects(desk.offer([pasted('é'.repeat(LARGEST_TEXT / 2 + 1))]), /Clipboard was not imported: It has 65 MB/u);
    });

    it('replaces one that waits only if the user agrees', async () => {
      await desk.offer([pasted(page('One Paper'))]);
      assert.equal(await desk.offer([pasted(page('One Paper', 'Another Paper'))]), false);
      assert.equal(count('added'), 1);
      prompts.agrees = true;
      assert.equal(await desk.offer([pasted(page('One Paper', 'Another Paper'))]), true);
      assert.equal(count('added'), 2);
      assert.match(prompts.asked.join(), /Replace it\?/u);
    });

    it('is looked at again when the library changes meanwhile', async () => {
      await desk.offer([pasted(page('One Paper', 'Another Paper'))]);
      const other = await readHere(new TextEncoder().encode(page('One Paper')), undefined, new vscode.CancellationTokenSource().token);
      await library.add([other]);
      await until(desk.onDidChange, () => Promise.resolve(count('added') === 1));
    });
  });

  describe('committed', () => {
    it('is in the library, said with its numbers, and waits no longer', async () => {
      await desk.offer([pasted(page('One Paper', 'Another Paper'))]);
      const told = next(desk.onDidChange);
      await desk.commit();
      await told;
      assert.deepEqual(library.titles(), ['One Paper', 'Another Paper']);
      assert.equal(desk.pending, undefined);
      assert.deepEqual(prompts.told, ['Imported “Daily Papers, 12 January 2026”: 2 new']);
    });

    it('is not kept in memory while its message stands', async () => {
      const standing: unknown[] = [];
      prompts.tell = () => new Promise((resolve) => standing.push(resolve));
      await desk.offer([pasted(page('One Paper'))]);
      const collected = new Promise<void>((resolve) => {
        const registry = new FinalizationRegistry<undefined>(() => resolve());
        registry.register(desk.pending ?? {}, undefined);
        setTimeout(() => registry, 60_000).unref(); // A registry that is gone tells nobody.
      });
      await desk.commit();
      collectGarbage();
      await collected;
      assert.equal(standing.length, 1);
    });

    it('is taken back by the button of its message', async () => {
      await desk.offer([pasted(page('One Paper'))]);
      prompts.button = 'Undo';
      await desk.commit();
      await until(library.onDidChange, () => Promise.resolve(library.titles().length === 0));
      assert.deepEqual(prompts.asked, []);
    });

    for (const [what, error] of [
      ['cancelled', new vscode.CancellationError()],
      ['refused by the library', new ReaderError('A newer Lectern wrote the library.')],
    ] as const) {
      it(`waits still when it is ${what}, and nothing is said of success`, async () => {
        await desk.offer([pasted(page('One Paper'))]);
        library.beforeAdd = () => Promise.reject(error);
        await assert.rejects(desk.commit(), (thrown) => thrown === error);
        assert.equal(count('added'), 1);
        assert.deepEqual([library.titles(), prompts.told], [[], []]);

        library.beforeAdd = () => Promise.resolve();
        await desk.commit();
        assert.deepEqual(library.titles(), ['One Paper']);
      });
    }

    it('happens once, however often it is asked for', async () => {
      await desk.offer([pasted(page('One Paper'))]);
      await Promise.allSettled([desk.commit(), desk.commit()]);
      assert.equal(library.added.length, 1);
    });

    it('is stopped by Cancel while it is at work, and waits still', async () => {
      await desk.offer([pasted(page('One Paper'))]);
      library.beforeAdd = ({ token }) => {
        assert.ok(token);
        const cancelled = next(token.onCancellationRequested);
        desk.cancel();
        return cancelled.then(() => Promise.reject(new vscode.CancellationError()));
      };
      await assert.rejects(desk.commit(), vscode.CancellationError);
      assert.deepEqual([library.titles(), count('added')], [[], 1]);
    });

    it('is cancelled without a trace', async () => {
      await desk.offer([pasted(page('One Paper'))]);
      desk.cancel();
      await desk.commit();
      assert.deepEqual([library.titles(), prompts.told, prompts.asked], [[], [], []]);
    });
  });

  describe('taken back', () => {
    it('leaves the library after the user agrees', async () => {
      await desk.offer([pasted(page('One Paper'))]);
      await desk.commit();
      await undoLast({ imports: library, prompts });
      assert.deepEqual(library.titles(), ['One Paper']);
      prompts.agrees = true;
      await undoLast({ imports: library, prompts });
      assert.deepEqual(library.titles(), []);
      assert.match(prompts.told.at(-1) ?? '', /^Took back “Daily Papers, 12 January 2026”: 1 new$/u);
    });

    it('is nothing when there was none', async () => {
      await undoLast({ imports: library, prompts });
      assert.deepEqual(prompts.told, ['There is no import to take back.']);
      assert.deepEqual(prompts.asked, []);
    });
  });

  describe('from an address', () => {
    const answer = (text: string) => {
      const urls: string[] = [];
      const fetchText = (url: string) => {
        urls.push(url);
        return Promise.resolve({ bytes: new TextEncoder().encode(text) });
      };
      return { urls, fetchText };
    };

    it('is fetched after the user agrees to the host that is named', async () => {
      const { urls, fetchText } = answer(page('One Paper'));
      prompts.agrees = true;
      await desk.offer(await sourcesOfUrl('https://papers.example/page#top', prompts, fetchText));
      assert.deepEqual(urls, ['https://papers.example/page']);
      assert.match(prompts.asked.join(), /Fetch papers from papers\.example\?/u);
      assert.equal(count('added'), 1);
    });

    it('is not fetched without that, nor from anywhere but https', async () => {
      const { urls, fetchText } = answer(page('One Paper'));
      assert.equal(await desk.offer(await sourcesOfUrl('https://papers.example/page', prompts, fetchText)), false);
      await assert.rejects(sourcesOfUrl('http://papers.example/page', prompts, fetchText), /begin with https/u);
      assert.deepEqual(urls, []);
    });

    it('is fetched from the clipboard when there is nothing else on it', async () => {
      const { urls, fetchText } = answer(page('One Paper'));
      prompts.agrees = true;
      await desk.offer(await sourcesOfText(' https://papers.example/page\n', 'Clipboard', prompts, fetchText));
      await sourcesOfText('See https://papers.example/other', 'Clipboard', prompts, fetchText);
      assert.deepEqual(urls, ['https://papers.example/page']);
      assert.equal(prompts.asked.length, 1);
    });

    it('is refused where nothing is ever fetched', async () => {
      await assert.rejects(sourcesOfUrl('https://papers.example/page', prompts, undefined), /Online features are not available/u);
    });
  });

  describe('dropped on a tree', () => {
    const drop = async (contents: Readonly<Record<string, vscode.DataTransferItem>>): Promise<Dropped | undefined> => {
      const target = new DropTarget();
      const data = new vscode.DataTransfer();
      Object.entries(contents).forEach(([type, item]) => data.set(type, item));
      let dropped: Dropped | undefined;
      target.onDidDrop((what) => (dropped = what));
      await target.handleDrop(undefined, data, new vscode.CancellationTokenSource().token);
      target.dispose();
      return dropped;
    };

    it('is the files of a list, whatever else is told of them', async () => {
      const dropped = await drop({
        'text/uri-list': new vscode.DataTransferItem(`# two\r\n${file('a.txt').toString()}\r\n${file('b.txt').toString()}\r\n`),
        'text/plain': new vscode.DataTransferItem('/some/path'),
      });
      assert.deepEqual(dropped?.kind === 'uris' && dropped.uris.map(String), [file('a.txt').toString(), file('b.txt').toString()]);
    });

    it('is the bytes of a file from outside', async () => {
      const dropped = await drop({ files: new FileItem({ name: 'page.txt', data: () => Promise.resolve(new TextEncoder().encode(page('One Paper'))) }) });
      assert.ok(dropped);
      await desk.offer(await sourcesOfDrop(dropped, prompts, undefined));
      assert.equal(count('added'), 1);
    });

    it('is text, or nothing', async () => {
      assert.deepEqual(await drop({ 'text/plain': new vscode.DataTransferItem('Words.') }), { kind: 'text', text: 'Words.' });
      assert.equal(await drop({ 'text/plain': new vscode.DataTransferItem('  ') }), undefined);
    });

    it('is a link that is fetched only after the user agrees', async () => {
      const dropped = await drop({ 'text/uri-list': new vscode.DataTransferItem('https://papers.example/a?b=c%2Fd') });
      assert.ok(dropped);
      const fetchText = () => Promise.resolve({ bytes: new Uint8Array() });
      assert.deepEqual(await sourcesOfDrop(dropped, prompts, fetchText), []);
      assert.match(prompts.asked.join(), /https:\/\/papers\.example\/a\?b=c%2Fd/u);
    });
  });
});

class FileItem extends vscode.DataTransferItem {
  override asFile(): vscode.DataTransferFile | undefined {
    return this.value as vscode.DataTransferFile;
  }
}

/** One file of 65 MB that must not be read. */
class LargeFile implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;
  wasRead = false;

  stat(): vscode.FileStat {
    return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: LARGEST_TEXT + 1 };
  }

  readFile(): Uint8Array {
    this.wasRead = true;
    return new Uint8Array();
  }

  watch = () => new vscode.Disposable(() => undefined);
  readDirectory = () => [];
  createDirectory = refuse;
  writeFile = refuse;
  delete = refuse;
  rename = refuse;
}

function refuse(): never {
  throw vscode.FileSystemError.NoPermissions();
}
