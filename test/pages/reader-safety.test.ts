import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linksOf } from '../../src/core/papers/links';
import { UNREAD } from '../../src/core/papers/reading';
import type { PaperView } from '../../src/protocol/reader';
import { HOSTILE, hostileText } from './hostile';
import { ReaderHarness } from './reader-harness';

const GENERATED = 150;

/** A paper all of whose texts are the same hostile one, with the links that the library would find in it. */
function paperOf(text: string): PaperView {
  const annotation = { colour: 'yellow', tags: [text], comment: text, created: '2026-01-09T12:00:00Z', modified: '2026-01-09T12:00:00Z' } as const;
  return {
    key: 'hostile',
    title: text,
    abstract: text,
    authors: [text],
    organisation: { slug: text, name: text },
    arxivId: text,
    doi: text,
    digests: [text],
    links: linksOf({ abstract: text }),
    reading: UNREAD,
    demos: [{ slug: 'flash-attention', title: text, summary: text }],
    notes: [{ uri: text, title: text, path: text }],
    runs: [{ id: text, title: text, kept: text, adapter: text, verdict: text }],
    claims: { corrections: [], besides: [] },
    annotations: {
      threads: [{ first: { ...annotation, id: 'first', quote: text, creator: text }, replies: [{ ...annotation, id: 'reply', generator: text }], place: { state: 'paper' } }],
      drafts: [],
    },
    references: { state: 'ready', links: [{ id: 'link', annotation: 'one', words: text, path: text, first: 1, last: 2, was: text, preview: text, state: 'changed', score: 0.8 }], items: [{ id: 'place', path: text, line: 1, preview: text, start: 0, end: 1 }], more: 0 },
    position: { index: 1, count: 1 },
  };
}

describe('the Reader page', () => {
  let reader: ReaderHarness;
  let outside: string;
  let names: readonly string[];

  before(async () => {
    reader = await ReaderHarness.start();
    await reader.loadFormulas(paperOf('Harmless words'));
    ({ outside, names } = await reader.show(paperOf('Harmless words')));
  });

  after(() => reader.end());

  async function isHarmless(text: string): Promise<void> {
    const seen = await reader.show(paperOf(text));
    assert.deepEqual(seen.alarms, [], 'nothing runs and nothing is left to the policy');
    assert.deepEqual(seen.requests, [], 'nothing loads');
    assert.deepEqual(seen.foreign, [], 'no element and no address that is not the page’s own');
    assert.deepEqual(seen.names, names, 'no name is taken');
    assert.equal(seen.outside, outside, 'nothing changes around the page');
    // The parser of a page never sees these: they are text nodes.
    assert.equal(seen.title, text);
    assert.equal(seen.noteTitle, text);
    assert.equal(seen.runTitle, text);
  }

  for (const text of HOSTILE) {
    it(`shows as words: ${JSON.stringify(text)}`, () => isHarmless(text));
  }

  it('shows as words whatever a grammar of hostile markup makes', async function () {
    this.timeout(60_000);
    await fc.assert(fc.asyncProperty(hostileText, isHarmless), { numRuns: GENERATED });
  });

  it('has a tripwire that what runs does touch', async () => {
    await reader.page.evaluate(() => {
      const image = document.createElement('img');
      image.src = 'https://evil.test/pixel.png';
      image.setAttribute('onerror', 'tripped(1)');
      document.querySelector('main')?.append(image);
    });
    const seen = await reader.show(paperOf('Harmless words'));
    assert.ok(seen.alarms.length > 0 && seen.foreign.includes('<img>'), JSON.stringify(seen));
  });
});
