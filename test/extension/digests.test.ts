import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { emptyFolder, startExtension, until, workspaceFolder, write } from './records';

const WORDS = 'This abstract of the test is long enough to be told from page furniture, says nothing that anyone has measured, and ends with a full stop.';

function page(...papers: readonly string[]): string {
  const entries = papers.map((title) => `${title}\n\n${WORDS} See arXiv:2205.14135 and https://acme.example/kernels.\n\n  • 2 authors\n·\nJan 9, 2026 1\n`);
  return `new\n\nDaily Papers\n\nJan 12\n\n${entries.join('\n')}`;
}

describe('the text of a digest as a language', () => {
  let folder: vscode.Uri;

  before(async () => {
    await startExtension();
    folder = vscode.Uri.joinPath(workspaceFolder(), 'digests');
  });

  beforeEach(() => emptyFolder(folder));

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await emptyFolder(folder);
  });

  // Each under a name of its own: an editor that closes may keep its document for a while.
  const open = async (name: string, text: string): Promise<vscode.TextDocument> => {
    const uri = vscode.Uri.joinPath(folder, name);
    await write(uri, text);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    return document;
  };
  const problems = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri);
  const problemsAre = (uri: vscode.Uri, count: number) =>
    until(vscode.languages.onDidChangeDiagnostics, () => Promise.resolve(problems(uri).length === count));

  for (const [name, language] of [
    ['page.digest', 'lectern-digest'],
    ['2026-01-12.papers.txt', 'lectern-digest'],
    ['page.txt', 'plaintext'],
  ] as const) {
    it(`is ${language} in ${name}`, async () => {
      assert.equal((await open(name, page('One Paper'))).languageId, language);
    });
  }

  it('can be chosen for any open text', async () => {
    const document = await open('chosen.txt', page('One Paper'));
    await vscode.commands.executeCommand('lectern.readAsDigest');
    assert.equal(document.languageId, 'lectern-digest');
  });

  it('has its papers as symbols, each over its whole entry and selected at its title', async () => {
    const { uri } = await open('symbols.digest', page('One Paper', 'Another Paper'));
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri);
    assert.deepEqual(
      symbols.map(({ name, range, selectionRange }) => [name, range.start.line, range.end.line, selectionRange.start.line, selectionRange.end.character]),
      [['One Paper', 6, 12, 6, 9], ['Another Paper', 14, 20, 14, 13]],
    );
    assert.match(symbols[0]?.detail ?? '', /^2 authors · /u);
  });

  it('folds what stands before the papers, and each paper', async () => {
    const { uri } = await open('folds.digest', page('One Paper', 'Another Paper'));
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', uri);
    assert.deepEqual(folds.map(({ start, end }) => [start, end]), [[0, 4], [6, 12], [14, 20]]);
  });

  it('links addresses and arXiv identifiers', async () => {
    const { uri } = await open('links.digest', page('One Paper'));
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri);
    assert.deepEqual(links.map(({ target }) => target?.toString(true)), ['https://arxiv.org/abs/2205.14135', 'https://acme.example/kernels']);
  });

  it('offers to be imported among its source actions', async () => {
    const { uri } = await open('actions.digest', page('One Paper'));
    const kind = vscode.CodeActionKind.Source.value;
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, new vscode.Range(0, 0, 0, 0), kind);
    assert.deepEqual(actions.map(({ command }) => command?.command), ['lectern.importThis']);
  });

  it('shows what is wrong while it is typed, where it is wrong, and no longer once it is mended or closed', async () => {
    const document = await open('typed.digest', page('One Paper', 'Another Paper'));
    const { uri } = document;
    assert.deepEqual(problems(uri), []);

    const broken = document.lineAt(12).range;
    await edit(document, broken, 'Feb 31, 2026');
    await problemsAre(uri, 1);
    const [problem] = problems(uri);
    assert.equal(problem?.source, 'Lectern');
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Warning);
    assert.deepEqual([problem.range.start.line, problem.range.end.line], [12, 12]);

    await edit(document, document.lineAt(12).range, 'Feb 28, 2026');
    await problemsAre(uri, 0);

    await edit(document, document.lineAt(12).range, 'Feb 31, 2026');
    await problemsAre(uri, 1);
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await problemsAre(uri, 0);
  });

  it('is an error when it holds no papers, and fine while it is empty', async () => {
    const document = await open('words.digest', 'These are not papers.');
    await problemsAre(document.uri, 1);
    assert.equal(problems(document.uri)[0]?.severity, vscode.DiagnosticSeverity.Error);
    await edit(document, new vscode.Range(0, 0, 1, 0), '');
    await problemsAre(document.uri, 0);
  });
});

async function edit(document: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  change.replace(document.uri, range, text);
  assert.equal(await vscode.workspace.applyEdit(change), true);
}
