import assert from 'node:assert/strict';
import type { FromReader } from '../../../src/protocol/reader';
import { parseFromReader } from '../../../src/protocol/reader-messages';

const MESSAGES: readonly FromReader[] = [
  { kind: 'ready' },
  { kind: 'setStatus', status: 'unread' },
  { kind: 'setStatus', status: 'reading' },
  { kind: 'setStatus', status: 'read' },
  { kind: 'toggleStar' },
  { kind: 'openLink', url: 'https://github.com/QwenLM/Self-Lengthen' },
  { kind: 'copyClone', url: 'https://github.com/QwenLM/Self-Lengthen' },
  { kind: 'runDemo', slug: 'flash-attention' },
  { kind: 'newNote' },
  { kind: 'openNote', uri: 'file:///w/notes/hapo.md' },
  { kind: 'openRun', id: '20260109-142501-flash-attention-k3f9' },
  { kind: 'go', direction: 'next' },
  { kind: 'go', direction: 'previous' },
  { kind: 'copyBibtex' },
  { kind: 'openAsText' },
  { kind: 'openReference', id: 'file:///w/a.py#3:7' },
  { kind: 'findReferences' },
];

const REJECTED: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['a text', 'ready'],
  ['a list', [{ kind: 'ready' }]],
  ['an unknown kind', { kind: 'deleteEverything' }],
  ['a kind of every object', { kind: 'constructor' }],
  ['a status that is none', { kind: 'setStatus', status: 'skimmed' }],
  ['a missing part', { kind: 'openLink' }],
  ['a part of the wrong type', { kind: 'openLink', url: 7 }],
  ['an empty address', { kind: 'openLink', url: '' }],
  ['an endless address', { kind: 'openLink', url: `https://a.org/${'x'.repeat(5000)}` }],
  ['a place without a name', { kind: 'openReference', id: '' }],
  ['a place that the page makes up', { kind: 'openReference', uri: 'file:///etc/passwd', line: 1 }],
  ['a direction that is none', { kind: 'go', direction: 'up' }],
  ['a part that does not belong', { kind: 'copyClone', url: 'https://a.org', command: 'rm' }],
];

describe('messages from the Reader', () => {
  for (const message of MESSAGES) {
    it(`are taken as they are: ${JSON.stringify(message)}`, () => {
      assert.deepEqual(parseFromReader(structuredClone(message)), message);
    });
  }

  for (const [name, message] of REJECTED) {
    it(`are refused: ${name}`, () => {
      assert.equal(parseFromReader(message), undefined);
    });
  }
});
