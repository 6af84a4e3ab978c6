import assert from 'node:assert/strict';
import { lstat, symlink } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { Paper } from '../../src/core/papers/paper';
import { Log } from '../../src/platform/log';
import { NoteStore } from '../../src/platform/note-store';
import { emptyFolder, existing, read, startExtension, until, workspaceFolder, write } from './records';

const PAPER: Paper = { key: 'hapo', title: 'HAPO: A Paper', abstract: '', digests: [], sources: {} };

describe('notes', () => {
  let notes: vscode.Uri;
  let log: Log;
  let store: NoteStore;

  before(async () => {
    await startExtension();
    notes = vscode.Uri.joinPath(workspaceFolder(), 'notes');
  });

  beforeEach(async () => {
    await emptyFolder(notes);
    log = new Log();
    store = new NoteStore(vscode.Uri.joinPath(workspaceFolder(), 'storage'), log);
  });

  afterEach(async () => {
    store.dispose();
    log.dispose();
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await emptyFolder(notes);
  });

  const file = (name: string) => vscode.Uri.joinPath(notes, name);
  const fileNames = async () => (await vscode.workspace.fs.readDirectory(notes)).map(([name]) => name).sort();

  describe('started with the command', () => {
    it('are Markdown files of the workspace, opened in an editor', async () => {
      await vscode.commands.executeCommand('lectern.newNote', 'flashattention');
      assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), file('flashattention.md').toString());
      assert.match(await read(file('flashattention.md')), /^---\npaper: flashattention\ntitle: "?FlashAttention: Fast/u);
    });

    it('are opened again, not made twice', async () => {
      await vscode.commands.executeCommand('lectern.newNote', 'flashattention');
      const text = await read(file('flashattention.md'));
      await vscode.commands.executeCommand('lectern.newNote', 'flashattention');
      assert.deepEqual(await fileNames(), ['flashattention.md']);
      assert.equal(await read(file('flashattention.md')), text);
    });
  });

  describe('opened for a paper', () => {
    it('are found by what their front matter says, whatever their name', async () => {
      await write(file('ideas/reading.md'), '---\npaper: hapo\n---\n# Mine\n');
      assert.equal((await store.open(PAPER)).path, 'notes/ideas/reading.md');
      assert.deepEqual(await fileNames(), ['ideas']);
    });

    it('are found by their name when they name no paper', async () => {
      await write(file('hapo.md'), 'My words.\n');
      assert.equal((await store.open(PAPER)).path, 'notes/hapo.md');
      assert.equal(await read(file('hapo.md')), 'My words.\n');
    });

    it('get a number when the name belongs to another paper', async () => {
      await write(file('hapo.md'), '---\npaper: other\n---\n');
      assert.equal((await store.open(PAPER)).path, 'notes/hapo-2.md');
      assert.equal(await read(file('hapo.md')), '---\npaper: other\n---\n');
      assert.equal((await store.open(PAPER)).path, 'notes/hapo-2.md');
    });

    it('are one file, also when asked for twice at once', async () => {
      const [one, other] = await Promise.all([store.open(PAPER), store.open(PAPER)]);
      assert.equal(one.uri.toString(), other.uri.toString());
      assert.deepEqual(await fileNames(), ['hapo.md']);
    });
  });

  describe('added to', () => {
    it('keep unsaved words, and leave the saving to their writer', async () => {
      await write(file('a.md'), 'Saved.\n');
      const document = await vscode.workspace.openTextDocument(file('a.md'));
      const editor = await vscode.window.showTextDocument(document);
      await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), 'Unsaved.\n'));

      await store.append(await existing(store, 'notes/a.md'), '## Run\n');
      assert.equal(document.getText(), 'Saved.\nUnsaved.\n\n## Run\n');
      assert.equal(document.isDirty, true);
      assert.equal(await read(file('a.md')), 'Saved.\n');
    });

    it('are saved when they were', async () => {
      await write(file('a.md'), 'Saved.\n');
      const document = await vscode.workspace.openTextDocument(file('a.md'));
      await vscode.window.showTextDocument(document);
      await store.append(await existing(store, 'notes/a.md'), '## Run\n');
      assert.equal(document.isDirty, false);
      assert.equal(await read(file('a.md')), 'Saved.\n\n## Run\n');
    });

    it('keep their line endings and their end', async () => {
      await write(file('crlf.md'), 'One.\r\nTwo.');
      const note = await existing(store, 'notes/crlf.md');
      await Promise.all([store.append(note, '## Run\n\nWords.\n'), store.append(note, '## Next\n')]);
      assert.equal(await read(file('crlf.md')), 'One.\r\nTwo.\r\n\r\n## Run\r\n\r\nWords.\r\n\r\n## Next');
    });

    it('by two windows at once keep the words of both', async () => {
      await write(file('a.md'), 'Mine.\n');
      const other = new NoteStore(vscode.Uri.joinPath(workspaceFolder(), 'storage'), log);
      try {
        const note = await existing(store, 'notes/a.md');
        const words = Array.from({ length: 6 }, (_, index) => `Words ${index}.`);
        await Promise.all(words.map((each, index) => (index % 2 ? store : other).append(note, `${each}\n`)));
        const lines = (await read(file('a.md'))).split('\n').filter((line) => line !== '');
        assert.deepEqual([lines[0], lines.slice(1).sort()], ['Mine.', words]);
      } finally {
        other.dispose();
      }
    });

    it('through a symbolic link stay where they are', async () => {
      await write(file('far/real.md'), 'Mine.\n');
      await symlink('far/real.md', file('link.md').fsPath);
      await store.append(await existing(store, 'notes/link.md'), '## Run\n');
      assert.equal(await read(file('far/real.md')), 'Mine.\n\n## Run\n');
      assert.ok((await lstat(file('link.md').fsPath)).isSymbolicLink());
    });

    for (const state of ['closed', 'open']) {
      it(`are not made again when they are gone (${state})`, async () => {
        const uri = file(`${state}.md`);
        await write(uri, 'Saved.\n');
        const note = await existing(store, `notes/${state}.md`);
        if (state === 'open') {
          await vscode.workspace.openTextDocument(uri);
        }
        await vscode.workspace.fs.delete(uri);
        await assert.rejects(store.append(note, '## Run\n'), /not there any more/u);
        assert.deepEqual(await fileNames(), []);
      });
    }
  });

  describe('listed', () => {
    it('show what is wrong with one beside all the others, and are left as they are', async () => {
      await write(file('broken.md'), '---\npaper: [\n---\n# Still titled\n');
      await write(file('good.md'), '---\npaper: hapo\ntitle: Good\n---\n');
      await vscode.workspace.fs.writeFile(file('latin1.md'), new Uint8Array([0x23, 0x20, 0xe9]));
      await write(file('long.md'), 'x'.repeat(1024 * 1024 + 1));
      await write(file('picture.png'), '');
      const listed = await store.list();
      assert.deepEqual(listed.map(({ path }) => path), ['notes/broken.md', 'notes/good.md', 'notes/latin1.md', 'notes/long.md']);
      const [broken, good, latin1, long] = listed;
      assert.equal(broken?.title, 'Still titled');
      assert.match(broken.problem ?? '', /not valid/u);
      assert.deepEqual([good?.title, good?.paper, good?.problem], ['Good', 'hapo', undefined]);
      assert.match(latin1?.problem ?? '', /not UTF-8/u);
      assert.match(long?.problem ?? '', /longer than 1 MiB/u);
      assert.equal(await read(file('broken.md')), '---\npaper: [\n---\n# Still titled\n');
    });

    it('follow what happens outside', async () => {
      const titles = async () => (await store.list()).map(({ title }) => title).join();
      assert.equal(await titles(), '');
      await write(file('new.md'), '# New\n');
      await until(store.onDidChange, async () => (await titles()) === 'New');
      await write(file('new.md'), '# Renamed, and longer\n');
      await until(store.onDidChange, async () => (await titles()) === 'Renamed, and longer');
      await vscode.workspace.fs.delete(notes, { recursive: true });
      await until(store.onDidChange, async () => (await titles()) === '');
    });

    it('are looked for where the setting says, but never outside the workspace folder', async () => {
      const setting = vscode.workspace.getConfiguration('lectern.notes');
      const set = (folder: string | undefined) => setting.update('folder', folder, vscode.ConfigurationTarget.Workspace);
      await write(file('sub/a.md'), '# A\n');
      try {
        await set('notes/sub');
        assert.deepEqual((await store.list()).map(({ path }) => path), ['notes/sub/a.md']);
        await set('../..');
        assert.equal((await store.open(PAPER)).path, 'notes/hapo.md');
      } finally {
        await set(undefined);
      }
    });
  });
});
