import assert from 'node:assert/strict';
import fc from 'fast-check';
import { KeyGiver, keyForTitle, normaliseTitle } from '../../../src/core/papers/key';

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/u;

describe('the key of a title', () => {
  const cases: readonly (readonly [title: string, key: string])[] = [
    ['HAPO: Training Language Models to Reason Concisely via History-Aware Policy Optimization', 'hapo'],
    ['LM-Infinite: Simple On-the-Fly Length Generalization for Large Language Models', 'lm-infinite'],
    ['FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness', 'flashattention'],
    ['E^2-LLM: Efficient and Extreme Length Extension of Large Language Models', 'e2-llm'],
    ['M-Longdoc: A Benchmark For Multimodal Super-Long Document Understanding', 'm-longdoc'],
    ['Skill-it! A Data-Driven Skills Framework for Understanding and Training Language Models', 'skill-it'],
    ['The Imitation Game: Turing Machine Imitator is Length Generalizable Reasoner', 'imitation-game'],
    ['Train Once, Answer All: Many Pretraining Experiments for the Cost of One', 'train-once-answer-all'],
    ['Test-Time Training Done Right', 'test-time-training'],
    ['One Epoch Is All You Need', 'one-epoch'],
    ['Large Language Models Struggle to Learn Long-Tail Knowledge', 'struggle-learn-long-tail'],
    ['Position: Kernels Should Be Read', 'position-kernels-read'],
    ['π_0: A Flow Model', 'pi0'],
    ['Schrödinger Bridges', 'schrodinger-bridges'],
    ['DR^{3}-Eval: Towards Realistic Evaluation', 'dr3-eval'],
    ['Unleashing 10,000 Words', 'unleashing-10000-words'],
    ['What Is It?', 'what-is-it'],
    ['Con: A Name Windows Keeps', 'con-paper'],
    ['Constructor: A Name JavaScript Keeps', 'constructor-paper'],
  ];
  for (const [title, key] of cases) {
    it(`of “${title}” is ${key}`, () => assert.equal(keyForTitle(title), key));
  }

  it('exists and tells titles apart when no letter of it is Latin', () => {
    const keys = ['深度学习', '强化学习', '???', ''].map(keyForTitle);
    assert.equal(new Set(keys).size, 4);
    for (const key of keys) {
      assert.match(key, /^paper-[a-z0-9]{7}$/u);
    }
  });

  it('is short, of few characters and always the same', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 200 }), fc.lorem()), (title) => {
        const key = keyForTitle(title);
        assert.match(key, KEY);
        assert.ok(key.length <= 32, key);
        assert.equal(keyForTitle(title), key);
      }),
    );
  });

  it('is found at once for a title of a million characters', () => {
    for (const title of ['a'.repeat(1e6), '- '.repeat(5e5), ':'.repeat(1e6)]) {
      assert.match(keyForTitle(title), KEY);
    }
  });
});

describe('a key that is taken', () => {
  it('gets the year, then a letter', () => {
    const giver = new KeyGiver(new Set(['hapo']));
    const given = [1, 2, 3].map(() => giver.give('HAPO: A Title', '2025'));
    assert.deepEqual(given, ['hapo-2025', 'hapo-2025b', 'hapo-2025c']);
    assert.equal(giver.give('HAPO: A Title', '2026'), 'hapo-2026');
    assert.equal(giver.give('HAPO: A Title', undefined), 'hapo-b');
  });

  it('is never given twice, also not among thousands of the same title', () => {
    const giver = new KeyGiver(new Set(['same-2025b']));
    const keys = Array.from({ length: 20_000 }, () => giver.give('Same: A Very Common Name', '2025'));
    assert.equal(new Set([...keys, 'same-2025b']).size, 20_001);
    assert.ok(keys.every((key) => KEY.test(key) && key.length <= 32));
  });

  it('stays short when its title is long', () => {
    const giver = new KeyGiver(new Set());
    const title = 'Unraveling the Mystery of Scaling Laws: Part I';
    assert.deepEqual([giver.give(title, '2024'), giver.give(title, '2024')], ['unraveling-mystery-scaling-laws', 'unraveling-mystery-scaling-2024']);
  });
});

describe('a normalised title', () => {
  it('is the same for spellings of one title', () => {
    for (const [one, other] of [
      ['E^2-LLM: Efficient', 'E²-LLM – efficient'],
      ['Ｆｕｌｌ width', 'full  width'],
      ['What’s Next?', "What's next"],
      ['Self-Lengthen', 'self lengthen'],
    ] as const) {
      assert.equal(normaliseTitle(one), normaliseTitle(other));
    }
  });

  it('is different for different titles, in every script', () => {
    for (const [one, other] of [['Part I', 'Part II'], ['深度学习', '强化学习'], ['?', '!'], ['हिन्दी', 'हिन्दू']] as const) {
      assert.notEqual(normaliseTitle(one), normaliseTitle(other));
    }
  });

  it('does not change when normalised again', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (title) => assert.equal(normaliseTitle(normaliseTitle(title)), normaliseTitle(title))));
  });
});
