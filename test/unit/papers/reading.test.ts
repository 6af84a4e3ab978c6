import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changedReadings, changeReadings, parseReadings, READING_STATUSES, readingOf, serialiseReadings, tagCounts, UNREAD, withReadings, type Readings } from '../../../src/core/papers/reading';

const file = (papers: unknown, more: object = {}) => JSON.stringify({ format: 'lectern-reading', version: 1, papers, ...more });

describe('reading states', () => {
  it('come back from their file as they were, in order of keys', () => {
    const key = fc.oneof(fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/u), fc.constantFrom('constructor', '__proto__'));
    const tags = fc.constantFrom<readonly string[]>([], ['attention'], ['nlp/long context', 'to read']);
    const reading = fc.record({ status: fc.constantFrom(...READING_STATUSES), starred: fc.boolean(), tags }, { noNullPrototype: true });
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(key, reading), { selector: ([name]) => name }), (entries) => {
        const readings: Readings = Object.fromEntries(entries);
        const text = serialiseReadings(readings);
        assert.deepEqual(parseReadings(text), { readings, problems: [], readOnly: false, extra: {}, broken: {} });
        assert.equal(serialiseReadings(Object.fromEntries([...entries].reverse())), text);
      }),
    );
  });

  it('of an empty file are none', () => {
    for (const text of ['', ' \n', '\uFEFF']) {
      assert.deepEqual(parseReadings(text), { readings: {}, problems: [], readOnly: false, extra: {}, broken: {} });
    }
  });

  it('keep what this version does not know when written again', () => {
    const text = file({ gone: { status: 'read', starred: true, due: 'May' } }, { smart: [1] });
    const changed = changeReadings(parseReadings(text), ['gone'], () => ({ status: 'unread', starred: false }));
    assert.deepEqual(JSON.parse(serialiseReadings(changed.readings, changed)), {
      format: 'lectern-reading', version: 1, papers: { gone: { status: 'unread', starred: false, due: 'May' } }, smart: [1],
    });
  });

  it('of a newer Lectern can be read and not written', () => {
    const { readings, problems, readOnly } = parseReadings(file({ hapo: { status: 'read', starred: false } }, { version: 2 }));
    assert.equal(readOnly, true);
    assert.deepEqual(readings, { hapo: { status: 'read', starred: false, tags: [] } });
    assert.match(problems[0] ?? '', /newer Lectern/u);
  });

  it('that cannot be read are not written over', () => {
    for (const text of ['{', '[]', 'null', '{"format":"other","version":1,"papers":{}}', '{"format":"lectern-reading","version":1}', '\u0000']) {
      const { readings, problems, readOnly } = parseReadings(text);
      assert.deepEqual([readings, problems.length, readOnly], [{}, 1, true], text);
    }
  });

  it('are read as far as they go, one bad entry stopping no other', () => {
    const { readings, problems } = parseReadings(
      file({ a: { status: 'later', starred: true }, b: 7, c: { status: 'read', starred: 'yes' }, d: { starred: true }, e: { tags: ['x', 7, ''] }, f: { tags: 'x' } }),
    );
    assert.deepEqual(readings, {
      a: { status: 'unread', starred: true, tags: [] },
      c: { status: 'read', starred: false, tags: [] },
      d: { status: 'unread', starred: true, tags: [] },
      e: { status: 'unread', starred: false, tags: ['x'] },
      f: { status: 'unread', starred: false, tags: [] },
    });
    assert.deepEqual(problems.map((problem) => /"([a-f])"/u.exec(problem)?.[1]), ['a', 'b', 'c', 'e', 'f']);
  });

  it('that are not understood are written again as they stand, when another paper changes', () => {
    const papers = { a: { status: 'later', starred: true }, b: 7, c: { status: 'read', starred: 'yes' } };
    const changed = changeReadings(parseReadings(file(papers)), ['d'], () => ({ status: 'read' }));
    assert.deepEqual(JSON.parse(serialiseReadings(changed.readings, changed)), {
      format: 'lectern-reading', version: 1, papers: { ...papers, d: { status: 'read', starred: false } },
    });
  });

  it('that are not understood give way to what the user sets', () => {
    const changed = changeReadings(parseReadings(file({ a: { status: 'later', starred: true }, b: 7 })), ['a', 'b'], () => ({ status: 'reading' }));
    assert.deepEqual((JSON.parse(serialiseReadings(changed.readings, changed)) as { papers: unknown }).papers, {
      a: { status: 'reading', starred: true }, b: { status: 'reading', starred: false },
    });
  });
});

describe('a change to reading states', () => {
  const read = { status: 'read', starred: false, tags: [] } as const;

  it('leaves the others and the original alone', () => {
    const before: Readings = { a: read };
    const after = withReadings(before, ['b'], () => ({ starred: true }));
    assert.deepEqual(after, { a: read, b: { status: 'unread', starred: true, tags: [] } });
    assert.deepEqual(Object.keys(before), ['a']);
  });

  it('that changes nothing gives the same object', () => {
    const before: Readings = { a: { ...read, tags: ['x'] } };
    assert.equal(withReadings(before, ['a'], () => ({ status: 'read', tags: ['x'] })), before);
    assert.equal(withReadings(before, ['b', 'c'], () => ({ status: 'unread' })), before);
  });

  it('back to unread leaves no entry', () => {
    assert.deepEqual(withReadings({ a: read, b: { ...UNREAD, tags: ['x'] } }, ['a', 'b'], () => UNREAD), {});
  });

  it('works for keys that every object has', () => {
    assert.equal(readingOf({}, 'constructor'), UNREAD);
    const changed = withReadings({}, ['__proto__', 'constructor'], () => ({ starred: true }));
    assert.deepEqual(readingOf(changed, '__proto__'), { status: 'unread', starred: true, tags: [] });
    assert.deepEqual([...changedReadings({}, changed)].sort(), ['__proto__', 'constructor']);
  });

  it('keeps tags tidy: in order, each once whatever its case', () => {
    const { a } = withReadings({}, ['a'], () => ({ tags: [' nlp / attention', 'Zeta', 'alpha', 'NLP/Attention', '#', ''] }));
    assert.deepEqual(a?.tags, ['alpha', 'nlp/attention', 'Zeta']);
  });

  it('is told apart from none by status, star and tags', () => {
    const one: Readings = { a: read, b: read, c: read, d: read };
    const other: Readings = { a: read, b: { ...read, starred: true }, c: { ...read, tags: ['x'] }, e: read };
    assert.deepEqual(changedReadings(one, other), ['b', 'c', 'd', 'e']);
    assert.deepEqual(changedReadings(one, { ...one }), []);
  });
});

describe('tags in use', () => {
  it('are counted and in order of letters', () => {
    const readings: Readings = { a: { ...UNREAD, tags: ['b', 'constructor'] }, c: { ...UNREAD, tags: ['A', 'b'] } };
    assert.deepEqual([...tagCounts(readings)], [['A', 1], ['b', 2], ['constructor', 1]]);
  });
});
