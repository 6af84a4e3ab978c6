import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFromLab } from '../../../src/protocol/lab-messages';

const picture = { chart: 'time-by-length', png: 'iVBORw0KGgo=' };
const result = { anything: 'the run is read by its own parser' };

describe('messages of the Lab page', () => {
  for (const message of [
    { kind: 'ready' },
    { kind: 'keepRun', request: 1, result, pictures: [picture] },
    { kind: 'addToNote', request: 2, run: '20260109-142501-flash-attention-k3f9', result, pictures: [] },
    { kind: 'addToNote', request: 2, result, pictures: [] },
    { kind: 'savePicture', request: 3, picture },
    { kind: 'openPaper', key: 'flashattention' },
    { kind: 'copyText', text: '' },
    { kind: 'fault', message: 'TypeError: x is not a function' },
  ]) {
    it(`takes ${JSON.stringify(message).slice(0, 60)} as it is`, () => assert.deepEqual(parseFromLab(message), message));
  }

  for (const [what, message] of [
    ['no object', 'ready'],
    ['an unknown kind', { kind: 'runCode', code: '1' }],
    ['a field that the protocol does not know', { kind: 'ready', more: 1 }],
    ['a request without a number', { kind: 'keepRun', result, pictures: [] }],
    ['a negative request', { kind: 'keepRun', request: -1, result, pictures: [] }],
    ['a fractional request', { kind: 'keepRun', request: 1.5, result, pictures: [] }],
    ['a run to keep without the run', { kind: 'keepRun', request: 1, pictures: [] }],
    ['a chart named like a path', { kind: 'savePicture', request: 1, picture: { ...picture, chart: '../../plot' } }],
    ['a run named like a path', { kind: 'addToNote', request: 1, run: 'a/../b', result, pictures: [] }],
    ['a picture that is not base64', { kind: 'savePicture', request: 1, picture: { ...picture, png: 'data:image/png;base64,iVBO' } }],
    ['an empty picture', { kind: 'savePicture', request: 1, picture: { ...picture, png: '' } }],
    ['more pictures than any demo has charts', { kind: 'keepRun', request: 1, result, pictures: Array.from({ length: 33 }, () => picture) }],
    ['a text too long to be a table', { kind: 'copyText', text: 'x'.repeat(2_000_001) }],
    ['a key with a slash', { kind: 'openPaper', key: 'a/b' }],
    ['a key that begins with a dot', { kind: 'openPaper', key: '..' }],
  ] as const) {
    it(`refuses ${what}`, () => assert.equal(parseFromLab(message), undefined));
  }

  it('never throws, whatever a page sends', () => {
    fc.assert(
      fc.property(fc.anything(), (message) => {
        const parsed = parseFromLab(message);
        assert.ok(parsed === undefined || typeof parsed.kind === 'string');
      }),
    );
  });
});
