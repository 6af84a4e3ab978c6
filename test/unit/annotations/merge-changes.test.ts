import assert from 'node:assert/strict';
import { readMarkedConflict } from '../../../src/core/annotations/conflict-markers';
import { changeAnnotation, mergeChange } from '../../../src/core/annotations/merge-changes';
import { annotation } from './arbitrary';

const LATER = '2026-01-10T08:00:00+01:00';
const SEEN = annotation({ comment: 'As seen', tags: ['a', 'b'], kind: 'idea', extra: { via: 'x' } });

describe('a change to an annotation', () => {
  it('is applied to a file that nobody else changed', () => {
    assert.deepEqual(mergeChange(SEEN, { comment: 'New', kind: undefined }, SEEN, LATER), {
      annotation: annotation({ comment: 'New', tags: ['a', 'b'], extra: { via: 'x' }, modified: LATER }),
    });
  });

  it('of another field than the other side changed keeps both', () => {
    const theirs = changeAnnotation(SEEN, { resolved: true, kind: 'claim' }, LATER);
    assert.deepEqual(mergeChange(SEEN, { comment: 'New', colour: 'red' }, theirs, LATER), {
      annotation: { ...theirs, comment: 'New', colour: 'red', modified: LATER },
    });
  });

  it('of tags is merged tag by tag', () => {
    const theirs = changeAnnotation(SEEN, { tags: ['a', 'b', 'theirs'] }, LATER);
    assert.deepEqual(mergeChange(SEEN, { tags: ['A', 'mine'] }, theirs, LATER).annotation.tags, ['A', 'mine', 'theirs']);
  });

  it('that the other side made too is no conflict', () => {
    const theirs = changeAnnotation(SEEN, { comment: 'Same' }, LATER);
    assert.deepEqual(mergeChange(SEEN, { comment: 'Same' }, theirs, LATER), { annotation: theirs });
  });

  it('of a field that both sides changed keeps both versions', () => {
    const theirs = changeAnnotation(SEEN, { comment: 'Theirs' }, LATER);
    const { annotation: file, conflict } = mergeChange(SEEN, { comment: 'Mine', colour: 'red' }, theirs, LATER);
    assert.equal(file.comment, 'Theirs');
    assert.equal(file.colour, 'red');
    assert.equal(conflict?.comment, 'Mine');
    assert.equal(conflict.colour, 'red');
  });

  it('to nothing else changes nothing, not even the time', () => {
    assert.equal(changeAnnotation(SEEN, { comment: 'As seen', tags: ['a', 'b'] }, LATER), SEEN);
  });
});

describe('a file with the marks of a merge', () => {
  it('gives both versions, with and without the base between them', () => {
    const text = '{\n<<<<<<< HEAD\n  "a": 1\n||||||| base\n  "a": 0\n=======\n  "a": 2\n>>>>>>> other\n}\n';
    assert.deepEqual(readMarkedConflict(text), { ours: '{\n  "a": 1\n}\n', theirs: '{\n  "a": 2\n}\n' });
    assert.deepEqual(readMarkedConflict(text.replace(/\|{7}[^=]*(?==)/u, '').replaceAll('\n', '\r\n')), { ours: '{\n  "a": 1\n}\n', theirs: '{\n  "a": 2\n}\n' });
  });

  it('is only one whose marks are whole', () => {
    assert.equal(readMarkedConflict('{\n<<<<<<< HEAD\n  "a": 1\n'), undefined);
    assert.equal(readMarkedConflict('{ "a": "<<<<<<<" }'), undefined);
  });
});
