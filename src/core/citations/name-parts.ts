/** A person's name in the parts that bibliographies sort by. */
export interface NameParts {
  readonly given: string;
  /** With its particle: `van Beethoven`. */
  readonly family: string;
  readonly suffix?: string;
}

const PARTICLES: ReadonlySet<string> = new Set(
  'von van vom zu zum zur der den de del della di da das dos do du des la le los ten ter te af av al el bin ibn ben'.split(' '),
);
const SUFFIX = /^(?:Jr|Sr|II|III|IV)\.?$/u;
const ORGANISATION =
  /\b(?:team|group|collaboration|consortium|university|institute|laboratory|laboratories|labs?|research|foundation|inc|ltd|corp|corporation|company|gmbh|project|community|society|association|committee|department|cent(?:er|re)|network|initiative)\b/iu;

/**
 * The parts of a name in reading order, or `undefined` for one that has none: a single word, an organisation, or a text with
 * punctuation that no name has. Put together again (given, family, suffix) the parts give the name.
 */
export function splitName(name: string): NameParts | undefined {
  const words = name.split(' ');
  if (words.length < 2 || words.includes('') || isOrganisation(name) || /[,;:&()[\]{}<>@/\\=*\p{N}\p{Cc}]/u.test(name)) {
    return undefined;
  }
  const last = words.at(-1) ?? '';
  const suffix = words.length > 2 && SUFFIX.test(last) ? last : undefined;
  const parts = suffix === undefined ? words : words.slice(0, -1);
  const particle = parts.findIndex((word, index) => index > 0 && index < parts.length - 1 && PARTICLES.has(word));
  const start = particle < 0 ? parts.length - 1 : particle;
  const person = { given: parts.slice(0, start).join(' '), family: parts.slice(start).join(' ') };
  return suffix === undefined ? person : { ...person, suffix };
}

/** Whether a name says itself that it is one of an organisation. */
export function isOrganisation(name: string): boolean {
  return ORGANISATION.test(name);
}
