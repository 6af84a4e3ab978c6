import assert from 'node:assert/strict';
import { TopicIndex } from '../../../src/core/papers/topic-index';
import { TOPIC_LEXICON } from '../../../src/core/papers/topic-lexicon';
import { TopicFinder, type TopicId } from '../../../src/core/papers/topics';
import { aPaper, bundledDigest } from './pages';

const finder = new TopicFinder(TOPIC_LEXICON);
const topicsOf = finder.topicsOf.bind(finder);

/**
 * The topic a reader would look for each paper of the bundled page under, the first one best. Judged by title and abstract
 * alone, in the order of the page.
 */
const JUDGED: readonly (readonly [title: string, ...topics: TopicId[]])[] = [
  ['HAPO', 'reasoning'],
  ['Deep Forcing', 'video-generation'],
  ['LM-Infinite', 'long-context'],
  ['Language Models can Self-Lengthen', 'long-form'],
  ['Modeling of learning curves', 'pretraining', 'nlp'],
  ['Dataset Decomposition', 'pretraining'],
  ['One Epoch Is All You Need', 'pretraining'],
  ['Recognition, recall, and retention', 'knowledge'],
  ['Long-CLIP', 'multimodal'],
  ['Effective Long-Context Scaling', 'long-context'],
  ['Improving Length-Generalization', 'long-context', 'reasoning'],
  ['Unraveling the Mystery of Scaling Laws', 'pretraining'],
  ['Do Your Best and Get Enough Rest', 'knowledge'],
  ['XL3M', 'long-context'],
  ['Data-efficient LLM Fine-tuning for Code', 'code', 'post-training'],
  ['How to Train Long-Context', 'long-context'],
  ['Train Long, Think Short', 'reasoning'],
  ['Pre-training A Neural Language Model', 'domains'],
  ['BudgetLongformer', 'pretraining', 'domains'],
  ['E^2-LLM', 'long-context'],
  ['M-Longdoc', 'multimodal'],
  ['Spinning the Golden Thread', 'long-form'],
  ['LVD-2M', 'video-generation'],
  ['LongWriter-Zero', 'long-form'],
  ['The Fine Line', 'pretraining'],
  ['Extracting alignment data', 'knowledge', 'safety'],
  ['Treasure Hunt', 'post-training'],
  ['Arctic Long Sequence Training', 'systems', 'long-context'],
  ['LongWriter:', 'long-form'],
  ['Stuffed Mamba', 'attention', 'long-context'],
  ['SirLLM', 'long-context'],
  ['Large Language Models Struggle', 'knowledge'],
  ['DRPO', 'reasoning'],
  ['Skill-it!', 'pretraining'],
  ['Efficiently Training 7B LLM', 'systems'],
  ['LLMs Can Easily Learn to Reason', 'reasoning'],
  ['FlashAttention', 'attention'],
  ['LongIns', 'long-context'],
  ['The Imitation Game', 'reasoning', 'long-context'],
  ['Test-Time Training Done Right', 'attention'],
  ['Train Once, Answer All', 'pretraining'],
  ['EgoSchema', 'multimodal'],
];

describe('the topics of the bundled papers', () => {
  const found = bundledDigest.papers.map((paper) => ({ paper, topics: topicsOf(paper) }));

  it('are for at least 85 of 100 those a reader would look for them under', () => {
    assert.equal(found.length, JUDGED.length);
    const missed = JUDGED.filter(([title, ...right], index) => {
      const entry = found[index];
      assert.ok(entry?.paper.title.startsWith(title), title);
      return !entry?.topics.some(({ topic }) => right.includes(topic));
    });
    assert.ok(missed.length <= JUDGED.length * 0.15, missed.map(([title]) => title).join('; '));
  });

  it('make a few groups, none of them most of the page', () => {
    const sizes = new Map<TopicId, number>();
    for (const { topic } of found.flatMap(({ topics }) => topics)) {
      sizes.set(topic, (sizes.get(topic) ?? 0) + 1);
    }
    const without = found.filter(({ topics }) => topics.length === 0).length;
    assert.ok(sizes.size >= 4 && sizes.size <= 12, [...sizes.keys()].join(', '));
    assert.ok(Math.max(...sizes.values()) <= found.length * 0.4);
    assert.ok(without <= 2);
  });

  it('are one or two each, with words of the text that decided', () => {
    for (const { paper, topics } of found) {
      assert.ok(topics.length >= 1 && topics.length <= 2, paper.title);
      const text = `${paper.title} ${paper.abstract}`.toLowerCase().replace(/[^a-z0-9]+/gu, ' ');
      for (const { cues } of topics) {
        const [first = ''] = cues;
        assert.ok(text.includes(first.slice(0, -3)), `${first} is in “${paper.title}”`);
      }
    }
  });
});

describe('the topics of a paper', () => {
  const ids = (title: string, abstract = '') => topicsOf({ title, abstract }).map(({ topic }) => topic);

  it('are none when its text speaks for none', () => {
    assert.deepEqual(ids('On the Colour of Ships', 'We count ships by colour.'), []);
    assert.deepEqual(ids(''), []);
  });

  for (const [title, topic] of [
    ['RAG-Star: Retrieval-Augmented Generation Made Simple', 'rag'],
    ['4D Gaussian Splatting of Street Scenes', 'three-d'],
    ['A Text-to-Image Diffusion Model on Phones', 'image-generation'],
    ['Jailbreaking Aligned Chat Models', 'safety'],
    ['Sparse Autoencoders Find Interpretable Features', 'interpretability'],
    ['Quantizing LLMs to 2 Bits: Post-Training Quantization', 'compression'],
    ['Speech Recognition for Everyone', 'audio'],
    ['Vision-Language-Action Policies for Dexterous Robots', 'robotics'],
    ['Speculative Decoding with Two Draft Models', 'inference'],
    ['Machine Translation for Low-Resource Languages', 'multilingual'],
  ] as const) {
    it(`“${title}” are ${topic}`, () => assert.equal(ids(title)[0], topic));
  }

  it('count overlapping cues once, the longest of those that begin together', () => {
    const [one] = topicsOf({ title: 'Long-context extension', abstract: '' });
    assert.deepEqual(one?.cues, ['long context']);
  });

  it('take time in proportion to the text, whatever the text', () => {
    const abstract = 'long context window '.repeat(200_000);
    assert.deepEqual(ids('', abstract), ['long-context']);
  });
});

describe('the lexicon of topics', () => {
  it('has unique ids and names, and no cue in two lists of one topic', () => {
    assert.equal(new Set(TOPIC_LEXICON.map(({ id }) => id)).size, TOPIC_LEXICON.length);
    assert.equal(new Set(TOPIC_LEXICON.map(({ name }) => name)).size, TOPIC_LEXICON.length);
    for (const entry of TOPIC_LEXICON) {
      const cues = [entry.strong, entry.usual, entry.weak ?? ''].flatMap((list) => list.trim().split(/,\s+/u));
      assert.deepEqual(cues.filter((cue, index) => cues.indexOf(cue) !== index), [], entry.id);
    }
  });
});

describe('an index of topics', () => {
  it('gives what the text gives, in steps, and keeps it for a paper read again', () => {
    const papers = bundledDigest.papers.map((fields, index) => aPaper({ ...fields, key: `p${index}` }));
    const index = new TopicIndex(finder);
    assert.equal([...index.learn(papers)].length, 2);
    for (const paper of papers) {
      assert.deepEqual(index.topics(paper), topicsOf(paper));
      assert.equal(index.topics({ ...paper }), index.topics(paper));
    }
    const [paper] = papers;
    assert.ok(paper);
    assert.deepEqual(index.ids({ ...paper, title: 'Speech Recognition', abstract: '' }), ['audio']);
  });
});
