import type { Context } from './context';
import type { NumberExpression } from './expressions';

const WORD = /[\p{L}](?:[\p{L}\p{N}'’@/+-]|\.(?=\p{N}))*/u;
/** Words at which a phrase of nouns ends. */
const STOPS = new Set(
  'a about achieve achieved achieves achieving across after against all an and are as at be been before being both but by can compared does during each even for from get given has have how if in into is it its just may more most of on only or our over per reach reached reaches reaching respectively than that the their them these they this those through to under up upon us using very via vs was we were when where which while whose will with within without yields yielding enable enables obtain obtains demonstrate demonstrates show shows observe see bring brings producing provides provide gives delivers attains leads leading resulting results get relative corresponding including includes included especially notably versus despite having seen such whereas although since because without not no'.split(
    ' ',
  ),
);
/** Verbs of change, after which what changed is looked for before them. */
const CHANGE = /^(?:reduc|decreas|increas|improv|drop|fall|fell|rais|rise|rose|grow|cut|boost|lower|shrink|sacrific|accelerat|speed)/iu;
const NOUN_OF_CHANGE = /(?:tions?|ments?|drops?|gains?|boost)$/iu;
const ADVERB = /(?:ly|roughly|about)$/iu;
const LONGEST = 4;

/** The nearest words for what a number measures; empty when there are none. Best effort, by the order of words. */
export function metricOf({ shape }: NumberExpression, { before, after }: Pick<Context, 'before' | 'after'>): string {
  const tries = [
    () => (shape === 'change' ? '' : phraseAfter(after)),
    () => phraseBefore(before),
    // "39% on GSM8K": better than nothing, where it was measured.
    () => phrase(/^\s?(?:\([^()]{0,30}\)\s)?on(?:\s(?:the|a))?(\s.*)/isu.exec(after)?.[1] ?? ''),
  ];
  return tries.reduce((found, next) => (found === '' ? next() : found), '');
}

/** `decoding speedup` of "2.72x decoding speedup over …"; `text retrieval` of "6% in text retrieval". */
function phraseAfter(after: string): string {
  const rest = after.replace(/^\$?\s*\([^()]{0,30}\)/u, '').replace(/^\sas (?=many|much)/u, ' ');
  const compared = /^\s(?:more|less|fewer|many|much)\s/u.exec(rest)?.[0] ?? '';
  const directly = phrase(` ${rest.slice(compared.length).trimStart()}`);
  if (directly !== '' && /^[\s-]/u.test(rest)) {
    return /more|less|fewer/u.test(compared) ? `${compared.trim()} ${directly}` : directly;
  }
  const inside = /^\s?(?:in|for|of)\s(?:the |a |an |its |our )?/iu.exec(rest);
  return inside === null ? '' : phrase(` ${rest.slice(inside[0].length)}`);
}

function phrase(text: string): string {
  const words: string[] = [];
  let rest = text;
  while (words.length < LONGEST) {
    const next = /^[\s-]+/u.exec(rest);
    const word = next && WORD.exec(rest.slice(next[0].length, next[0].length + 40));
    if (!next || word?.index !== 0 || STOPS.has(word[0].toLowerCase())) {
      break;
    }
    words.push(word[0]);
    rest = rest.slice(next[0].length + word[0].length);
  }
  return words.join(' ');
}

/** `length reductions` of "length reductions of 33-59%"; `latency` of "reduces the latency by 5%". */
function phraseBefore(before: string): string {
  const words = before
    .replace(/\([^()]{0,60}\)/gu, ' ')
    .replace(/(?:by )?(?:an? |the )?factors? (?:of|by)\s[^\d]{0,20}$/iu, '')
    .slice(-90)
    .split(/\s+/u)
    .filter((word) => word !== '');
  // Punctuation before the number belongs to what comes before it.
  let index = words.length - 1;
  while (index >= 0 && isLink(words[index] ?? '')) {
    index--;
  }
  const kept: string[] = [];
  for (; index >= 0 && kept.length < LONGEST; index--) {
    const word = words[index] ?? '';
    const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%]+$/gu, '');
    if (bare === '' || STOPS.has(bare.toLowerCase()) || (kept.length > 0 && /[,;:.)]$/u.test(word)) || (CHANGE.test(bare) && !NOUN_OF_CHANGE.test(bare))) {
      break;
    }
    kept.unshift(bare);
    if (/^[("']/u.test(word)) {
      break;
    }
  }
  return kept.join(' ');
}

/** Words between a metric and its number. */
function isLink(word: string): boolean {
  const bare = word.replace(/[^\p{L}]/gu, '').toLowerCase();
  return bare === '' || STOPS.has(bare) || ADVERB.test(bare) || bare === 'average' || (CHANGE.test(bare) && /(?:s|ed|ing)$/u.test(bare) && !NOUN_OF_CHANGE.test(bare));
}
