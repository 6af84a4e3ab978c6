import assert from 'node:assert/strict';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { NEWEST, THEME_KINDS } from '../host/releases';
import { seriousProblems } from './accessibility';
import { eventually } from './eventually';
import { ReaderPage } from './reader-page';
import { Screenshots } from './screenshots';
import { Session } from './session';
import { testId } from './webview-frame';
import type { Workbench } from './workbench';

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

/** A walk that links a sentence to a function, and follows it wherever its file goes. */
describe('links from words to code', function () {
  this.bail(true);
  let session: Session;
  let workbench: Workbench;
  let reader: ReaderPage;
  let screenshots: Screenshots;

  const file = (name: string) => path.join(session.workspace, name);
  const link = () => reader.part('code-link-0');
  const linkIs = (place: string) => eventually(`the link is to ${place}`, async () => (await link()).innerText(), (text) => text === place);
  const said = (text: string) => eventually(`it is said that ${text}`, () => workbench.notifications(), (messages) => messages.some((message) => message.includes(text)));
  const kept = async () => {
    const folder = file('.lectern/annotations/flashattention');
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
    return (await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')))).join('\n');
  };
  const selected = (place: string) => workbench.page.locator('.statusbar-item', { hasText: place }).waitFor();

  async function open(name: string, place = name): Promise<void> {
    await workbench.page.keyboard.press('Control+P');
    const input = workbench.page.locator('.quick-input-widget input');
    await input.fill(place);
    await workbench.page.locator('.quick-input-widget .monaco-list-row', { hasText: name }).first().click();
    await workbench.editor(name).waitFor();
  }

  const openReader = async () => (await workbench.tree('Papers').reveal(/^FlashAttention/)).click();

  before(async () => {
    session = await Session.start(NEWEST, { extension: 'development' });
    await writeFile(file('attention.py'), CODE);
    screenshots = new Screenshots(session.workspace, NEWEST);
    workbench = await session.open();
    reader = new ReaderPage(workbench);
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.leaveTrace('code-links-failed');
  });

  after(() => session.end());

  it('find papers among the symbols of the workspace before anything is open', async () => {
    // Until extensions run in the new window nothing can be found.
    await eventually('the paper is listed', async () => {
      await workbench.page.keyboard.press('Escape');
      await workbench.page.keyboard.press('Control+T');
      await workbench.page.locator('.quick-input-widget input').fill('#flashattention');
      return workbench.page.locator('.quick-input-widget .monaco-list-row').first().innerText();
    }, (text) => text.includes('FlashAttention: Fast'));
    await workbench.page.keyboard.press('Escape');
  });

  it('begin with words that the Reader has selected', async () => {
    await workbench.openContainer('Lectern');
    await openReader();
    const box = await (await reader.part('abstract')).boundingBox();
    assert.ok(box);
    await workbench.page.mouse.move(box.x + 2, box.y + 12);
    await workbench.page.mouse.down();
    await workbench.page.mouse.move(box.x + 250, box.y + 12, { steps: 5 });
    await workbench.page.mouse.up();
    await screenshots.take(workbench, 'code-link-begin');
    await reader.press('link-selection');
    await said('Select the code for');
    await workbench.page.locator('.statusbar-item', { hasText: 'Link selected code' }).waitFor();
  });

  it('are made with the code that is selected then', async () => {
    await open('attention.py', 'attention.py:7');
    await workbench.page.keyboard.press('Home');
    for (let line = 0; line < 4; line++) await workbench.page.keyboard.press('Shift+ArrowDown');
    await screenshots.take(workbench, 'code-link-select');
    await workbench.page.locator('.statusbar-item', { hasText: 'Link selected code' }).click();
    await said('attention.py:7–10 is linked to');
    const lens = workbench.page.locator('.codelens-decoration a', { hasText: 'linked to “Transformers are' });
    await lens.waitFor();
    assert.match(await kept(), /"source": "attention.py"/u);
    await screenshots.take(workbench, 'code-link-lens');
    await lens.click();
    await linkIs('attention.py:7–10');
    await (await link()).scrollIntoViewIfNeeded();
    await screenshots.take(workbench, 'code-link-reader');
  });

  it('lead to the function when its file was renamed outside of VS Code', async () => {
    await rename(file('attention.py'), file('attend.py'));
    await linkIs('attend.py:7–10');
    assert.match(await reader.text('code-link-state-0'), /^Moved to another file: it was at attention\.py:7–10\.$/u);
    await screenshots.take(workbench, 'code-link-moved');
    await (await link()).click();
    await workbench.editor('attend.py').waitFor();
    await selected('Ln 10');
    await said('The code that was at attention.py:7–10 is at attend.py:7–10 now.');
    assert.match(await kept(), /"source": "attention.py"/u);
    await screenshots.take(workbench, 'code-link-followed');
    await openReader();
    await reader.press('accept-code-0');
    await eventually('the new place is kept', kept, (text) => text.includes('"source": "attend.py"'));
  });

  it('go with a file that is renamed in VS Code', async () => {
    await workbench.page.keyboard.press('Control+Shift+E');
    await workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'attend.py' }).click();
    await workbench.page.keyboard.press('F2');
    await workbench.page.locator('.explorer-folders-view .monaco-inputbox input').waitFor();
    await workbench.page.keyboard.press('Control+A');
    await workbench.page.keyboard.type('heads.py');
    await workbench.page.keyboard.press('Enter');
    await eventually('the link has gone along', kept, (text) => text.includes('"source": "heads.py"'));
    await workbench.openContainer('Lectern');
    await openReader();
    await linkIs('heads.py:7–10');
    assert.equal(await (await reader.part('code-link-state-0')).count(), 0);
  });

  it('say that the code is missing, and find it again when it is back', async () => {
    await writeFile(file('heads.py'), '# another branch\n');
    await eventually('it is missing', async () => (await reader.part('code-link-state-0')).allInnerTexts(), ([text]) => text?.startsWith('Missing') === true);
    await (await reader.part('look-for-it-code-0')).scrollIntoViewIfNeeded();
    await screenshots.take(workbench, 'code-link-missing');
    await reader.press('look-for-it-code-0');
    await said('is in no file of the workspace');
    await writeFile(file('heads.py'), `# back\n${CODE}`);
    await linkIs('heads.py:8–11');
    assert.match(await kept(), /"value": "L7-L10"/u);
  });

  it('have nothing serious for axe in any theme', async () => {
    for (const kind of THEME_KINDS) {
      await workbench.useTheme(session.workspace, kind, NEWEST.themes[kind]);
      assert.deepEqual(await seriousProblems(await workbench.webview(testId('abstract'))), [], kind);
    }
    await screenshots.take(workbench, 'code-link-themes');
  });
});
