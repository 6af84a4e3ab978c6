import assert from 'node:assert/strict';
import fc from 'fast-check';
import { idMaker, isAnnotationId } from '../../../src/core/annotations/annotation-id';
import { annotationsIn, isStray, threadsOf } from '../../../src/core/annotations/threads';
import { annotation, ANY_ANNOTATION } from './arbitrary';

const at = (second: number) => `2026-01-09T14:25:${String(second).padStart(2, '0')}+01:00`;

describe('threads of annotations', () => {
  it('begin where the replies say, oldest first, whatever order the files are read in', () => {
    const first = annotation({ id: 'a', created: at(1) });
    const replies = [annotation({ id: 'b', replyTo: 'a', created: at(2) }), annotation({ id: 'c', replyTo: 'b', created: at(3) })];
    const other = annotation({ id: 'd', created: at(0) });
    assert.deepEqual(threadsOf([...replies, first, other].reverse()), [
      { first: other, replies: [] },
      { first, replies },
    ]);
  });

  it('are ordered by the moment, not by how the time zone spells it', () => {
    const early = annotation({ id: 'b', created: '2026-01-09T23:00:00+09:00' });
    const late = annotation({ id: 'a', created: '2026-01-09T15:00:00+00:00' });
    assert.deepEqual(threadsOf([late, early]).map(({ first }) => first.id), ['b', 'a']);
  });

  it('of replies to a missing annotation are kept and say so', () => {
    const replies = [annotation({ id: 'b', replyTo: 'gone', created: at(1) }), annotation({ id: 'c', replyTo: 'gone', created: at(2) })];
    const [thread, ...others] = threadsOf(replies);
    assert.deepEqual(others, []);
    assert.ok(thread && isStray(thread));
    assert.deepEqual(annotationsIn(thread), replies);
  });

  it('lose no annotation, also where replies go in a circle', () => {
    fc.assert(
      fc.property(fc.array(ANY_ANNOTATION, { maxLength: 8 }), fc.array(fc.nat(7), { minLength: 8, maxLength: 8 }), (annotations, links) => {
        const linked = annotations.map((one, place) => {
          const replyTo = annotations[links[place] ?? 0]?.id;
          return replyTo === undefined ? one : { ...one, replyTo };
        });
        const threaded = threadsOf(linked).flatMap(annotationsIn);
        assert.deepEqual(threaded.map(({ id }) => id).sort(), linked.map(({ id }) => id).sort());
      }),
      { seed: 20260109 },
    );
  });
});

describe('ids of annotations', () => {
  it('sort by the time they were made at, also within one millisecond, and are names of files', () => {
    let now = 1_767_968_701_000;
    const make = idMaker(
      () => now,
      (bytes) => bytes.fill(0xff),
    );
    const ids = Array.from({ length: 5000 }, (_, made) => {
      now += made % 1000 === 0 ? 1 : 0;
      return make();
    });
    assert.deepEqual([...ids].sort(), ids);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.every(isAnnotationId));
    assert.match(ids[0] ?? '', /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
  });

  it('hold nothing that a path means something by', () => {
    assert.ok(!['', '.', '../a', 'a/b', 'a\\b', 'A', 'con.', 'a'.repeat(101), 'a.conflict-1'].some(isAnnotationId));
  });
});
