import assert from 'node:assert/strict';
import { textLinks } from '../../../src/features/digests/text-links';

describe('the links of a digest', () => {
  it('are addresses without the punctuation around them', () => {
    const text = 'Code: https://github.com/acme/kernels. (See https://acme.example/page)';
    const links = textLinks(text);
    assert.deepEqual(links.map(({ url }) => url), ['https://github.com/acme/kernels', 'https://acme.example/page']);
    assert.deepEqual(links.map(({ start, end }) => text.slice(start, end)), ['https://github.com/acme/kernels', 'https://acme.example/page']);
  });

  it('are arXiv identifiers, new and old', () => {
    const text = 'As in arXiv:2205.14135v2, arXiv: 1706.03762 and arXiv:hep-ex/0307015.';
    assert.deepEqual(textLinks(text).map(({ url }) => url), [
      'https://arxiv.org/abs/2205.14135v2',
      'https://arxiv.org/abs/1706.03762',
      'https://arxiv.org/abs/hep-ex/0307015',
    ]);
  });

  it('never lie over one another, and stand in order', () => {
    const links = textLinks('arXiv:2205.14135 https://arxiv.org/abs/arXiv:2205.14135 arXiv:2205.14136');
    links.forEach(({ start }, index) => assert.ok(start >= (links[index - 1]?.end ?? 0)));
    assert.equal(links.length, 3);
  });

  it('are not numbers that only look like identifiers', () => {
    assert.deepEqual(textLinks('2205.14135 and arXiv:2205.141351 and arXiv:22.1'), []);
  });
});
