import assert from 'node:assert/strict';
import { readNote } from '../../../src/core/notes/note';

describe('a note', () => {
  it('says its paper, title, tags and day', () => {
    assert.deepEqual(readNote('---\npaper: lm-infinite\ntitle: "LM-Infinite: notes"\ncreated: 2026-01-09\ntags: [length, masks]\n---\n# Other\n'), {
      paper: 'lm-infinite',
      title: 'LM-Infinite: notes',
      tags: ['length', 'masks'],
      created: '2026-01-09',
    });
  });

  it('without front matter has the title of its first heading', () => {
    assert.deepEqual(readNote('Some words\n\n## Sizes \\& *shapes* ##\n# Later\n'), { title: 'Sizes & *shapes*', tags: [] });
    assert.deepEqual(readNote('```sh\n# no heading\n```\n~~~\n```\n# nor this\n~~~\n# This\n'), { title: 'This', tags: [] });
    assert.deepEqual(readNote('Some words\n'), { tags: [] });
  });

  it('may have its tags in one text, and a year for a title', () => {
    assert.deepEqual(readNote('---\ntitle: 2026\ntags: a, b c,\n---\n'), { title: '2026', tags: ['a', 'b c'] });
  });

  it('with a paper that is no key is a free note with a problem', () => {
    for (const paper of ['../../x', '"Flash Attention"', '[a]', '12']) {
      const note = readNote(`---\npaper: ${paper}\n---\n`);
      assert.equal(note.paper, undefined);
      assert.match(note.problem ?? '', /"paper" is not a key/u);
    }
    assert.equal(readNote('---\npaper:\n---\n').problem, undefined);
  });

  it('with broken front matter still has a title', () => {
    const note = readNote('---\npaper: [\n---\n# Title\n');
    assert.equal(note.title, 'Title');
    assert.match(note.problem ?? '', /not valid/u);
  });

  it('has a title of one line and of bounded length', () => {
    assert.equal(readNote(`---\ntitle: "a\\n  b${'x'.repeat(1000)}"\n---\n`).title?.length, 300);
    assert.equal(readNote('---\ntitle: "a\\n  b"\n---\n').title, 'a b');
  });

  it('does not take what every object has for a field', () => {
    assert.deepEqual(readNote('---\n__proto__: {paper: x}\n---\n'), { tags: [] });
  });
});
