import assert from 'node:assert/strict';
import { describeTarget } from '../../../src/core/anchors/describe-target';
import { annotatedAbstract } from '../../../src/core/annotations/annotated-abstract';
import { buildLibrary, Library } from '../../../src/core/papers/library';
import { digestOf } from '../papers/pages';
import { annotation } from './arbitrary';

const FIRST = 'Kernels are slow when they wait for memory. We tile them, and they wait no more.';
const SECOND = 'Many kernels are slow since they wait for memory. We tile them, so that they wait less.';

/** A thread on words of an abstract. */
function on(abstract: string, words: string, id = words) {
  const start = abstract.indexOf(words);
  return { first: annotation({ id: id.replaceAll(' ', '-'), target: describeTarget(abstract, { start, end: start + words.length }) }), replies: [] };
}

describe('the abstract that was annotated', () => {
  it('is the one on which most annotations stand', () => {
    const threads = [on(FIRST, 'wait no more'), on(FIRST, 'when they wait'), on(SECOND, 'so that they wait less')];
    assert.equal(annotatedAbstract(SECOND, [SECOND, FIRST], threads), FIRST);
    assert.equal(annotatedAbstract(FIRST, [FIRST, SECOND], threads), undefined);
  });

  it('is none where no other abstract says more, or nothing was annotated', () => {
    assert.equal(annotatedAbstract(FIRST, [FIRST], [on(FIRST, 'wait no more')]), undefined);
    assert.equal(annotatedAbstract(SECOND, [SECOND, FIRST], []), undefined);
    assert.equal(annotatedAbstract(SECOND, [SECOND, ''], [on(FIRST, 'wait no more')]), undefined);
  });

  it('is kept when the same digest is read again with another one, and only then', () => {
    const page = (abstract: string) => digestOf('2026-01-09', [{ title: 'On Tiling', abstract }]);
    let library = new Library(buildLibrary([page(FIRST)]));
    for (const abstract of [SECOND, SECOND.replaceAll(' ', '\n')]) {
      library = new Library(buildLibrary([page(abstract)], library.data));
    }
    const paper = library.papers[0];
    assert.ok(paper);
    assert.deepEqual(library.abstractsOf(paper), [SECOND.replaceAll(' ', '\n'), FIRST]);
  });
});
