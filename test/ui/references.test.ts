import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { NEWEST } from '../host/releases';
import { ReaderPage } from './reader-page';
import { Screenshots } from './screenshots';
import { Session } from './session';
import type { Workbench } from './workbench';

/** A walk from code to the paper it cites, and back. */
describe('code references', function () {
  this.bail(true);
  let session: Session;
  let workbench: Workbench;
  let reader: ReaderPage;
  let screenshots: Screenshots;

  /** The line of code in the Reader. */
  const entry = async () => (await reader.part('references')).getByRole('listitem').filter({ hasText: 'attention.py:3' });

  before(async () => {
    session = await Session.start(NEWEST, { extension: 'development' });
    await writeFile(path.join(session.workspace, 'attention.py'), '# Attention.\n\nTILE = 64  # as in @paper:flashattention\n');
    screenshots = new Screenshots(session.workspace, NEWEST);
    workbench = await session.open();
    reader = new ReaderPage(workbench);
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench.leaveTrace('references-failed');
  });

  after(() => session.end());

  it('stand above the line of code, without the Lectern view being opened, and lead to the Reader', async () => {
    await workbench.page.keyboard.press('Control+P');
    const input = workbench.page.locator('.quick-input-widget input');
    await input.fill('attention.py');
    await workbench.page.locator('.quick-input-widget .monaco-list-row', { hasText: 'attention.py' }).first().click();
    const lens = workbench.page.locator('.codelens-decoration a', { hasText: 'cites FlashAttention' });
    await lens.waitFor();
    await lens.click();
    await (await entry()).waitFor();
  });

  it('are in the Reader, each with its line', async () => {
    assert.match(await (await entry()).locator('.reference-line').innerText(), /^TILE = 64 +# as in @paper:flashattention$/);
    assert.equal(await (await entry()).locator('mark').innerText(), '@paper:flashattention');
    await (await entry()).scrollIntoViewIfNeeded();
    await screenshots.take(workbench, 'references-reader');
  });

  it('are one click away from the line', async () => {
    await (await entry()).getByRole('button', { name: 'attention.py:3' }).click();
    await workbench.editor('attention.py').waitFor();
    await workbench.page.locator('.statusbar-item', { hasText: 'Ln 3, Col 41 (21 selected)' }).waitFor();
  });
});
