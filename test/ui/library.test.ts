import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { NEWEST } from '../host/releases';
import { eventually } from './eventually';
import { dailyPapersAnswer, titleOf } from './many-papers';
import { Screenshots } from './screenshots';
import { Session } from './session';
import type { TreeView } from './tree-view';
import type { Workbench } from './workbench';

const BUNDLED = 42;
const MANY = 10_000;
const ANSWER = 'answer.json';

/** Longer than reading, merging and writing ten thousand papers takes on a slow machine that does other things too. */
const IMPORT_LIMIT_MS = 60_000;

/** A walk through a library of ten thousand papers: each step stands on the one before. */
describe('a library of ten thousand papers', function () {
  this.bail(true);
  let session: Session;
  let workbench: Workbench;
  let papers: TreeView;
  let preview: TreeView;
  let screenshots: Screenshots;

  const look = (opened: Workbench): void => {
    workbench = opened;
    papers = workbench.tree('Papers');
    preview = workbench.tree('Import Preview');
  };

  before(async () => {
    session = await Session.start(NEWEST, { extension: 'development' });
    screenshots = new Screenshots(session.workspace, NEWEST);
    await writeFile(path.join(session.workspace, ANSWER), dailyPapersAnswer(MANY));
    look(await session.open());
    await workbench.openContainer('Lectern');
    await papers.rows.nth(1).waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.leaveTrace('library-failed');
  });

  after(() => session.end());

  const badge = (count: number) => workbench.badge('Lectern').filter({ hasText: new RegExp(`^${shown(count)}$`) }).waitFor({ timeout: IMPORT_LIMIT_MS });
  const choose = async (): Promise<void> => {
    await workbench.command('Lectern: Import Papers from File');
    await (await workbench.quickPick.option(ANSWER)).click();
    await preview.description().filter({ hasText: '10,000 new' }).waitFor({ timeout: IMPORT_LIMIT_MS });
  };

  it('is shown before it is imported', async () => {
    await choose();
    await preview.row(titleOf(0)).waitFor();
    await badge(BUNDLED);
    await screenshots.take(workbench, 'import-preview');
  });

  it('stays as it was when the import is cancelled at work', async () => {
    await preview.titleAction('Import');
    await workbench.command('Notifications: Show Notifications');
    await workbench.page.locator('.notifications-center .monaco-button', { hasText: 'Cancel' }).click();
    await workbench.page.keyboard.press('Escape');
    await preview.description().filter({ hasText: '10,000 new' }).waitFor({ timeout: IMPORT_LIMIT_MS });
    await badge(BUNDLED);
  });

  it('is searched while it is being indexed', async () => {
    await preview.titleAction('Import');
    await badge(BUNDLED + MANY);
    await workbench.command('Lectern: Search Papers');
    await workbench.quickPick.input.fill('sparse critics forecasting');
    const found = await eventually('hits are there', () => workbench.quickPick.labels(), (labels) => labels.some((label) => label.startsWith('Sparse Critics for Forecasting')));
    assert.match(found[0] ?? '', /^Sparse Critics for Forecasting/);
    await workbench.quickPick.dismiss();
  });

  it('is found by a misspelt word of its last paper once it is indexed', async () => {
    await workbench.command('Lectern: Search Papers');
    await workbench.quickPick.input.fill(`quantsied groundng study ${MANY}`);
    await eventually('the last paper is the best hit', () => workbench.quickPick.labels(), ([best]) => best?.startsWith(titleOf(MANY - 1)) ?? false, IMPORT_LIMIT_MS);
    await screenshots.take(workbench, 'search-many');
    await workbench.quickPick.dismiss();
  });

  it('is grouped by year, in ranges that say what they hold', async () => {
    await papers.titleAction('Group Papers By');
    await workbench.quickPick.pick('Year');
    await papers.row('2024').waitFor();
    await papers.expand('2024');
    const rows = await eventually('the ranges are there', () => papers.texts(), (texts) => texts.some(({ level, expanded }) => level === 2 && expanded !== undefined));
    assert.ok(rows.length < 1_000);
    await screenshots.take(workbench, 'many-by-year');
  });

  it('is narrowed by the query language', async () => {
    await workbench.command('Lectern: Filter Papers');
    await workbench.quickPick.input.fill('title:"sparse critics" year:2024 -forecasting');
    await papers.description().filter({ hasText: /: \d+ of 10,?042/ }).waitFor();
    await workbench.quickPick.accept();
    await screenshots.take(workbench, 'many-filtered');
    await papers.titleAction('Clear Filter');
  });

  it('is there again after a restart', async () => {
    await session.requests.outside(); // answers that a closing window would cut off
    await workbench.page.close();
    await session.restart();
    look(await session.open());
    await workbench.openContainer('Lectern');
    await badge(BUNDLED + MANY);
  });

  it('is taken back by one undo', async () => {
    await workbench.command('Lectern: Undo Import');
    await workbench.page.locator('.monaco-dialog-box .monaco-button', { hasText: 'Undo Import' }).click();
    await badge(BUNDLED);
    await eventually('the groups are those of the digest', () => papers.texts(), (texts) => texts.some(({ label, description }) => label === '2025' && description === '14'));
  });

  it('asks no host but this machine for anything', async () => {
    assert.deepEqual(await session.requests.outside(), []);
    assert.deepEqual(await session.connections.outside(), []);
  });
});

/** What a badge makes of a count. */
function shown(count: number): string {
  return count < 1_000 ? String(count) : `${Math.floor(count / 1_000)}K\\+?`;
}
