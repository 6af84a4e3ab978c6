import type { PaperKey } from './paper';
import { fingerprint } from './fingerprint';

const LONGEST_KEY = 32;
/** A name before the colon of more words than this is a sentence. */
const WORDS_OF_NAME = 6;
const SHORTEST_NAME = 2;
/** Words taken from a title without a name; a word joined by hyphens counts as one. */
const TELLING_WORDS = 3;

/** Words left out of a name. */
const LINKING_WORDS = wordSet('a an the and or of in on at to for from by with via');

/** Words of a title that do not tell it from others. */
const STOP_WORDS = wordSet(
  'a an the and or nor but not no of in on at to for from by with without via as is are was were be been being do does did can could ' +
    'may might must shall should will would how what when where which who why whether than that this these those it its i we you they ' +
    'our your their my all any some each every more most less least very much many into onto over under between through during ' +
    'towards toward about against within beyond using based need needs let lets us if then also so just yet too there here have has ' +
    'had done right easily effectively best get enough improve improves',
);

/** Words of so many titles here that they are left out while two others are found. */
const COMMON_WORDS = wordSet('large language model models llm llms lm lms');

/** What stands before a colon and is the kind of the paper, not its name. */
const KINDS_OF_PAPER = wordSet('position paper survey review report tutorial perspective opinion technical note');

const GREEK: Readonly<Record<string, string>> = {
  α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'epsilon', ζ: 'zeta', η: 'eta', θ: 'theta', ι: 'iota', κ: 'kappa', λ: 'lambda',
  μ: 'mu', ν: 'nu', ξ: 'xi', ο: 'o', π: 'pi', ρ: 'rho', σ: 'sigma', ς: 'sigma', τ: 'tau', υ: 'upsilon', φ: 'phi', χ: 'chi', ψ: 'psi', ω: 'omega',
};

/** File names Windows keeps for itself, and the one name every JavaScript object has. Keys become both. */
const RESERVED = /^(con|prn|aux|nul|(com|lpt)\d|constructor)$/u;

/**
 * The key a title suggests, before collisions: the name in front of the colon if there is a short one, else the first
 * telling words; `[a-z0-9-]`, at most 32 characters, never empty.
 */
export function keyForTitle(title: string): PaperKey {
  const key = keyOfName(title) ?? keyOfWords(title);
  if (key === '') {
    return `paper-${fingerprint(title)}`;
  }
  return RESERVED.test(key) ? `${key}-paper` : key;
}

/** Gives keys that no other paper has, in amortised constant time a key. */
export class KeyGiver {
  private readonly given = new Set<PaperKey>();
  private readonly letters = new Map<string, number>();

  /** @param taken the keys that papers have already; never changed here */
  constructor(private readonly taken: { has(key: PaperKey): boolean }) {}

  /**
   * @param year year of publication, where known
   * @returns the title's key; when taken, with the year; when that is taken too, with a letter after it (`b` for the second)
   */
  give(title: string, year: string | undefined): PaperKey {
    const base = keyForTitle(title);
    const dated = year === undefined ? base : withSuffix(base, year);
    const key = [base, dated].find((candidate) => !this.isTaken(candidate)) ?? this.lettered(base, year);
    this.given.add(key);
    return key;
  }

  private lettered(base: PaperKey, year = ''): PaperKey {
    const group = `${base} ${year}`;
    for (let count = this.letters.get(group) ?? 1; ; count++) {
      const key = withSuffix(base, `${year}${letters(count)}`);
      if (!this.isTaken(key)) {
        this.letters.set(group, count + 1);
        return key;
      }
    }
  }

  private isTaken(key: PaperKey): boolean {
    return this.given.has(key) || this.taken.has(key);
  }
}

/** Printable ASCII, of which compatibility forms are the text itself. */
const PLAIN = /^[ -~]*$/u;

/**
 * A title as it is compared: compatibility forms, case, punctuation, TeX marks and spacing make no difference.
 * Two titles are the same paper's when these are equal.
 */
export function normaliseTitle(title: string): string {
  const plain = PLAIN.test(title) ? title.toLowerCase() : title.normalize('NFKC').toLowerCase().normalize('NFKC');
  const bare = plain.replace(/[\^_$\\{}'’]/gu, '').replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
  return bare === '' ? plain.trim() : bare;
}

/** The key of what stands before a colon, or before the `!` or `?` of a one-word name (`Skill-it! A …`). */
function keyOfName(title: string): PaperKey | undefined {
  const front = /^([^:]{1,80}):\s/u.exec(title)?.[1] ?? /^(\S{2,31})[!?]\s/u.exec(title)?.[1];
  const all = words(front ?? '');
  const telling = all.filter((word) => !LINKING_WORDS.has(word));
  const key = join(telling, WORDS_OF_NAME);
  const named = key.length >= SHORTEST_NAME && telling.length <= WORDS_OF_NAME && !telling.every((word) => KINDS_OF_PAPER.has(word));
  return named ? key : undefined;
}

function keyOfWords(title: string): PaperKey {
  const all = words(title);
  const telling = all.filter((word) => !STOP_WORDS.has(word));
  const own = telling.filter((word) => !COMMON_WORDS.has(word));
  const chosen = [own.length >= 2 ? own : telling, all].find((some) => some.length > 0) ?? [];
  return join(chosen, TELLING_WORDS);
}

/** Words in `[a-z0-9-]`; hyphens inside a word stay. */
function words(text: string): readonly string[] {
  return text
    .slice(0, 400)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}\^_$\\{}'’]/gu, '')
    .replace(/[α-ω]/gu, (letter) => GREEK[letter] ?? '')
    .replace(/(\d)[,.](?=\d{3}\b)/gu, '$1')
    .split(/[^a-z0-9-]+/u)
    .map((word) => word.replace(/-+/gu, '-').replace(/^-|-$/gu, ''))
    .filter((word) => word !== '');
}

/** As many words as fit into a key, at most `most`. */
function join(chosen: readonly string[], most: number): PaperKey {
  return trimKey(chosen.slice(0, most).join('-'), LONGEST_KEY);
}

function withSuffix(base: PaperKey, suffix: string): PaperKey {
  return `${trimKey(base, LONGEST_KEY - suffix.length - 1)}-${suffix}`;
}

/** Cuts at a hyphen where that leaves the better part. */
function trimKey(key: string, longest: number): string {
  if (key.length <= longest) {
    return key;
  }
  const hyphen = key.lastIndexOf('-', longest);
  return key.slice(0, hyphen > longest / 2 ? hyphen : longest).replace(/-+$/u, '');
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

/** 1 is `b`: the first of a kind has no letter. 26 is `aa`. */
function letters(count: number): string {
  let rest = count;
  let text = '';
  do {
    text = String.fromCharCode(97 + (rest % 26)) + text;
    rest = Math.floor(rest / 26) - 1;
  } while (rest >= 0);
  return text;
}
