import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Log } from '../../src/platform/log';
import { PaperStore } from '../../src/platform/paper-store';
import { ReferenceIndex } from '../../src/platform/reference-index';
import { ReferenceLibrary } from '../../src/platform/reference-library';
import { listFiles } from '../../src/platform/reference-scan';
import { eventually } from '../ui/eventually';
import { emptyFolder, startExtension, until, workspaceFolder, write } from './records';

const CODE = '# Tiles as in @paper:flashattention, see @paper:flashattention.\nx = 1  # https://github.com/THUDM/LongWriter/blob/main/x.py\n# @paper:flashatention\n';

describe('code references', () => {
  let extension: vscode.Extension<unknown>;
  let folder: vscode.Uri;

  before(async () => {
    extension = await startExtension();
    folder = vscode.Uri.joinPath(workspaceFolder(), 'cited');
  });

  beforeEach(() => emptyFolder(folder));

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  const file = (name: string) => vscode.Uri.joinPath(folder, name);

  describe('in an editor', () => {
    let uri: vscode.Uri;
    let document: vscode.TextDocument;

    beforeEach(async () => {
      uri = file('attention.py');
      await write(uri, CODE);
      document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document);
    });

    const onKey = new vscode.Position(0, 20);

    it('show the paper in a hover', async () => {
      const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, onKey);
      const [card] = hover?.contents ?? [];
      assert.ok(card instanceof vscode.MarkdownString);
      assert.match(card.value, /^\*\*FlashAttention: Fast.*\n\n.*unread.*\n\n.*\n\n\[Open\]\(command:lectern\.openPaper\?%5B%22flashattention%22%5D\)/u);
    });

    it('lead to the paper, by definition and as links', async () => {
      const [definition] = await vscode.commands.executeCommand<vscode.LocationLink[]>('vscode.executeDefinitionProvider', uri, onKey);
      assert.equal(definition?.targetUri.toString(), 'lectern:/papers/flashattention.md');
      const [repository] = await vscode.commands.executeCommand<vscode.LocationLink[]>('vscode.executeDefinitionProvider', uri, new vscode.Position(1, 30));
      assert.match(String(repository?.targetUri), /^lectern:\/papers\/longwriter/u);
      const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri);
      const ours = links.filter(({ target }) => target?.scheme === 'lectern');
      assert.deepEqual(ours.map(({ range }) => document.getText(range)), ['@paper:flashattention', '@paper:flashattention']);
    });

    it('stand above the line, each paper once, unless the setting is off', async () => {
      const titles = async () => (await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 9)).map(({ command }) => command?.title);
      assert.deepEqual(await titles(), ['cites FlashAttention', 'cites LongWriter']);
      const settings = vscode.workspace.getConfiguration();
      await settings.update('lectern.references.codeLens', false, vscode.ConfigurationTarget.Global);
      try {
        assert.deepEqual(await titles(), []);
      } finally {
        await settings.update('lectern.references.codeLens', undefined, vscode.ConfigurationTarget.Global);
      }
    });

    it('are completed by key and by words of the title', async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(uri, new vscode.Position(3, 0), '# @paper:io-aware');
      await vscode.workspace.applyEdit(edit);
      const at = new vscode.Position(3, '# @paper:io-aware'.length);
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', uri, at, ':');
      const item = items.find(({ insertText }) => insertText === 'flashattention');
      assert.ok(item?.range instanceof vscode.Range);
      assert.equal(document.getText(item.range), 'io-aware');
      const elsewhere = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', uri, new vscode.Position(1, 1));
      assert.equal(elsewhere.items.some(({ detail }) => detail === item.detail), false);
    });

    it('are begun by an @ in a comment, and by none in code', async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(uri, new vscode.Position(3, 0), '# see @pa\n@pa');
      await vscode.workspace.applyEdit(edit);
      const offered = async (line: number, character: number) =>
        (await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', uri, new vscode.Position(line, character), '@')).items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      assert.ok((await offered(3, '# see @pa'.length)).includes('@paper:'));
      assert.equal((await offered(4, '@pa'.length)).includes('@paper:'), false);
    });

    it('are found all, in other files too', async () => {
      await write(file('other.ts'), '// @paper:flashattention\n');
      // What was read before this file was there hears of it from VS Code's watcher, in its own time.
      await eventually(
        'both places of this file are found',
        async () => vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', uri, onKey),
        (places) => places.filter((place) => place.uri.toString() === uri.toString()).length === 2,
      );
    });

    it('of an unknown key are a problem, with the key that is meant as its fix', async () => {
      const ours = () => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Lectern');
      await until(vscode.languages.onDidChangeDiagnostics, async () => Promise.resolve(ours().length === 1));
      const [problem] = ours();
      assert.ok(problem);
      assert.equal(document.getText(problem.range), '@paper:flashatention');
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, problem.range);
      const fix = actions.find(({ title }) => title === 'Cite flashattention instead');
      assert.ok(fix?.edit);
      await vscode.workspace.applyEdit(fix.edit);
      assert.equal(document.lineAt(2).text, '# @paper:flashattention');
      await until(vscode.languages.onDidChangeDiagnostics, async () => Promise.resolve(ours().length === 0));
    });
  });

  it('are among the symbols of the workspace', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', 'flashattention');
    assert.ok(symbols.some(({ location }) => location.uri.toString() === 'lectern:/papers/flashattention.md'));
  });

  describe('of the workspace', () => {
    let log: Log;
    let papers: PaperStore;
    let library: ReferenceLibrary;
    let index: ReferenceIndex;

    const start = (most?: number) => {
      index = new ReferenceIndex(library, log, most);
    };

    beforeEach(() => {
      log = new Log();
      papers = new PaperStore(extension.extensionUri, vscode.Uri.joinPath(workspaceFolder(), 'storage'), log);
      library = new ReferenceLibrary(papers);
      start();
    });

    afterEach(() => {
      [index, library, papers, log].forEach((item) => item.dispose());
    });

    const found = async () => (await index.find('flashattention')).references.filter(({ path }) => path.startsWith('cited/')).map(({ path, range }) => `${path}:${range.start.line}`);
    const changesTo = (expected: readonly string[]) => until(index.onDidChange, async () => JSON.stringify(await found()) === JSON.stringify(expected));

    it('are those that no .gitignore and no setting leaves out, of text', async () => {
      await write(file('a.py'), '\n# @paper:flashattention\n');
      await write(file('gen/b.py'), '# @paper:flashattention\n');
      await write(file('deep/.gitignore'), 'c.py\n');
      await write(file('deep/c.py'), '# @paper:flashattention\n');
      await write(file('deep/d.py'), '# @paper:flashattention\n');
      await write(file('node_modules/e.py'), '# @paper:flashattention\n');
      await write(file('f.bin'), '\0 @paper:flashattention\n');
      await write(file('g.py'), `# @paper:flashattention\n${'x = 1\n'.repeat(200_000)}`);
      await write(file('.gitignore'), 'gen/\n');
      assert.deepEqual(await found(), ['cited/a.py:1', 'cited/deep/d.py:0']);
      const [first] = (await index.find('flashattention')).references.filter(({ path }) => path === 'cited/a.py');
      assert.ok(first);
      assert.equal(first.preview.slice(first.start, first.end), '@paper:flashattention');
    });

    it('follow files that are written, moved with their folder, and deleted', async () => {
      await write(file('one/a.py'), '# nothing\n');
      assert.deepEqual(await found(), []);
      await write(file('one/a.py'), '# @paper:flashattention\n');
      await changesTo(['cited/one/a.py:0']);
      await vscode.workspace.fs.rename(file('one'), file('two'));
      await changesTo(['cited/two/a.py:0']);
      await vscode.workspace.fs.delete(file('two'), { recursive: true });
      await changesTo([]);
    });

    it('follow what is typed and not saved', async () => {
      await write(file('a.py'), '# nothing\n');
      assert.deepEqual(await found(), []);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(file('a.py'), new vscode.Position(0, 0), '# @paper:flashattention\n');
      await vscode.window.showTextDocument(file('a.py'));
      await vscode.workspace.applyEdit(edit);
      await changesTo(['cited/a.py:0']);
    });

    it('follow a .gitignore', async () => {
      await write(file('a.py'), '# @paper:flashattention\n');
      assert.deepEqual(await found(), ['cited/a.py:0']);
      await write(file('.gitignore'), 'a.py\n');
      await changesTo([]);
    });

    it('are said to be capped where there are too many files', async () => {
      index.dispose();
      start(1);
      await write(file('a.py'), '# @paper:flashattention\n');
      await write(file('b.py'), '# @paper:flashattention\n');
      assert.equal((await index.find('flashattention')).cappedAt, 1);
    });

    it('are not capped by files that .gitignore leaves out', async () => {
      index.dispose();
      await write(file('.gitignore'), 'gen/\n');
      await Promise.all(Array.from({ length: 20 }, (_, at) => write(file(`gen/${at}.py`), '# @paper:flashattention\n')));
      await write(file('z.py'), '# @paper:flashattention\n');
      const counted = await listFiles(1000, new vscode.CancellationTokenSource().token);
      start(counted.uris.length);
      assert.deepEqual(await found(), ['cited/z.py:0']);
      assert.equal((await index.find('flashattention')).cappedAt, undefined);
    });

    it('are no longer looked for when nobody waits for them any more', async () => {
      await write(file('a.py'), '# @paper:flashattention\n');
      const cancel = new vscode.CancellationTokenSource();
      const finding = index.find('flashattention', cancel.token);
      cancel.cancel();
      await assert.rejects(finding, vscode.CancellationError);
      // What is asked for next is read anew, and not what was given up.
      assert.deepEqual(await found(), ['cited/a.py:0']);
    });

    it('are known at once as being looked for, and told when they are found', async () => {
      await write(file('a.py'), '# @paper:flashattention\n');
      assert.equal((await index.known('flashattention')).state, 'reading');
      await until(index.onDidChange, async () => (await index.known('flashattention')).state === 'ready');
    });
  });
});
