import assert from 'node:assert/strict';
import { GpuError } from '../../../webview/gpu/errors';
import { noticeOf, troubleOf } from '../../../webview/lab/notices';
import { NOT_KEPT, type GpuState, type PageState } from '../../../webview/lab/page-state';

const FACTS = { vendor: 'a', architecture: 'b', device: '', description: 'SwiftShader', software: true, features: [], limits: {} };

function stateWith(gpu: GpuState, trouble?: PageState['trouble']): PageState {
  return { gpu, params: {}, problems: [], run: { kind: 'idle' }, refusal: undefined, trouble, status: '', result: undefined, keeping: NOT_KEPT };
}

describe('notices of the Lab', () => {
  it('are none on a hardware adapter', () => {
    assert.equal(noticeOf(stateWith({ kind: 'ready', facts: { ...FACTS, software: false } })), undefined);
  });

  it('say that times of a software adapter are not comparable with hardware', () => {
    assert.match(noticeOf(stateWith({ kind: 'ready', facts: FACTS }))?.text ?? '', /not comparable with hardware/);
  });

  it('say why there is no GPU, what happens instead and what to do', () => {
    const why = { kind: 'no-adapter', reason: 'No adapter was found.', advice: ['Update the driver.'] } as const;
    const notice = noticeOf(stateWith({ kind: 'unavailable', why }));
    assert.match(notice?.text ?? '', /^No adapter was found\. .*reference on the CPU/);
    assert.deepEqual(notice?.advice, ['Update the driver.']);
  });

  it('put trouble before how things stand with the GPU', () => {
    const trouble = troubleOf(new GpuError('It stopped.', 'scores'));
    assert.equal(noticeOf(stateWith({ kind: 'lost', facts: null }, trouble)), trouble);
  });

  it('name the kernel, line and column of what did not compile', () => {
    const error = new GpuError('It does not compile.', 'scores', [{ severity: 'error', line: 3, column: 7, text: 'unknown type' }]);
    const trouble = troubleOf(error);
    assert.equal(trouble.title, 'The run failed at “scores”');
    assert.deepEqual(trouble.advice, ['error, line 3, column 7: unknown type']);
    assert.equal(trouble.isFault, false);
  });

  it('own up to a fault of ours', () => assert.equal(troubleOf(new TypeError('x is undefined')).isFault, true));
});
