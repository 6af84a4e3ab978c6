import assert from 'node:assert/strict';
import fc from 'fast-check';
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
  { kind: 'copyCitation' },
  { kind: 'copyQuote', range: { start: 0, end: 12 } },
  { kind: 'annotate', ticket: 1, range: { start: 3, end: 9 }, comment: 'Why?', colour: 'blue', annotationKind: 'question', tags: ['io'] },
  { kind: 'annotate', ticket: 2, comment: '', colour: 'yellow', tags: [] },
  { kind: 'replyTo', ticket: 3, to: '0198', comment: 'So' },
  { kind: 'editAnnotation', ticket: 4, id: '0198', comment: 'New', seen: 'Old' },
  { kind: 'labelAnnotation', id: '0198', colour: 'red', tags: [] },
  { kind: 'resolveAnnotation', id: '0198', resolved: true },
  { kind: 'deleteAnnotation', id: '0198' },
  { kind: 'undoDeleteAnnotation' },
  { kind: 'acceptAnchor', id: '0198' },
  { kind: 'relocateAnnotation', id: '0198', range: { start: 0, end: 1 } },
  { kind: 'detachAnnotation', id: '0198' },
  { kind: 'keepDraft', draft: { id: 'page-1', purpose: { kind: 'add', range: { start: 0, end: 1 } }, comment: 'Half a' } },
  { kind: 'keepDraft', draft: { id: 'page-1', purpose: { kind: 'reply', to: '0198' }, comment: '' } },
  { kind: 'dropDraft', id: 'page-1' },
  { kind: 'openAsText' },
  { kind: 'openReference', id: 'file:///w/a.py#3:7' },
  { kind: 'findReferences' },
  { kind: 'openCode', id: '0198#3-9#src/a.py' },
  { kind: 'acceptCode', id: '0198#3-9#src/a.py' },
  { kind: 'relocateCode', id: '0198#3-9#src/a.py' },
  { kind: 'unlinkCode', id: '0198#3-9#src/a.py' },
  { kind: 'linkToCode', range: { start: 3, end: 9 } },
  { kind: 'linkAnnotation', annotation: '0198' },
  { kind: 'findSimilar' },
  { kind: 'openPaper', key: 'hapo' },
  { kind: 'resizeText', step: 'larger' },
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
  ['a link that the page makes up', { kind: 'openCode', path: '../secret', line: 1 }],
  ['words that are no place', { kind: 'linkToCode', range: { start: 3 } }],
  ['a step that is none', { kind: 'resizeText', step: 'huge' }],
  ['a paper without a key', { kind: 'openPaper', key: '' }],
  ['a direction that is none', { kind: 'go', direction: 'up' }],
  ['a place before the text', { kind: 'copyQuote', range: { start: -1, end: 2 } }],
  ['a place that is no number', { kind: 'copyQuote', range: { start: '0', end: NaN } }],
  ['a colour that is none', { kind: 'annotate', ticket: 1, comment: '', colour: 'url(x)', tags: [] }],
  ['a comment of a book', { kind: 'replyTo', ticket: 1, to: '0198', comment: 'x'.repeat(100_001) }],
  ['more tags than anyone has', { kind: 'labelAnnotation', id: '0198', colour: 'red', tags: Array.from({ length: 101 }, () => 'a') }],
  ['a draft of nothing', { kind: 'keepDraft', draft: { id: 'page-1', purpose: { kind: 'erase' }, comment: '' } }],
  ['a part that does not belong', { kind: 'copyClone', url: 'https://a.org', command: 'rm' }],
];

describe('messages from the Reader', () => {
  for (const message of MESSAGES) {
    it(`are taken as they are: ${JSON.stringify(message)}`, () => {
      assert.deepEqual(parseFromReader(structuredClone(message)), message);
    });
  }

  it('are refused without an error, whatever a page sends', () => {
    const kinds = fc.constantFrom(...MESSAGES.map(({ kind }) => kind));
    const values = fc.anything({ withNullPrototype: true, withBigInt: true, withTypedArray: true, withMap: true });
    const near = fc.tuple(kinds, fc.dictionary(fc.constantFrom('id', 'url', 'range', 'ticket', 'comment', 'draft', 'tags', '__proto__', 'to'), values)).map(([kind, parts]) => ({ ...parts, kind }));
    fc.assert(
      fc.property(fc.oneof(values, near), (message) => {
        const parsed = parseFromReader(message);
        assert.ok(parsed === undefined || MESSAGES.some(({ kind }) => kind === parsed.kind));
      }),
    );
  });

  for (const [name, message] of REJECTED) {
    it(`are refused: ${name}`, () => {
      assert.equal(parseFromReader(message), undefined);
    });
  }
});
