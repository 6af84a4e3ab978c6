import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { NEWEST } from '../host/releases';
import { eventually } from './eventually';
import { ReaderPage } from './reader-page';
import { Screenshots } from './screenshots';
import { Session } from './session';
import type { Workbench } from './workbench';

const BEFORE = 'Attention waits for memory most of the time, and its softmax is most of that. We tile it, so that blocks of keys stay close to the cores.';
const AFTER = 'We find that attention waits for memory nearly all of the time. We tile it, so that blocks of keys and values stay close to the cores.';

const page = (abstract: string) => `new\n\nDaily Papers\n\nJan 12\n\nQuiet Kernels\n\n${abstract}\n\n  • 4 authors\n·\nJan 9, 2026 12\n`;

/** A walk: annotate an abstract, import its digest again with another one, and see what became of the words. */
describe('an abstract that changed under its annotations', function () {
  this.bail(true);
  let session: Session;
  let workbench: Workbench;
  let reader: ReaderPage;

  const digest = () => path.join(session.workspace, 'january.digest');
  const take = async (): Promise<void> => {
    await workbench.command('Lectern: Import Papers from File');
    await (await workbench.quickPick.option('january.digest')).click();
    await workbench.tree('Import Preview').rows.first().waitFor();
    await workbench.page.keyboard.press('Control+Enter');
    await workbench.tree('Import Preview').pane.waitFor({ state: 'detached' });
  };

  before(async () => {
    session = await Session.start(NEWEST, { extension: 'development' });
    await writeFile(digest(), page(BEFORE));
    workbench = await session.open();
    reader = new ReaderPage(workbench);
    await workbench.openContainer('Lectern');
    await workbench.tree('Papers').rows.first().waitFor();
    await take();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.leaveTrace('changed-abstract-failed');
  });

  after(() => session.end());

  it('says in the Reader that the words are others', async () => {
    await (await workbench.tree('Papers').reveal('Quiet Kernels')).click();
    await (await reader.part('title')).click();
    await workbench.page.keyboard.press('h');
    for (let word = 0; word < 7; word++) await workbench.page.keyboard.press('Shift+ArrowRight');
    await workbench.page.keyboard.press('Enter');
    const threads = (await reader.part('threads')).locator('.thread');
    await threads.first().waitFor();
    await writeFile(digest(), page(AFTER));
    await take();
    await eventually('the thread says so', () => threads.first().innerText(), (text) => /Orphaned|Changed/u.test(text));
  });

  it('is shown beside the one that was annotated, in VS Code’s diff', async () => {
    const threads = (await reader.part('threads')).locator('.thread');
    await threads.first().locator('[data-testid^="compare-"]').click();
    const sides = workbench.page.locator('.monaco-diff-editor:visible .view-lines');
    const text = async () => (await sides.allInnerTexts()).map((side) => side.replaceAll('\u00a0', ' '));
    const [before, after] = await eventually('both sides are there', text, (all) => all.length === 2 && all.every((side) => side.includes('Abstract')));
    assert.ok(before?.startsWith('# Quiet Kernels') && /Attention waits for memory\s+most of the time/u.test(before), before);
    assert.ok(/nearly all of the\s+time/u.test(after ?? ''), after);
    await new Screenshots(session.workspace, NEWEST).take(workbench, 'changed-abstract');
  });
});
