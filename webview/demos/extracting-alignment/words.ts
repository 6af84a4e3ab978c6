import { random } from '../../gpu/random';

/** Letters and the space, numbered from 0. */
export const SYMBOLS = 27;
const SPACE = 26;
const FIRST_LETTER = 'a'.charCodeAt(0);
const CONSONANTS = 'bcdfghjklmnpqrstvwxz';
const VOWELS = 'aeiou';
const VOCABULARY = 400;
const [SHORTEST, LONGEST] = [3, 6];
const WORD_STREAM = 1;

/** Longest word, inflected, with the space after it. */
export const LONGEST_WORD = LONGEST + 2;

/** Words that say nothing, for the filler artifact. */
export const FILLERS = ['well', 'so', 'then', 'indeed', 'now', 'just', 'also', 'thus'];
/** What a chat model puts before and after. */
export const PREFIX = ['sure', 'here', 'is', 'the', 'answer', 'you', 'asked', 'for'];
export const SUFFIX = ['let', 'me', 'know', 'if', 'this', 'helps', 'you', 'further'];

/** Synthetic words of consonants and vowels in turn. They may repeat, as they would in any language. */
export function makeVocabulary(seed: number): readonly string[] {
  let at = 0;
  const draw = (below: number): number => random(seed, WORD_STREAM, at++) % below;
  return Array.from({ length: VOCABULARY }, () => {
    const length = SHORTEST + draw(LONGEST - SHORTEST + 1);
    return Array.from({ length }, (_, index) => {
      const letters = index % 2 === 0 ? CONSONANTS : VOWELS;
      return letters.charAt(draw(letters.length));
    }).join('');
  });
}

/** A text as numbers: letters from 0, spaces between words. */
export function symbolsOf(words: readonly string[]): readonly number[] {
  return Array.from(words.join(' '), (character) => (character === ' ' ? SPACE : character.charCodeAt(0) - FIRST_LETTER));
}
