import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Annotation } from '../../src/core/annotations/annotation';
import { NO_FILTER } from '../../src/core/annotations/annotation-filter';
import { exportAnnotations } from '../../src/core/annotations/exchange/export-annotations';
import { placeTargets } from '../../src/core/annotations/exchange/place-annotations';
import { readAnnotations } from '../../src/core/annotations/exchange/read-annotations';
import { annotationsIn } from '../../src/core/annotations/threads';
import type { Paper } from '../../src/core/papers/paper';
import type { ExchangePrompts } from '../../src/features/annotations/exchange-prompts';
import { exportToFile } from '../../src/features/annotations/exporting';
import { ImportDesk } from '../../src/features/annotations/import-desk';
import { countsText, previewRows, type PreviewRow } from '../../src/features/annotations/import-rows';
import type { AnnotationExchange } from '../../src/platform/annotation-exchange';
import { annotationExchange } from '../../src/platform/annotation-exchange';
import { AnnotationStore } from '../../src/platform/annotation-store';
import { ReaderError } from '../../src/platform/errors';
import { Log } from '../../src/platform/log';
import { Owned } from '../../src/platform/owned';
import { PaperStore } from '../../src/platform/paper-store';
import { readText } from '../../src/platform/files';
import { emptyFolder, startExtension, workspaceFolder, write } from './records';

const fixture = (name: string) => readFileSync(path.join(__dirname, '..', '..', '..', 'test', 'fixtures', 'annotations', name), 'utf8');

/** Answers for the user. What was told is kept. */
class StandInPrompts implements ExchangePrompts {
  readonly told: string[] = [];
  readonly offered: string[][] = [];
  button: string | undefined;
  saveTo: vscode.Uri | undefined;
  choices: number[] = [];
  key = 'hapo';

  files(): Promise<readonly vscode.Uri[]> {
    return Promise.resolve([]);
  }

  pick<T extends vscode.QuickPickItem>(items: readonly T[]): Promise<T | undefined> {
    this.offered.push(items.map(({ label }) => label));
    return Promise.resolve(items[this.choices.shift() ?? 0]);
  }

  paper(papers: readonly Paper[]): Promise<Paper | undefined> {
    return Promise.resolve(papers.find(({ key }) => key === this.key));
  }

  target(): Promise<vscode.Uri | undefined> {
    return Promise.resolve(this.saveTo);
  }

  tell(message: string, ...buttons: readonly string[]): Promise<string | undefined> {
    this.told.push(message);
    return Promise.resolve(buttons.find((button) => button === this.button));
  }
}

describe('annotations of other programs', () => {
  let owned: Owned;
  let folder: vscode.Uri;
  let files: vscode.Uri;
  let store: AnnotationStore;
  let papers: PaperStore;
  let exchange: AnnotationExchange;
  let prompts: StandInPrompts;
  let desk: ImportDesk;
  let log: Log;
  let extensionUri: vscode.Uri;

  beforeEach(async () => {
    ({ extensionUri } = await startExtension());
    folder = vscode.Uri.joinPath(workspaceFolder(), '.lectern', 'annotations');
    files = vscode.Uri.joinPath(workspaceFolder(), 'exchange');
    const storage = vscode.Uri.joinPath(workspaceFolder(), 'storage');
    await emptyFolder(folder);
    await emptyFolder(files);
    owned = new Owned();
    log = owned.add(new Log());
    store = owned.add(new AnnotationStore(storage, log));
    papers = owned.add(new PaperStore(extensionUri, storage, log));
    exchange = {
      read: (bytes) => Promise.resolve(readAnnotations(bytes, '2026-01-09T12:00:00Z')),
      place: (sought) => Promise.resolve(placeTargets(sought)),
      write: (exported, format) => Promise.resolve(exportAnnotations(exported, format)),
    };
    prompts = new StandInPrompts();
    desk = owned.add(new ImportDesk({ papers, annotations: store, exchange, prompts, log }));
  });

  afterEach(async () => {
    owned.dispose();
    await emptyFolder(folder);
    await emptyFolder(files);
  });

  const saved = async (name: string, text: string) => {
    const uri = vscode.Uri.joinPath(files, name);
    await write(uri, text);
    return uri;
  };
  const everything = async (): Promise<readonly Annotation[]> => [...(await store.all()).values()].flat().flatMap(annotationsIn);
  const counts = () => (desk.pending === undefined ? 'nothing' : countsText(desk.pending));
  const labels = (rows: readonly PreviewRow[]): string[] => rows.map((row) => {
      const { label, description } = row.item();
      return `${typeof label === 'string' ? label : ''}: ${String(description)}`;
    });
  const rows = () => (desk.pending === undefined ? [] : previewRows(desk.pending));

  // The bundled digest has no arXiv ids: the title tells the paper.
  const hypothesis = fixture('hypothesis-search.json').replaceAll('"FlashAttention"', '"FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness"').replaceAll('"2205.14135.pdf"', '"FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness"');

  it('are previewed first: new by paper, without a paper, rejected, and nothing is written', async () => {
    assert.equal(await desk.offer([await saved('h.json', hypothesis)]), true);
    assert.equal(counts(), '3 new · 1 without a paper · 1 rejected');
    assert.deepEqual(labels(rows()), ['New: 3', 'Without a paper: 1', 'Rejected: 1']);
    const [added] = rows();
    const [paper] = added?.children?.() ?? [];
    assert.match(labels([...(paper?.children?.() ?? [])])[2] ?? '', /^We benchmark.*: words not found in the abstract · #figure · ada$/u);
    assert.deepEqual(await everything(), []);
  });

  it('are imported as they are, found in the abstract or kept for the user to place, and once', async () => {
    const file = await saved('h.json', hypothesis);
    await desk.offer([file]);
    await desk.commit();
    assert.equal(desk.pending, undefined);
    const all = await everything();
    assert.deepEqual(all.map(({ paper, comment, creator }) => [paper, comment, creator]), [
      ['flashattention', 'Is this counted on *one* GPU?', 'Ada Palmer'],
      ['flashattention', 'On one, see section 4.', 'grace'],
      ['flashattention', '', 'ada'],
    ]);
    assert.equal(all[1]?.replyTo, all[0]?.id);
    const { abstract } = (await papers.library()).paper('flashattention') ?? { abstract: '' };
    const { exact = '', position = { start: 0, end: 0 } } = all[0]?.target ?? {};
    assert.equal(abstract.slice(position.start, position.end), exact);
    assert.equal(all[2]?.target?.position, undefined);
    assert.match(prompts.told.at(-1) ?? '', /3 new, 0 changed\. The words of 1 were not found/u);
    assert.equal(await desk.offer([file]), true, 'one is without a paper still');
    assert.equal(counts(), '1 without a paper · 3 there already · 1 rejected');
  });

  it('on something the library does not know wait for the user to say which paper it is', async () => {
    await desk.offer([await saved('h.json', hypothesis)]);
    const unknown = desk.pending?.plan.unmatched[0]?.document;
    assert.ok(unknown);
    await desk.choosePaper(unknown);
    assert.equal(counts(), '4 new · 1 rejected');
    await desk.commit();
    assert.deepEqual((await store.threadsOf('hapo')).map(({ first }) => first.comment), ['Nothing to do with papers']);
  });

  it('say so when they are all there already', async () => {
    const file = await saved('z.json', fixture('zotero-web-api.json').replace(/\{[^{}]*"annotationType": "ink"[^{}]*\}/u, '{}').replace('"image"', '"note"'));
    await desk.offer([file]);
    await desk.commit();
    const [first] = (await everything()).filter(({ comment }) => comment === 'The motivation');
    assert.deepEqual([first?.colour, first?.tags], ['green', ['motivation']]);
    const clean = await saved('c.json', JSON.stringify((JSON.parse(fixture('zotero-web-api.json')) as unknown[]).slice(0, 5)));
    assert.equal(await desk.offer([clean]), false);
    assert.match(prompts.told.at(-1) ?? '', /^Nothing new: all 3 annotations are there already\.$/u);
  });

  it('that were changed since are changed, and words that were changed on both sides are both kept', async () => {
    const row = (id: string, text: string, updated: string) => ({ id, uri: 'urn:x', user: 'acct:a@b', text, updated, document: { title: ['HAPO: Training Language Models to Reason Concisely via History-Aware Policy Optimization'] } });
    const title = (await papers.library()).paper('hapo')?.title ?? '';
    const text = (rows: object[]) => JSON.stringify({ rows }).replaceAll(row('', '', '').document.title[0] ?? '', title);
    await desk.offer([await saved('a.json', text([row('one', 'A', '2025-01-01T00:00:00Z'), row('two', 'B', '2025-01-01T00:00:00Z')]))]);
    await desk.commit();
    const two = (await everything()).find(({ comment }) => comment === 'B');
    assert.ok(two);
    await store.change(two, { comment: 'Mine' });
    await desk.offer([await saved('b.json', text([row('one', 'A2', '2025-02-01T00:00:00Z'), row('two', 'Theirs', '2025-02-01T00:00:00Z')]))]);
    assert.equal(counts(), '2 changed');
    await desk.commit();
    assert.equal((await everything()).find(({ id }) => id !== two.id)?.comment, 'A2');
    const [conflict] = await store.conflicts();
    assert.deepEqual([conflict?.here.comment, conflict?.other.comment].sort(), ['Mine', 'Theirs']);
  });

  it('are taken back by one undo; what the user made of them stays', async () => {
    await desk.offer([await saved('h.json', hypothesis)]);
    await desk.commit();
    const [, , third] = await everything();
    assert.ok(third);
    await store.change(third, { comment: 'Seen' });
    await desk.takingBack.undo();
    assert.deepEqual((await everything()).map(({ comment }) => comment), ['Seen']);
    assert.match(prompts.told.at(-1) ?? '', /2 annotations removed, 0 as before\. 1 stay/u);
    await assert.rejects(desk.takingBack.undo(), ReaderError);
  });

  it('are imported all or not at all', async () => {
    await desk.offer([await saved('h.json', hypothesis)]);
    const token = new vscode.CancellationTokenSource();
    const added = desk.pending?.plan.added.map(({ annotation }) => annotation) ?? [];
    const progress = { report: () => token.cancel() };
    const many = Array.from({ length: 20 }, (_, copy) => added.map((one) => ({ ...one, id: `${one.id}-${copy}` }))).flat();
    await assert.rejects(store.addAll(many, { token: token.token, progress }), vscode.CancellationError);
    assert.deepEqual(await everything(), []);
    const [first] = added;
    assert.ok(first);
    await assert.rejects(store.addAll([...added, first]), ReaderError);
    assert.deepEqual(await everything(), []);
  });

  it('in files that cannot be read are rejected with the reason, and the others are imported', async () => {
    const missing = vscode.Uri.joinPath(files, 'missing.json');
    await desk.offer([missing, await saved('broken.json', '{"rows": [{"id": "a", "uri"'), await saved('h.json', hypothesis)]);
    assert.equal(counts(), '3 new · 1 without a paper · 3 rejected');
  });

  it('are read in the worker that ships', async () => {
    const real = annotationExchange({ extensionUri, log });
    const token = new vscode.CancellationTokenSource();
    const read = await real.read(new TextEncoder().encode(hypothesis), token.token);
    assert.equal(read.annotations.length, 4);
    const [found] = await real.place([{ text: 'Some words of an abstract.', targets: [{ exact: 'Some words of an abstract', prefix: '', suffix: '' }] }], token.token);
    assert.equal(found?.[0]?.exact, 'Some words of an abstract');
    assert.match(await real.write([], 'markdown'), /^# Annotations/u);
    token.cancel();
    await assert.rejects(real.read(new Uint8Array(), token.token), vscode.CancellationError);
  });

  it('leave in every form, and what could not be read is said', async () => {
    await desk.offer([await saved('h.json', hypothesis)]);
    await desk.commit();
    await write(vscode.Uri.joinPath(folder, 'hapo', 'broken.json'), '{');
    const context = { papers, annotations: store, exchange, prompts };
    const before = await everything();
    for (const [choice, name] of [[0, 'w3c.json'], [1, 'hypothesis.json'], [2, 'list.md']] as const) {
      prompts.saveTo = vscode.Uri.joinPath(files, name);
      prompts.choices = [0, choice];
      await exportToFile(context, [], NO_FILTER);
    }
    assert.match(prompts.told.at(-1) ?? '', /^3 annotations exported to exchange\/list\.md\. 1 files of annotations could not be read/u);
    assert.deepEqual(prompts.offered[0], ['All annotations', 'FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness']);
    const text = (await readText(vscode.Uri.joinPath(files, 'list.md'))) ?? '';
    assert.match(text, /^## FlashAttention.*$[^]*^> the number of memory reads\/writes[^]*Is this counted on \*one\* GPU\?[^]*- \*grace · 2025-11-02\*/mu);
    await store.remove(before.map(({ id }) => id));
    await desk.offer([vscode.Uri.joinPath(files, 'w3c.json')]);
    await desk.commit();
    assert.deepEqual(await everything(), before);
    assert.match((await readText(vscode.Uri.joinPath(folder, 'hapo', 'broken.json'))) ?? '', /^\{$/u);
  });

  it('leave as the list shows them, and never into the folder of annotations', async () => {
    await store.add({ paper: 'hapo', comment: 'One', kind: 'idea' });
    await store.add({ paper: 'flashattention', comment: 'Two', kind: 'claim' });
    const context = { papers, annotations: store, exchange, prompts };
    prompts.saveTo = vscode.Uri.joinPath(files, 'ideas.md');
    prompts.choices = [0, 2];
    await exportToFile(context, [], { ...NO_FILTER, kinds: ['idea'] });
    assert.equal(prompts.offered[0]?.[0], 'What the Annotations view shows');
    const text = (await readText(prompts.saveTo)) ?? '';
    assert.ok(text.includes('One') && !text.includes('Two'));
    prompts.saveTo = vscode.Uri.joinPath(folder, 'hapo', 'x.json');
    await assert.rejects(exportToFile(context, [], NO_FILTER), ReaderError);
  });
});
