import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseRunRecord } from '../../src/core/runs/parse';
import { RecordsTree, type RecordNode } from '../../src/features/runs/records-tree';
import { Log } from '../../src/platform/log';
import { NoteStore } from '../../src/platform/note-store';
import { PaperStore } from '../../src/platform/paper-store';
import { RunStore } from '../../src/platform/run-store';
import { SAMPLE_RECORD, SAMPLE_RESULT, check } from '../unit/runs/sample-run';
import { emptyFolder, next, read, startExtension, until, workspaceFolder, write } from './records';

const PICTURE = new Uint8Array([0x89, 0x50, 0x4e, 0x47]);

describe('runs', () => {
  let extension: vscode.Extension<unknown>;
  let runs: vscode.Uri;
  let notes: vscode.Uri;
  let storage: vscode.Uri;
  let log: Log;
  let store: RunStore;

  before(async () => {
    extension = await startExtension();
    runs = vscode.Uri.joinPath(workspaceFolder(), '.lectern', 'runs');
    notes = vscode.Uri.joinPath(workspaceFolder(), 'notes');
    storage = vscode.Uri.joinPath(workspaceFolder(), 'storage');
  });

  beforeEach(async () => {
    await emptyFolder(runs);
    await emptyFolder(notes);
    log = new Log();
    store = new RunStore(storage, log);
  });

  afterEach(async () => {
    store.dispose();
    log.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await emptyFolder(runs);
    await emptyFolder(notes);
  });

  const record = (id: string) => vscode.Uri.joinPath(runs, id, 'run.json');
  const keep = () => store.keep(SAMPLE_RESULT, ['flashattention'], 'FlashAttention', []);
  const writeRecord = (id: string, facts: object) => write(record(id), JSON.stringify({ ...SAMPLE_RECORD, id, ...facts }));

  describe('kept', () => {
    it('are a folder with the whole record and its pictures', async () => {
      const pictures = [{ chart: 'time-by-n', png: PICTURE }, { chart: '../../Bytes', png: PICTURE }];
      const kept = await store.keep(SAMPLE_RESULT, ['flashattention'], 'FlashAttention', pictures);
      assert.match(kept.id, /^\d{8}-\d{6}-flash-attention-[a-z0-9]{4}$/u);
      const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(runs, kept.id));
      assert.deepEqual(entries.map(([name]) => name).sort(), ['bytes.png', 'plot.png', 'run.json']);

      const text = await read(kept.uri);
      const parsed = parseRunRecord(JSON.parse(text));
      assert.ok(parsed.ok);
      assert.deepEqual(parsed.record, kept.record);
      assert.deepEqual(parsed.record.result, SAMPLE_RESULT);
      assert.ok(Math.abs(Date.now() - Date.parse(kept.record.kept)) < 60_000);
      assert.ok(text.endsWith('}\n'));
    });

    it('are listed at once', async () => {
      assert.deepEqual(await store.list(), []);
      const told = next(store.onDidChange);
      const kept = await keep();
      assert.deepEqual((await store.list()).map(({ id }) => id), [kept.id]);
      await told;
    });

    it('have folders of their own, also within one second', async () => {
      const kept = await Promise.all([keep(), keep(), keep()]);
      assert.equal(new Set(kept.map(({ id }) => id)).size, 3);
      assert.equal((await store.list()).length, 3);
    });

    it('leave nothing behind when they cannot be', async () => {
      const broken = { ...SAMPLE_RESULT, checks: [check({ value: NaN })] };
      await assert.rejects(store.keep(broken, [], 'FlashAttention', []), /cannot be kept.*checks\.0\.value/u);
      await assert.rejects(store.keep(SAMPLE_RESULT, ['../x'], 'FlashAttention', []), /cannot be kept.*papers\.0/u);
      const huge = { chart: 'plot', png: new Uint8Array(8 * 1024 * 1024 + 1) };
      await assert.rejects(store.keep(SAMPLE_RESULT, [], 'FlashAttention', [huge]), /more than 8 MiB/u);
      assert.deepEqual(await vscode.workspace.fs.readDirectory(runs), []);
    });
  });

  describe('listed', () => {
    it('stand newest first, with the broken ones and what is wrong with them', async () => {
      await writeRecord('20260109-142501-flash-attention-aaaa', { kept: '2026-01-09T14:25:01+01:00' });
      await writeRecord('20260109-132502-flash-attention-bbbb', { kept: '2026-01-09T13:25:02Z' });
      await write(record('20260301-100000-flash-attention-cccc'), '{ "format": "lectern-run", ');
      await writeRecord('20260302-100000-flash-attention-dddd', { version: 2 });
      await writeRecord('20260303-100000-flash-attention-eeee', { papers: 'flashattention' });
      await write(vscode.Uri.joinPath(runs, 'README.md'), 'Not a run.\n');
      const before = await read(record('20260302-100000-flash-attention-dddd'));

      const listed = await store.list();
      assert.deepEqual(listed.map(({ id }) => id.slice(-4)), ['eeee', 'dddd', 'cccc', 'bbbb', 'aaaa']);
      const problems = listed.map((run) => ('problem' in run ? run.problem : undefined));
      assert.match(problems[0] ?? '', /not a run that Lectern can read\. At papers/u);
      assert.match(problems[1] ?? '', /newer Lectern/u);
      assert.match(problems[2] ?? '', /not valid JSON/u);
      assert.deepEqual(problems.slice(3), [undefined, undefined]);
      assert.equal(await read(record('20260302-100000-flash-attention-dddd')), before);
    });

    it('do not have the one that is being written', async () => {
      await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(runs, '20260109-142501-flash-attention-aaaa'));
      assert.deepEqual(await store.list(), []);
      await writeRecord('20260109-142501-flash-attention-aaaa', {});
      await until(store.onDidChange, async () => (await store.list()).length === 1);
    });

    it('go with their folder', async () => {
      await keep();
      assert.equal((await store.list()).length, 1);
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(runs, '..'), { recursive: true });
      await until(store.onDidChange, async () => (await store.list()).length === 0);
    });
  });

  describe('opened', () => {
    it('show their record as text', async () => {
      const kept = await keep();
      await vscode.commands.executeCommand('lectern.openRun', { run: kept });
      assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), kept.uri.toString());
      assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab?.isPreview, true);
    });
  });

  describe('in the tree with the notes', () => {
    let papers: PaperStore;
    let noteStore: NoteStore;
    let tree: RecordsTree;

    beforeEach(() => {
      papers = new PaperStore(extension.extensionUri, storage, log);
      noteStore = new NoteStore(storage, log);
      tree = new RecordsTree(papers, noteStore, store, log);
    });

    afterEach(() => {
      tree.dispose();
      noteStore.dispose();
      papers.dispose();
    });

    /** Labels of rows with those below them. */
    const outline = async (node?: RecordNode): Promise<unknown[]> =>
      Promise.all(
        (await tree.getChildren(node)).map(async (child) => {
          const below = await outline(child);
          const { label } = tree.getTreeItem(child);
          return below.length === 0 ? label : [label, below];
        }),
      );

    it('leave the view empty when there are none, so that its welcome is seen', async () => {
      assert.deepEqual(await tree.getChildren(), []);
    });

    it('stand by paper and by demo', async () => {
      await write(vscode.Uri.joinPath(notes, 'fa.md'), '---\npaper: flashattention\ntitle: Tiles\n---\n');
      await write(vscode.Uri.joinPath(notes, 'free.md'), '# Free\n');
      await write(record('20260301-100000-flash-attention-cccc'), 'broken');
      assert.deepEqual(await outline(), [
        ['Notes', [['FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness', ['Tiles']], ['Other notes', ['Free']]]],
        ['Runs', [['FlashAttention', ['20260301-100000-flash-attention-cccc']]]],
      ]);
    });

    it('say their verdict and adapter, and the rest when pointed at', async () => {
      await keep();
      const [section] = await tree.getChildren();
      const [group] = await tree.getChildren(section);
      const [run] = await tree.getChildren(group);
      assert.ok(run && 'run' in run);
      const item = tree.getTreeItem(run);
      assert.equal(item.contextValue, 'run');
      assert.equal(item.description, '2 passed, 1 not evaluated · SwiftShader (software)');
      assert.equal((item.iconPath as vscode.ThemeIcon).id, 'pass');
      assert.equal(item.tooltip, undefined);
      const { tooltip } = tree.resolveTreeItem(item, run);
      assert.ok(tooltip instanceof vscode.MarkdownString);
      assert.match(tooltip.value, /sequence:&nbsp;1,024|sequence: 1,024/u);
      assert.match(tooltip.value, /not&nbsp;comparable|not comparable/u);
    });

    it('have ids of their own that stay', async () => {
      await keep();
      await keep();
      const ids = async () => {
        const [section] = await tree.getChildren();
        const [group] = await tree.getChildren(section);
        return (await tree.getChildren(group)).map((node) => tree.getTreeItem(node).id);
      };
      const first = await ids();
      assert.equal(new Set(first).size, 2);
      assert.deepEqual(await ids(), first);
    });
  });
});
