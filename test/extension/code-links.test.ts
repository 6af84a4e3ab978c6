import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CodeTarget } from '../../src/core/anchors/code-target';
import { describeCode } from '../../src/core/anchors/describe-code';
import type { Annotation } from '../../src/core/annotations/annotation';
import { Following } from '../../src/features/code-links/following';
import { LinkLenses } from '../../src/features/code-links/link-lenses';
import { CodeLinking } from '../../src/features/code-links/linking';
import { followRenames } from '../../src/features/code-links/renames';
import { AnnotationStore } from '../../src/platform/annotation-store';
import { codeLinkId } from '../../src/platform/code-link-id';
import { CodeLinkStore } from '../../src/platform/code-link-store';
import { Log } from '../../src/platform/log';
import { Owned } from '../../src/platform/owned';
import { PaperStore } from '../../src/platform/paper-store';
import { ReferenceLibrary } from '../../src/platform/reference-library';
import { emptyFolder, read, startExtension, until, workspaceFolder, write } from './records';

const KEY = 'flashattention';

const CODE = `import math

class Attention:
    def __init__(self, head_size):
        self.scale = 1 / math.sqrt(head_size)

    def forward(self, queries, keys, values):
        scores = queries @ keys.transpose(-2, -1) * self.scale
        weights = scores.softmax(dim=-1)
        return weights @ values

def causal_mask(size):
    rows = arange(size)[:, None]
    return rows >= arange(size)[None, :]
`;
const FORWARD = { first: 7, last: 10 };

describe('links to code', () => {
  let owned: Owned;
  let kept: vscode.Uri;
  let folder: vscode.Uri;
  let annotations: AnnotationStore;
  let links: CodeLinkStore;
  let log: Log;
  let following: Following;
  let linking: CodeLinking;
  let lenses: LinkLenses;

  beforeEach(async () => {
    const { extensionUri } = await startExtension();
    kept = vscode.Uri.joinPath(workspaceFolder(), '.lectern', 'annotations');
    folder = vscode.Uri.joinPath(workspaceFolder(), 'linked');
    await Promise.all([kept, folder].map(emptyFolder));
    owned = new Owned();
    log = owned.add(new Log());
    annotations = owned.add(new AnnotationStore(vscode.Uri.joinPath(workspaceFolder(), 'storage'), log));
    links = owned.add(new CodeLinkStore(annotations, log));
    const papers = owned.add(new PaperStore(extensionUri, vscode.Uri.joinPath(workspaceFolder(), 'storage'), log));
    const context = { papers, annotations, codeLinks: links, cited: owned.add(new ReferenceLibrary(papers)), log };
    following = new Following(context);
    linking = owned.add(new CodeLinking(context));
    lenses = owned.add(new LinkLenses(context));
  });

  afterEach(async () => {
    owned.dispose();
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await emptyFolder(kept);
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  const file = (name: string) => vscode.Uri.joinPath(folder, name);

  function targetAt(path: string): CodeTarget {
    const target = describeCode({ path, text: CODE }, FORWARD);
    assert.ok(target);
    return target;
  }

  /** An annotation that links to `forward`. */
  const linked = (path: string): Promise<Annotation> => annotations.add({ paper: KEY, comment: 'as here', code: [targetAt(path)] });

  /** The state of each link, and where it is. */
  async function states(): Promise<readonly string[]> {
    return (await links.of(KEY)).map(({ anchor }) => ('place' in anchor ? `${anchor.state} ${anchor.place.file.path}:${anchor.place.lines.first}` : anchor.state));
  }
  const stateIs = (expected: string) => until(links.onDidChange, async () => (await states()).join() === expected);

  /** What the files say by now. */
  async function onDisk(): Promise<Annotation | undefined> {
    const fresh = new AnnotationStore(vscode.Uri.joinPath(workspaceFolder(), 'storage'), log);
    try {
      return (await fresh.threadsOf(KEY))[0]?.first;
    } finally {
      fresh.dispose();
    }
  }
  const pathOnDisk = async () => (await onDisk())?.code?.[0]?.path;
  const argument = (annotation: Annotation) => ({ paper: KEY, link: codeLinkId(annotation, targetAt(annotation.code?.[0]?.path ?? '')) });

  it('are made of the words that wait and the code that is selected, with its symbols', async () => {
    await write(file('attention.py'), CODE);
    const symbol = (name: string, first: number, last: number, kind: vscode.SymbolKind) => {
      const range = new vscode.Range(first - 1, 0, last - 1, 0);
      return new vscode.DocumentSymbol(name, '', kind, range, range);
    };
    owned.add(
      vscode.languages.registerDocumentSymbolProvider({ pattern: '**/linked/*.py' }, {
        provideDocumentSymbols: () => {
          const outer = symbol('Attention', 3, 10, vscode.SymbolKind.Class);
          outer.children = [symbol('forward', 7, 10, vscode.SymbolKind.Method)];
          return [outer];
        },
      }),
    );
    await linking.begin({ paper: KEY, range: { start: 0, end: 20 } });
    await vscode.window.showTextDocument(file('attention.py'), { selection: new vscode.Range(6, 0, 10, 0) });
    await linking.link();
    const annotation = await onDisk();
    assert.equal(annotation?.target?.position?.end, 20);
    const [code] = annotation.code ?? [];
    assert.ok(code);
    const { commit, ...rest } = code;
    assert.ok(commit === undefined || /^[0-9a-f]{40}$/u.test(commit));
    assert.deepEqual(rest, { ...targetAt('linked/attention.py'), symbols: ['Attention', 'forward'] });
  });

  it('follow code that moves in its file, while it is typed', async () => {
    await write(file('attention.py'), CODE);
    await linked('linked/attention.py');
    assert.deepEqual(await states(), ['exact linked/attention.py:7']);
    await vscode.window.showTextDocument(file('attention.py'));
    const edit = new vscode.WorkspaceEdit();
    edit.insert(file('attention.py'), new vscode.Position(0, 0), '# A licence\n');
    await vscode.workspace.applyEdit(edit);
    await stateIs('moved linked/attention.py:8');
  });

  it('see a file renamed outside of VS Code, and change nothing by themselves', async () => {
    await write(file('attention.py'), CODE);
    await linked('linked/attention.py');
    assert.deepEqual(await states(), ['exact linked/attention.py:7']);
    await vscode.workspace.fs.rename(file('attention.py'), file('attend.py'));
    await stateIs('movedFile linked/attend.py:7');
    assert.equal(await pathOnDisk(), 'linked/attention.py');
  });

  it('go with a file or a folder that is renamed in VS Code', async () => {
    await write(file('model/attention.py'), CODE);
    await linked('linked/model/attention.py');
    owned.add(vscode.workspace.onDidRenameFiles((event) => log.run(() => followRenames(annotations, event))));
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(file('model'), file('net'));
    assert.ok(await vscode.workspace.applyEdit(edit));
    await until(annotations.onDidChange, async () => (await annotations.threadsOf(KEY))[0]?.first.code?.[0]?.path === 'linked/net/attention.py');
    assert.deepEqual(await states(), ['exact linked/net/attention.py:7']);
  });

  it('are missing while the code is, and there again when it is', async () => {
    await write(file('attention.py'), CODE);
    const before = await linked('linked/attention.py');
    await write(file('attention.py'), '# another branch\n');
    await stateIs('orphaned');
    assert.deepEqual(await onDisk(), before);
    await write(file('attention.py'), CODE);
    await stateIs('exact linked/attention.py:7');
  });

  it('are looked for in all files when asked, and given up when that is cancelled', async () => {
    await write(file('elsewhere/heads.py'), `# heads\n${CODE}`);
    await linked('linked/attention.py');
    assert.deepEqual(await states(), ['orphaned']);
    const [link] = await links.of(KEY);
    assert.ok(link);
    const cancel = new vscode.CancellationTokenSource();
    const looking = links.search(link.target, { report: () => cancel.cancel() }, cancel.token);
    await assert.rejects(looking, vscode.CancellationError);
    await links.search(link.target, { report: () => undefined }, new vscode.CancellationTokenSource().token);
    assert.deepEqual(await states(), ['movedFile linked/elsewhere/heads.py:8']);
  });

  it('open the code where it is, and take that place only when it is accepted', async () => {
    await write(file('heads.py'), `# heads\n${CODE}`);
    const annotation = await linked('linked/attention.py');
    await following.open(argument(annotation));
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), file('heads.py').toString());
    assert.equal(editor.selection.start.line, 7);
    assert.equal(await pathOnDisk(), 'linked/attention.py');
    await following.accept(argument(annotation));
    assert.equal(await pathOnDisk(), 'linked/heads.py');
    assert.deepEqual((await onDisk())?.code?.[0]?.lines, { first: 8, last: 11 });
  });

  it('are unlinked, and the annotation stays', async () => {
    await write(file('attention.py'), CODE);
    const annotation = await linked('linked/attention.py');
    await following.unlink(argument(annotation));
    assert.equal((await onDisk())?.comment, 'as here');
    assert.equal((await onDisk())?.code, undefined);
  });

  it('stand above the code, with the words', async () => {
    await write(file('attention.py'), CODE);
    await linked('linked/attention.py');
    const [lens] = await lenses.provideCodeLenses(await vscode.workspace.openTextDocument(file('attention.py')));
    assert.equal(lens?.command?.title, 'linked to “as here” · FlashAttention');
    assert.equal(lens.range.start.line, 6);
  });

  it('lead nowhere out of the folder, nor into what Lectern keeps', async () => {
    const outside = vscode.Uri.joinPath(workspaceFolder(), '..', 'outside-of-the-workspace.py');
    await write(outside, CODE);
    try {
      await linked('../outside-of-the-workspace.py');
      assert.deepEqual(await states(), ['orphaned']);
      const [link] = await links.of(KEY);
      assert.ok(link);
      await links.search(link.target, { report: () => undefined }, new vscode.CancellationTokenSource().token);
      assert.deepEqual(await states(), ['orphaned']);
      assert.match(await read(vscode.Uri.joinPath(kept, KEY, `${link.annotation.id}.json`)), /queries @ keys/u);
    } finally {
      await vscode.workspace.fs.delete(outside);
    }
  });
});
