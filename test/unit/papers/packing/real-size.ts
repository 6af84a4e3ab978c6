import type { PaperFields } from '../../../../src/core/papers/paper';
import { bundledDigest } from '../pages';

const WORDS = bundledDigest.papers.flatMap(({ abstract }) => abstract.split(' '));

const WORDS_OF_TITLE = 10;
/** As long as abstracts are at the median: about 1,400 characters. */
const WORDS_OF_ABSTRACT = 200;
const AUTHORS = 6;

/** Papers as large as real ones, all different, of words as they are common in abstracts. */
export function realSizePapers(count: number): readonly PaperFields[] {
  return Array.from({ length: count }, (_, at) => ({
    title: words(at, WORDS_OF_TITLE),
    abstract: words(at + count, WORDS_OF_ABSTRACT),
    authors: Array.from({ length: AUTHORS }, (_, place) => `${word(at * 7 + place)} ${word(at * 3 + place)}-${at}`),
    authorCount: AUTHORS,
    organisation: { slug: `lab-${at % 50}`, name: `Laboratory ${at % 50}` },
    published: `2024-${String((at % 12) + 1).padStart(2, '0')}-${String((at % 28) + 1).padStart(2, '0')}`,
    comments: at % 5,
    upvotes: at % 100,
    arxivId: `24${String((at % 12) + 1).padStart(2, '0')}.${String(at).padStart(5, '0')}`,
    remark: `${at} pages “so far”`,
  }));
}

/** Text without a pattern that a packer could use other than by its words. */
function words(seed: number, count: number): string {
  return Array.from({ length: count }, (_, at) => word(Math.imul(seed * count + at + 1, 0x9e37_79b1) >>> 7)).join(' ');
}

function word(at: number): string {
  return WORDS[at % WORDS.length] ?? '';
}
