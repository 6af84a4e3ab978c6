import fc from 'fast-check';
import type { PaperFields } from '../../../src/core/papers/paper';

const word = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öα-ω\u4E00-\u4E20]{2,12}$/u);
/** Words of abstracts: TeX, Markdown and HTML that are not to be taken for any of these. */
const oddWord = fc.oneof({ weight: 8, arbitrary: word }, { weight: 1, arbitrary: fc.constantFrom('$\\alpha_{t}$', '77\\%', '{}', 'E^2-LLM', 'a<b', 'R&D', '"quoted"', '(1)', 'snake_case_name', 'x*y', "it's", 'https://github.com/acme/kernels') });
const sentence = fc.array(oddWord, { minLength: 20, maxLength: 60 }).map((words) => `We ${words.join(' ')} end.`);
const day = fc.date({ min: new Date('2025-02-01'), max: new Date('2025-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const slug = fc.stringMatching(/^[a-z][a-z0-9-]{2,12}$/u).filter((name) => !['models', 'papers', 'docs', 'spaces', 'join', 'login', 'learn', 'blog', 'chat', 'tasks', 'new', 'front', 'posts', 'brand', 'search', 'api', 'jobs', 'course', 'kernels'].includes(name));

/** Papers as Daily Papers lists them, each with a number of its own. */
export const generatedPapers: fc.Arbitrary<readonly PaperFields[]> = fc
  .array(
    fc.record({
      title: fc.array(word, { minLength: 2, maxLength: 10 }).map((words) => `The ${words.join(' ')}`),
      abstract: sentence,
      who: fc.oneof(
        fc.integer({ min: 1, max: 1_900 }).map((authorCount) => ({ authorCount })),
        fc.tuple(slug, fc.stringMatching(/^[A-Z][a-z]{2,8}( [A-Z][a-z]{1,8}){0,2}$/u)).map(([name, full]) => ({ organisation: { slug: name, name: full } })),
      ),
      published: day,
      comments: fc.option(fc.integer({ min: 1, max: 999 }), { nil: undefined }),
      upvotes: fc.nat({ max: 999 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((records) => records.map(({ who, published, comments, ...fields }, index) => {
    const arxivId = `${published.slice(2, 4)}${published.slice(5, 7)}.${String(10_000 + index)}`;
    return { ...fields, ...who, published, ...(comments === undefined ? {} : { comments }), arxivId, url: `https://huggingface.co/papers/${arxivId}` };
  }));
