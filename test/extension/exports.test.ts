import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { arrange } from '../../src/core/papers/arrange';
import type { Digest } from '../../src/core/papers/digest';
import type { Paper } from '../../src/core/papers/paper';
import { exportToFile } from '../../src/features/imports/exporting';
import { exportPapers } from '../../src/core/citations/export-papers';
import type { PaperOrder, PaperWriter } from '../../src/platform/stores';
import { StandInLibrary, StandInPrompts } from './import-stand-ins';
import { emptyFolder, read, startExtension, workspaceFolder } from './records';

const CHOSEN: Paper = { key: 'chosen', title: 'Chosen', abstract: '', digests: [], sources: {} };
const DIGEST: Digest = {
  id: 'daily-papers-2026-01-09',
  source: 'daily-papers',
  format: 'daily-papers-text',
  title: 'Daily Papers, 9 January 2026',
  papers: [{ title: 'HAPO: One', abstract: '' }, { title: 'XL3M: Two', abstract: '' }],
  lines: [1, 5],
  problems: [],
};

describe('an export', () => {
  let folder: vscode.Uri;
  let library: StandInLibrary;
  let prompts: StandInPrompts;
  let shown: ReadonlySet<string> | undefined;

  before(async () => {
    await startExtension();
    folder = vscode.Uri.joinPath(workspaceFolder(), 'exports');
  });

  beforeEach(async () => {
    await emptyFolder(folder);
    library = new StandInLibrary();
    await library.add([DIGEST]);
    prompts = new StandInPrompts();
    prompts.saveTo = vscode.Uri.joinPath(folder, 'papers.bib');
    shown = undefined;
  });

  after(() => emptyFolder(folder));

  const order: PaperOrder = {
    onDidChange: () => new vscode.Disposable(() => undefined),
    arrangement: async () => arrange(await library.library(), {}, { grouping: 'none', sort: 'digest', ...(shown ? { filter: shown } : {}) }),
  };
  const writer: PaperWriter = { writePapers: (chosen, form) => Promise.resolve(exportPapers(chosen, form)) };
  const exported = async () => (await read(vscode.Uri.joinPath(folder, 'papers.bib'))).match(/@misc\{[\w-]+/gu);

  it('writes the selected papers, and no group', async () => {
    await exportToFile({ papers: library, order, writer, prompts }, [{}, { paper: CHOSEN }]);
    assert.deepEqual(await exported(), ['@misc{chosen']);
    assert.match(prompts.told.join(), /^1 paper exported to exports\/papers\.bib\.$/u);
  });

  it('writes the whole library when the view shows it, without asking which papers', async () => {
    await exportToFile({ papers: library, order, writer, prompts }, []);
    assert.deepEqual(await exported(), ['@misc{hapo', '@misc{xl3m']);
    assert.equal(prompts.asked.length, 1, 'only the format');
  });

  it('asks which papers when a filter leaves some out', async () => {
    shown = new Set(['xl3m']);
    await exportToFile({ papers: library, order, writer, prompts }, []);
    assert.deepEqual(await exported(), ['@misc{xl3m']);
    assert.match(prompts.asked[0] ?? '', /^Export Which Papers\?: What the Papers view shows, All papers$/u);
  });

  it('leaves no file when the user changes their mind', async () => {
    prompts.saveTo = undefined;
    await exportToFile({ papers: library, order, writer, prompts }, []);
    assert.deepEqual(await vscode.workspace.fs.readDirectory(folder), []);
    assert.deepEqual(prompts.told, []);
  });

  it('is refused when there are no papers', async () => {
    await assert.rejects(exportToFile({ papers: new StandInLibrary(), order, writer, prompts }, []), /no papers to export/u);
  });
});
