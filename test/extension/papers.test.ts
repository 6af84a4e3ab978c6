import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const FLASH = vscode.Uri.parse('lectern:/papers/flashattention.md');

describe('a paper as a document', () => {
  before(() => vscode.extensions.getExtension('lectern.lectern')?.activate());
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('reads as Markdown with its title and abstract', async () => {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(FLASH));
    assert.match(text, /^# FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness\n/);
    assert.match(text, /reduce the number of memory reads\/writes/);
  });

  it('cannot be written', async () => {
    await assert.rejects(async () => vscode.workspace.fs.writeFile(FLASH, new Uint8Array()));
  });

  it('is not found under a key that no paper has', async () => {
    await assert.rejects(
      async () => vscode.workspace.fs.readFile(vscode.Uri.parse('lectern:/papers/no-such-paper.md')),
      (error: unknown) => error instanceof vscode.FileSystemError && error.code === 'FileNotFound',
    );
  });

  it('opens in the Reader, and as text when asked', async () => {
    await vscode.commands.executeCommand('lectern.openPaper', 'flashattention');
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputCustom, 'the Reader is a custom editor');
    assert.equal(input.viewType, 'lectern.reader');
    assert.equal(input.uri.toString(), FLASH.toString());

    await vscode.commands.executeCommand('lectern.openPaperAsText', 'flashattention');
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), FLASH.toString());
  });

  it('opens to the side of what is open, and leaves no empty column behind', async () => {
    await vscode.commands.executeCommand('lectern.openPaperToSide', 'hapo');
    assert.equal(vscode.window.tabGroups.all.length, 1, 'there was nothing to be beside');

    await vscode.commands.executeCommand('lectern.openPaperToSide', 'flashattention');
    assert.deepEqual(vscode.window.tabGroups.all.map((group) => group.tabs.length), [1, 1]);
  });

  it('goes to the next paper of the tree and back', async () => {
    await vscode.commands.executeCommand('lectern.openPaper', 'hapo');
    await vscode.commands.executeCommand('lectern.nextPaper');
    const next = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(next instanceof vscode.TabInputCustom);
    assert.equal(next.uri.path, '/papers/deep-forcing.md');

    await vscode.commands.executeCommand('lectern.previousPaper');
    const previous = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(previous instanceof vscode.TabInputCustom);
    assert.equal(previous.uri.path, '/papers/hapo.md');
  });

  it('is copied as BibTeX', async () => {
    await vscode.commands.executeCommand('lectern.copyBibtex', 'flashattention');
    assert.match(await vscode.env.clipboard.readText(), /^@misc\{flashattention,/);
  });
});
