import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { NEWEST, THEME_KINDS } from '../host/releases';
import { seriousProblems } from './accessibility';
import { eventually } from './eventually';
import { ReaderPage } from './reader-page';
import { Screenshots } from './screenshots';
import { Session } from './session';
import { testId } from './webview-frame';
import type { Workbench } from './workbench';

const WORDS = 'slow and memory';

/** A walk through annotating a paper in the Reader: each step stands on the one before. */
describe('annotating', function () {
  this.bail(true);
  let session: Session;
  let workbench: Workbench;
  let reader: ReaderPage;
  let screenshots: Screenshots;

  const threads = async (): Promise<Locator> => (await reader.part('threads')).locator('.thread');
  const frame = () => workbench.webview(testId('abstract'));
  const files = async () => {
    const folder = path.join(session.workspace, '.lectern', 'annotations', 'flashattention');
    const names = await readdir(folder).catch(() => []);
    return Promise.all(names.filter((name) => name.endsWith('.json')).map((name) => readFile(path.join(folder, name), 'utf8')));
  };
  const marked = async (colour: string) => (await frame()).evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map(String), `lectern-${colour}`);

  before(async () => {
    session = await Session.start(NEWEST, { extension: 'development' });
    screenshots = new Screenshots(session.workspace, NEWEST);
    workbench = await session.open();
    reader = new ReaderPage(workbench);
    await workbench.openContainer('Lectern');
    await (await workbench.tree('Papers').reveal(/^FlashAttention/)).click();
    await (await reader.part('abstract')).waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.leaveTrace('annotating-failed');
  });

  after(() => session.end());

  it('comments on words that the mouse selected, with a kind', async () => {
    const box = await (await reader.part('abstract')).boundingBox();
    assert.ok(box);
    await workbench.page.mouse.move(box.x + 2, box.y + 12);
    await workbench.page.mouse.down();
    await workbench.page.mouse.move(box.x + 250, box.y + 12, { steps: 5 });
    await workbench.page.mouse.up();
    await reader.press('comment-selection');
    await (await reader.part('composer-text')).fill('Is this *really* so? $x^2$');
    await (await reader.part('annotation-kind')).first().selectOption('question');
    await reader.press('save-annotation');
    await (await threads()).first().waitFor();
    const [mark] = await marked('yellow');
    assert.ok(mark?.startsWith('Transformers are'), String(mark));
    const [file] = await files();
    assert.match(file ?? '', /"exact": "Transformers are/u);
    assert.match(await (await threads()).first().innerText(), /Question/u);
  });

  it('highlights words that keys selected', async () => {
    await (await reader.part('title')).click();
    await workbench.page.keyboard.press('h');
    await workbench.page.keyboard.press('ArrowRight');
    await workbench.page.keyboard.press('ArrowRight');
    await workbench.page.keyboard.press('Shift+ArrowRight');
    await workbench.page.keyboard.press('Shift+ArrowRight');
    assert.equal(await reader.text('announcement'), WORDS);
    await workbench.page.keyboard.press('Enter');
    await eventually('the words are marked', () => marked('yellow'), (marks) => marks.includes(WORDS));
    await screenshots.take(workbench, 'annotated');
  });

  it('replies by key', async () => {
    await workbench.page.keyboard.press(']');
    await (await threads()).first().locator('[data-testid^="reply-"]').click();
    await (await reader.part('composer-text')).fill('A reply');
    await workbench.page.keyboard.press('Control+Enter');
    await (await threads()).first().locator('.reply', { hasText: 'A reply' }).waitFor();
    assert.equal((await files()).length, 3);
  });

  it('has nothing serious for axe in any theme', async () => {
    for (const kind of THEME_KINDS) {
      await workbench.useTheme(session.workspace, kind, NEWEST.themes[kind]);
      assert.deepEqual(await seriousProblems(await frame()), [], kind);
    }
  });

  it('brings a deleted annotation back', async () => {
    const last = (await threads()).filter({ hasText: WORDS });
    await last.locator('[data-testid^="delete-"]').click();
    await eventually('it is gone', () => marked('yellow'), (marks) => !marks.includes(WORDS));
    await reader.press('undo-delete');
    await eventually('it is back', () => marked('yellow'), (marks) => marks.includes(WORDS));
  });

  it('keeps what was typed when the window is reloaded', async () => {
    await reader.press('remark');
    await (await reader.part('composer-text')).fill('Half a thought');
    await workbench.page.keyboard.press('Escape');
    await eventually('the draft is offered', async () => (await reader.part('resume-draft')).count(), (count) => count === 1);
    await workbench.page.reload();
    await workbench.ready();
    await reader.press('resume-draft');
    assert.equal(await (await reader.part('composer-text')).inputValue(), 'Half a thought');
    await reader.press('save-annotation');
    await (await threads()).filter({ hasText: 'Half a thought' }).waitFor();
    assert.equal((await files()).length, 4);
  });

  it('shows the same threads in the text of the paper', async () => {
    await reader.press('open-as-text');
    const text = workbench.editor('flashattention.md');
    await text.waitFor();
    await workbench.page.locator('.comment-range-glyph, .comment-thread-range, .comment-thread').first().waitFor({ state: 'attached' });
    await workbench.command('Comments: Focus on Comments View');
    await workbench.page.getByText('Half a thought').first().waitFor();
    await workbench.leaveTrace('annotated-text');
  });

  it('has in the Reader what was replied there', async () => {
    await workbench.page.locator('.comments-panel .monaco-list-row', { hasText: 'Half a thought' }).first().dblclick();
    const widget = workbench.page.locator('.review-widget:visible', { hasText: 'Half a thought' });
    const field = widget.locator('.comment-form .monaco-editor');
    await widget.locator('.comment-form').waitFor();
    if (!(await field.isVisible())) await widget.locator('.review-thread-reply-button').click(); // VS Code opens the field by itself now and then.
    await field.click();
    await workbench.page.keyboard.type('The other half');
    await widget.locator('.form-actions .monaco-text-button:visible', { hasText: 'Reply' }).click();
    await widget.locator('.comment-body', { hasText: 'The other half' }).waitFor();
    await workbench.leaveTrace('annotated-reply');
    await (await workbench.tree('Papers').reveal(/^FlashAttention/)).click();
    await (await threads()).filter({ hasText: 'Half a thought' }).locator('.reply', { hasText: 'The other half' }).waitFor();
    assert.equal((await files()).length, 5);
  });

  it('asks no host but this machine for anything', async () => {
    assert.deepEqual(await session.requests.outside(), []);
    assert.deepEqual(await session.connections.outside(), []);
  });
});
