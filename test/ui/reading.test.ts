import assert from 'node:assert/strict';
import { NEWEST, THEME_KINDS } from '../host/releases';
import { seriousProblems } from './accessibility';
import { eventually } from './eventually';
import { ReaderPage } from './reader-page';
import { Screenshots } from './screenshots';
import { Session } from './session';
import { testId } from './webview-frame';
import type { Workbench } from './workbench';

const SCROLL_PX = 300;

/** A walk around the abstract: its acronyms, papers like it, its size, and the place where one was. */
describe('reading', function () {
  this.bail(true);
  let session: Session;
  let workbench: Workbench;
  let reader: ReaderPage;
  let screenshots: Screenshots;

  const frame = () => workbench.webview(testId('abstract'));
  const fontSize = async () => (await reader.part('abstract')).evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize));
  const scrolled = async () => (await frame()).evaluate(() => window.scrollY);

  before(async () => {
    session = await Session.start(NEWEST, { extension: 'development' });
    screenshots = new Screenshots(session.workspace, NEWEST);
    workbench = await session.open();
    reader = new ReaderPage(workbench);
    await workbench.openContainer('Lectern');
    await workbench.tree('Papers').rows.first().waitFor();
    await (await workbench.tree('Papers').reveal(/^FlashAttention/)).click();
    await (await reader.part('abstract')).waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.leaveTrace('reading-failed');
  });

  after(() => session.end());

  it('explains an acronym in a list, and under the pointer where it stands', async () => {
    assert.match(await reader.text('acronyms'), /HBM\s+high bandwidth memory/u);
    const abstract = await reader.part('abstract');
    const [mark] = await abstract.evaluate((text) =>
      [...(CSS.highlights.get('lectern-acronyms') ?? [])].flatMap((range) => {
        if (!(range instanceof Range)) return [];
        const [box] = range.getClientRects();
        const { left, top } = text.getBoundingClientRect();
        return box ? [{ words: range.toString(), x: box.left + box.width / 2 - left, y: box.top + box.height / 2 - top }] : [];
      }),
    );
    assert.equal(mark?.words, 'HBM');
    await abstract.hover({ position: mark });
    await eventually('the tooltip says what it is', () => abstract.getAttribute('title'), (title) => title === 'HBM: high bandwidth memory');
    const details = await abstract.getAttribute('aria-details');
    assert.equal(await (await frame()).locator(`#${details ?? ''}`).getByRole('heading').innerText(), 'ACRONYMS');
  });

  it('lists papers like it with the words that both have', async () => {
    const first = (await reader.part('similar')).getByRole('listitem').first();
    await first.waitFor();
    assert.match(await first.innerText(), /Both say: .*attention/u);
    await first.scrollIntoViewIfNeeded();
    await screenshots.take(workbench, 'similar');
  });

  it('has nothing serious for axe in any theme', async () => {
    for (const kind of THEME_KINDS) {
      await workbench.useTheme(session.workspace, kind, NEWEST.themes[kind]);
      assert.deepEqual(await seriousProblems(await frame()), [], kind);
    }
  });

  it('makes the text larger and of its usual size again by key', async () => {
    const usual = await fontSize();
    await (await reader.part('title')).click();
    await workbench.page.keyboard.press('+');
    await eventually('the text is larger', fontSize, (size) => Math.abs(size - usual * 1.1) < 0.1);
    await workbench.page.keyboard.press('+');
    await eventually('the text is larger still', fontSize, (size) => Math.abs(size - usual * 1.2) < 0.1);
    await screenshots.take(workbench, 'larger');
    await (await reader.part('title')).click();
    await workbench.page.keyboard.press('0');
    await eventually('the text is as before', fontSize, (size) => size === usual);
  });

  it('goes back to where one was after its tab was hidden', async () => {
    await workbench.command('View: Keep Editor');
    await (await frame()).evaluate((top) => window.scrollTo({ top, behavior: 'instant' }), SCROLL_PX);
    await eventually('it is scrolled', scrolled, (top) => top === SCROLL_PX);
    await (await workbench.tree('Papers').reveal(/^LongIns/)).click();
    await eventually('another paper is shown', () => reader.text('title'), (title) => title.startsWith('LongIns'));
    await workbench.tab('flashattention').click();
    await eventually('the first one is shown', () => reader.text('title'), (title) => title.startsWith('FlashAttention'));
    await eventually('it is scrolled there again', scrolled, (top) => Math.abs(top - SCROLL_PX) < 2);
  });

  it('is there again, with all around it, when the window is reloaded', async () => {
    const title = await reader.text('title');
    await workbench.page.reload();
    await workbench.ready();
    assert.equal(await reader.text('title'), title);
    await (await reader.part('similar')).waitFor();
  });

  it('opens a similar paper by the keyboard, from its begin', async () => {
    const first = await reader.part('similar-0');
    const title = await first.innerText();
    await first.focus();
    await workbench.page.keyboard.press('Enter');
    await eventually('the Reader shows it', () => reader.text('title'), (shown) => shown.trim() === title);
    assert.equal(await scrolled(), 0);
  });
});
