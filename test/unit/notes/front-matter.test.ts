import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFrontMatter, serialiseFrontMatter } from '../../../src/core/notes/front-matter';

const KIB = 1024;

describe('front matter', () => {
  it('is what stands between two fences at the start', () => {
    assert.deepEqual(parseFrontMatter('---\npaper: flashattention\ntags: [a, b]\n---\n\n# Title\n'), {
      data: { paper: 'flashattention', tags: ['a', 'b'] },
      body: '\n# Title\n',
    });
  });

  for (const [name, text, data, body] of [
    ['with Windows line endings', '---\r\ntitle: x\r\n---\r\nbody', { title: 'x' }, 'body'],
    ['after a byte order mark', '\uFEFF---\ntitle: x\n---\nbody', { title: 'x' }, 'body'],
    ['closed by dots', '---\ntitle: x\n...\nbody', { title: 'x' }, 'body'],
    ['closed at the end of the text', '---\ntitle: x\n---', { title: 'x' }, ''],
    ['with nothing in it', '---\n---\nbody', {}, 'body'],
    ['with a date, which stays text', '---\ncreated: 2026-01-09\n---\n', { created: '2026-01-09' }, ''],
    ['with words of YAML 1.1, which stay text', '---\na: yes\nb: off\nc: 1_000\n---\n', { a: 'yes', b: 'off', c: '1_000' }, ''],
    ['with a merge key, which is a field', '---\n<<: { a: 1 }\n---\n', { '<<': { a: 1 } }, ''],
    ['with nothing but a comment', '---\n# later\n---\n', {}, ''],
  ] as const) {
    it(`is read ${name}`, () => assert.deepEqual(parseFrontMatter(text), { data, body }));
  }

  for (const [name, text] of [
    ['an empty text', ''],
    ['a text without it', '# Title\n---\na: 1\n---\n'],
    ['a rule at the start', '---\n\nSome words.\n'],
    ['a longer rule', '-----\na: 1\n---\n'],
  ] as const) {
    it(`is not seen in ${name}`, () => assert.deepEqual(parseFrontMatter(text), { data: {}, body: text }));
  }

  for (const [name, yaml, problem] of [
    ['is not YAML', 'title: x\npaper: [a', /at line 4: /u],
    ['has a field twice', 'paper: a\ntitle: b\npaper: c', /at line 4: duplicated mapping key/u],
    ['is no list of fields', '- a\n- b', /not a list of fields/u],
    ['uses aliases', 'a: &a [x]\nb: *a', /at line 2: anchors .* aliases/u],
    ['has an anchor that nothing uses', 'a: 1\nb: &b x', /at line 3: anchors/u],
    ['has tags of its own', 'a: !ruby/object x', /at line 2: a tag/u],
    ['has tags of YAML', 'a: 1\nb: !!str 1', /at line 3: a tag/u],
    ['has a list as the name of a field', '? [a]\n: 1', /at line 2: .*complex keys/u],
    ['is two documents', 'a: 1\n--- # next\nb: 2', /not a list of fields/u],
    ['starts a name with @', 'paper: @flashattention', /at line 2: /u],
    ['is too long', `a: ${'x'.repeat(64 * KIB)}`, /longer than 64 KiB/u],
    ['has too many lines', 'a:\n'.repeat(2_001), /more than 2000 lines/u],
  ] as const) {
    it(`that ${name} is a problem, and the body is there all the same`, () => {
      const read = parseFrontMatter(`---\n${yaml}\n---\nbody`);
      assert.match(read.problem ?? '', problem);
      assert.deepEqual(read.data, {});
      assert.equal(read.body, 'body');
    });
  }

  it('that nothing closes is a problem when a field follows', () => {
    assert.match(parseFrontMatter('---\npaper: a\n\n# Title\n').problem ?? '', /not closed/u);
  });

  // Each of these once ended the whole process or took seconds: the parser recurses.
  for (const [name, yaml] of [
    ['brackets', '['.repeat(64 * KIB)],
    ['braces', '{a: '.repeat(16 * KIB)],
    ['list marks', '- '.repeat(32 * KIB)],
    ['question marks', '? '.repeat(32 * KIB)],
    ['fields in one line', 'a: '.repeat(21 * KIB)],
    ['tags in one line', '!a '.repeat(21 * KIB)],
    ['anchors in one line', '- &a '.repeat(12 * KIB)],
    ['steps', Array.from({ length: 350 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['aliases of aliases', `a: &a [x, x]\n${Array.from({ length: 90 }, (_, i) => `b${i}: &b${i} [*a, *a]`).join('\n')}`],
  ] as const) {
    it(`of thousands of ${name} is refused at once`, () => {
      const started = performance.now();
      assert.match(parseFrontMatter(`---\n${yaml}\n---\n`).problem ?? '', /nested too deeply|not valid|longer/u);
      assert.ok(performance.now() - started < 500);
    });
  }

  it('may hold brackets, formulas and long lists', () => {
    const lists = Array.from({ length: 150 }, (_, index) => `f${index}: [a, b]`).join('\n');
    assert.equal(parseFrontMatter(`---\n${lists}\nabstract: "We show $O({n}^{2})$: [sic] - fast"\n---\n`).problem, undefined);
  });

  it('never throws', () => {
    const indicators = fc.array(fc.constantFrom('---', '\n', '- ', '? ', ': ', 'a: ', '[', ']', '{', '}', '&a ', '*a ', '!t ', '|\n', '>\n', '"', "'", '#', '%', '@', '  ', '\t', 'x', '\r\n', ','), { maxLength: 200 });
    fc.assert(
      fc.property(indicators, (parts) => {
        const { data, body } = parseFrontMatter(`---\n${parts.join('')}\n---\nbody`);
        return typeof data === 'object' && typeof body === 'string';
      }),
      { numRuns: 500 },
    );
  });

  it('reads back as it was written, whatever the values', () => {
    const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('yes', 'null', '1e3', '~', '- x', '# x', '---', "'", 'a: b', '@x', ' x ', 'a\n---\nb', '2026-01-09', 'No', 'off', '0x1f', '1_000', '.inf', '<<', 'a #b', 'a:', '\u0085', '\u2028', '\uFEFF', '\u007F', '\t'), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null), fc.integer(), fc.boolean(), fc.array(fc.string(), { maxLength: 4 }), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(fc.dictionary(fc.oneof(fc.stringMatching(/^[a-z]{1,8}$/u), fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('yes', '1', 'null', '<<')), value), fc.string({ unit: 'grapheme' }), (data, body) => {
        assert.deepEqual(parseFrontMatter(serialiseFrontMatter(data, body)), { data: { ...data }, body });
      }),
      { numRuns: 300 },
    );
  });
});
