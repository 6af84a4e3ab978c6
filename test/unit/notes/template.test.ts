import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lexer, type Tokens } from 'marked';
import { parseFrontMatter } from '../../../src/core/notes/front-matter';
import { readNote } from '../../../src/core/notes/note';
import { noteFileName, paperNote } from '../../../src/core/notes/template';

const CREATED = { created: '2026-01-09' };

describe('a new note', () => {
  it('has front matter, the citation and sections to fill', () => {
    const text = paperNote({ key: 'flashattention', title: 'FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness' }, CREATED);
    assert.equal(
      text,
      `---
paper: flashattention
title: "FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness"
created: 2026-01-09
tags: []
---

# FlashAttention: Fast and Memory-Efficient Exact Attention with IO-Awareness

@paper:flashattention

## Why I read it

## What it claims

## What I tried

## Conclusion
`,
    );
  });

  it('keeps any title as words, in YAML and in Markdown', () => {
    const titles = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.constantFrom('---', '\n', '# ', '<script>', '`', '*', "'", '"', ': ', '{', '&a', '!t', '%', '@paper:x', '](x)', '\\', 'word', '|', '\r', '\u2028'), { maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(titles, (title) => {
        const text = paperNote({ key: 'x', title }, CREATED);
        const { data, body, problem } = parseFrontMatter(text);
        assert.equal(problem, undefined);
        assert.deepEqual(Object.keys(data), ['paper', 'title', 'created', 'tags']);
        assert.equal(readNote(text).paper, 'x');
        const tokens = lexer(body).filter(({ type }) => type !== 'space');
        assert.deepEqual(tokens.map(({ type }) => type), ['heading', 'paragraph', 'heading', 'heading', 'heading', 'heading']);
        const [heading] = tokens as [Tokens.Heading];
        assert.deepEqual(heading.tokens.filter(({ type }) => type !== 'text' && type !== 'escape'), []);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the file name of a note', () => {
  it('is its key', () => assert.equal(noteFileName('lm-infinite'), 'lm-infinite.md'));
  it('is numbered from the second attempt on', () => assert.equal(noteFileName('hapo', 2), 'hapo-2.md'));
  it('is never a path', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 99 }), (key, attempt) => /^[a-z0-9-]+\.md$/u.test(noteFileName(key, attempt))));
  });
});
