import assert from 'node:assert/strict';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { linksOf } from '../../src/core/papers/links';
import { UNREAD } from '../../src/core/papers/reading';
import type { ClaimsView } from '../../src/protocol/claims';
import type { PaperView } from '../../src/protocol/reader';
import { BuiltPage } from './built-page';

const ABSTRACT = `We propose **Chain-of-Thought** (CoT) prompting of Large Language Models (LLMs), which is up to 2.4 times faster than
Antidisestablishmentarianism-Reinforcement-Learning-With-Verifiable-Rewards-And-Without-A-Single-Blank-In-Its-Name, from 47 minutes to 34 minutes.
The code is at https://github.com/an-organisation-with-a-long-name/a-repository-with-a-name-that-is-longer-still-and-never-ends.

$$\\sum_{i=1}^{n} a_i b_i c_i d_i e_i f_i g_i h_i = \\alpha + \\beta + \\gamma + \\delta + \\epsilon + \\zeta + \\eta + \\theta + \\iota + \\kappa$$

CoT helps LLMs.`;
const LONG = 'a/very/long/path/to/a/file/that/has/a-name-without-any-blank-in-it-and-more-than-a-phone-is-wide.md';
const MOMENT = '2026-01-09T12:00:00Z';

const PAPER: PaperView = {
  key: 'a-paper',
  title: 'Chain-of-Thought: A Paper with Antidisestablishmentarianism-Reinforcement-Learning-With-Verifiable-Rewards in Its Title',
  abstract: ABSTRACT,
  authors: ['Ada Lovelace', 'Charles Babbage'],
  organisation: { slug: 'org', name: 'An Organisation' },
  published: '2026-01-09',
  comments: 4,
  upvotes: 1200,
  arxivId: '2601.00001',
  doi: '10.1234/a-very-long-doi-without-any-blank-in-it-at-all-which-goes-on.and.on.and.on',
  digests: ['Daily Papers, 9 January 2026'],
  links: linksOf({ abstract: ABSTRACT }),
  reading: UNREAD,
  demos: [{ slug: 'flash-attention', title: 'FlashAttention', summary: 'Attention in tiles.' }],
  notes: [{ uri: 'file:///note.md', title: 'A note', path: LONG }],
  runs: [{ id: 'run', title: 'FlashAttention', kept: MOMENT, adapter: 'a-software-adapter-with-a-name-of-its-own', verdict: '12 passed' }],
  claims: { corrections: [], besides: [] },
  annotations: {
    threads: [
      {
        first: { id: 'first', colour: 'yellow', tags: ['to-cite'], comment: `See \`${LONG}\``, created: MOMENT, modified: MOMENT, quote: 'CoT helps LLMs' },
        replies: [{ id: 'reply', colour: 'yellow', tags: [], comment: 'Yes.', created: MOMENT, modified: MOMENT }],
        place: { state: 'exact', range: { start: ABSTRACT.indexOf('CoT helps'), end: ABSTRACT.indexOf('CoT helps') + 14 } },
      },
    ],
    drafts: [],
  },
  references: { links: [{ id: 'link', annotation: 'first', words: 'CoT helps LLMs', path: LONG, first: 3, last: 9, preview: `def ${LONG}():`, state: 'changed', score: 0.8 }], state: 'ready', items: [{ id: 'place', path: LONG, line: 12, preview: `# @paper:a-paper ${LONG}`, start: 2, end: 16 }], more: 3 },
  position: { index: 1, count: 42 },
};

const CLAIMS: ClaimsView = {
  query: { order: { column: 'paper', descending: false }, filter: '', page: 0 },
  rows: ['a', 'b'].map((id) => ({
    id, paper: 'a-paper', title: PAPER.title, kind: 'speed', value: 'up to 2.4×', unit: '×', metric: 'end-to-end decoding speedup', baseline: 'standard attention',
    sentence: ['It is ', 'up to 2.4 times', ` faster than ${LONG}.`], isCorrected: true,
  })),
  pageSize: 2,
  fitting: 40,
  total: 40,
  papers: 20,
  orphans: [{ paper: 'a-paper', title: PAPER.title, id: 'gone', quote: '2.4 times', metric: 'speedup' }],
  problems: [`${LONG} is no JSON.`],
};

const SCREENS: readonly (readonly [name: string, screen: BrowserContextOptions])[] = [
  ['a window of 1280 pixels at 200 %', { viewport: { width: 640, height: 500 }, deviceScaleFactor: 2 }],
  ['a window of 320 pixels', { viewport: { width: 320, height: 640 } }],
];

/** Stands in for the editor: messages go nowhere. It may use nothing of this module. */
function silentEditor(): void {
  Object.assign(window, { acquireVsCodeApi: () => ({ postMessage: () => undefined, getState: () => undefined, setState: () => undefined }) });
}

async function send(page: Page, message: object): Promise<void> {
  await page.evaluate((data) => window.dispatchEvent(new MessageEvent('message', { data })), message);
}

/** Controls and texts that reach out of the window or out of what cuts them off, as lines to read. What scrolls by itself may. */
async function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const problems = document.documentElement.scrollWidth > width ? [`the page is ${document.documentElement.scrollWidth} wide`] : [];
    for (const found of document.querySelectorAll<HTMLElement>('main *')) {
      const { left, right, width: own } = found.getBoundingClientRect();
      const isSeen = own > 1 && found.checkVisibility({ visibilityProperty: true }) && found.closest('.visually-hidden, .scroll, math, dialog:not([open])') === null;
      const isControl = found.matches('button, a, input, select, textarea, summary');
      if (isSeen && (right > width + 0.5 || (left < -0.5 && isControl))) problems.push(`${found.outerHTML.slice(0, 120)} from ${left} to ${right}`);
      if (isSeen && isControl && !found.matches('textarea, select, input') && found.scrollWidth > found.clientWidth + 1 && getComputedStyle(found).display !== 'inline') {
        problems.push(`${found.outerHTML.slice(0, 120)} cuts its words`);
      }
    }
    return problems;
  });
}

for (const [name, screen] of SCREENS) {
  describe(`in ${name}`, () => {
    let built: BuiltPage;

    afterEach(() => built.end());

    for (const textSize of [100, 250]) {
      it(`the Reader has all in view with its text at ${textSize} %`, async () => {
        built = await BuiltPage.open('reader', silentEditor, screen);
        const { page } = built;
        await send(page, { kind: 'look', look: { textSize, width: 'wide' } });
        await send(page, { kind: 'show', paper: PAPER });
        await send(page, { kind: 'similar', papers: [{ key: 'other', title: PAPER.title, shared: ['chain-of-thought', 'reinforcement-learning'] }] });
        await page.locator('math').first().waitFor();
        assert.deepEqual(await cutOff(page), []);
        await page.keyboard.press('?');
        await page.locator('dialog[open]').waitFor();
        assert.deepEqual(await cutOff(page), []);
      });
    }

    it('the Claims page has all in view, its table scrolling by itself', async () => {
      built = await BuiltPage.open('claims', silentEditor, screen);
      await send(built.page, { kind: 'show', view: CLAIMS });
      await built.page.locator('tbody tr').first().waitFor();
      assert.deepEqual(await cutOff(built.page), []);
    });
  });
}
