// Source: M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980). A final `y` becomes `i` after a consonant alone, as in
// lunr, which stems what is indexed: a test holds the two side by side. lunr itself is twenty times as large and only in the worker.

const CONSONANTS = '[^aeiou][^aeiouy]*';
const VOWELS = '[aeiouy][aeiou]*';

/** A vowel and a consonant after it, at least once; once; more than once. */
const SOME = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}`);
const ONE = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}(?:${VOWELS})?$`);
const SEVERAL = new RegExp(`^(?:${CONSONANTS})?${VOWELS}${CONSONANTS}${VOWELS}${CONSONANTS}`);
const HAS_VOWEL = new RegExp(`^(?:${CONSONANTS})?[aeiouy]`);
/** As `hop`: what takes an `e` again. */
const SHORT = new RegExp(`^${CONSONANTS}[aeiouy][^aeiouwxy]$`);

const LONG_FORMS = suffixes(
  'ational:ate tional:tion enci:ence anci:ance izer:ize bli:ble alli:al entli:ent eli:e ousli:ous ization:ize ation:ate ator:ate alism:al ' +
    'iveness:ive fulness:ful ousness:ous aliti:al iviti:ive biliti:ble logi:log',
);
const FORMS = suffixes('icate:ic ative: alize:al iciti:ic ical:ic ful: ness:');
const ENDINGS = suffixes('al: ance: ence: er: ic: able: ible: ant: ement: ment: ent: ou: ism: ate: iti: ous: ive: ize:');

/** The stem of a lower-case word. */
export function porterStem(word: string): string {
  if (word.length < 3) {
    return word;
  }
  // At the beginning `y` is a consonant.
  const begun = word.startsWith('y') ? `Y${word.slice(1)}` : word;
  const stem = withoutLastE(withoutEnding(replaced(replaced(withI(withoutPast(withoutPlural(begun))), LONG_FORMS), FORMS)));
  return begun === word ? stem : `y${stem.slice(1)}`;
}

function withoutPlural(word: string): string {
  if (!word.endsWith('s')) {
    return word; // Most words end in nothing that is looked for: it is seen before a pattern is tried.
  }
  return /.(?:ss|i)es$/.test(word) ? word.slice(0, -2) : /.[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

function withoutPast(word: string): string {
  if (word.endsWith('eed') && word.length > 3) {
    return SOME.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
  }
  const stem = word.slice(0, word.endsWith('ed') ? -2 : word.endsWith('ing') ? -3 : word.length);
  if (stem === '' || stem === word || !HAS_VOWEL.test(stem)) {
    return word;
  }
  if (/(?:at|bl|iz)$/.test(stem)) {
    return `${stem}e`;
  }
  return /([^aeiouylsz])\1$/.test(stem) ? stem.slice(0, -1) : SHORT.test(stem) ? `${stem}e` : stem;
}

function withI(word: string): string {
  return word.endsWith('y') && /.[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}i` : word;
}

function withoutEnding(word: string): string {
  const ending = suffixOf(word, ENDINGS);
  if (ending !== undefined) {
    const stem = word.slice(0, -ending.length);
    return SEVERAL.test(stem) ? stem : word;
  }
  const stem = word.slice(0, -3);
  return word.endsWith('ion') && /.[st]ion$/.test(word) && SEVERAL.test(stem) ? stem : word;
}

function withoutLastE(word: string): string {
  const stem = word.endsWith('e') && word.length > 1 ? word.slice(0, -1) : word;
  const kept = stem !== word && !SEVERAL.test(stem) && !(ONE.test(stem) && !SHORT.test(stem)) ? word : stem;
  return kept.endsWith('ll') && SEVERAL.test(kept) ? kept.slice(0, -1) : kept;
}

type Suffixes = ReadonlyMap<string, string>;

function replaced(word: string, forms: Suffixes): string {
  const suffix = suffixOf(word, forms);
  const stem = word.slice(0, word.length - (suffix?.length ?? 0));
  return suffix !== undefined && SOME.test(stem) ? stem + (forms.get(suffix) ?? '') : word;
}

/** The longest suffix that a word ends in and does not consist of. */
function suffixOf(word: string, forms: Suffixes): string | undefined {
  for (let start = Math.max(1, word.length - LONGEST_SUFFIX); start < word.length - 1; start++) {
    const suffix = word.slice(start);
    if (forms.has(suffix)) {
      return suffix;
    }
  }
  return undefined;
}

const LONGEST_SUFFIX = 7;

function suffixes(list: string): Suffixes {
  return new Map(
    list.split(' ').map((pair) => {
      const [suffix = '', form = ''] = pair.split(':');
      return [suffix, form];
    }),
  );
}
