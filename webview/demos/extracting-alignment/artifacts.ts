import { FILLERS, PREFIX, SUFFIX } from './words';

/** What a model does to a sample that it gives back. */
export type Artifact = 'swapped' | 'filled' | 'framed' | 'inflected' | 'synonyms';

/** Artifacts that leave the words as they are, which the claims speak of. */
export const TRIVIAL: readonly Artifact[] = ['swapped', 'filled', 'framed', 'inflected'];
/** All of them. Words replaced by others leave an embedding of letters nothing to see, which is shown and claimed of none. */
export const ARTIFACTS: readonly Artifact[] = [...TRIVIAL, 'synonyms'];

export const ARTIFACT_NAMES: Readonly<Record<Artifact, string>> = {
  swapped: 'halves swapped',
  filled: 'filler words',
  framed: 'boilerplate around it',
  inflected: 'inflected words',
  synonyms: 'synonyms (not in the claims)',
};

const FILLED = 0.6;
const INFLECTED = 0.5;
const REPLACED = 0.6;

/**
 * A sample as it comes back.
 * @param intensity 0 leaves it as it is, 1 is the whole artifact
 * @param draw the next random number, uniform in [0, 1)
 */
export function regurgitate(words: readonly string[], artifact: Artifact, intensity: number, vocabulary: readonly string[], draw: () => number): readonly string[] {
  const pick = (list: readonly string[]): string => list[Math.floor(draw() * list.length)] ?? '';
  switch (artifact) {
    case 'swapped': {
      const moved = Math.round((intensity * words.length) / 2);
      return [...words.slice(moved), ...words.slice(0, moved)];
    }
    case 'filled':
      return words.flatMap((word) => (draw() < FILLED * intensity ? [pick(FILLERS), word] : [word]));
    case 'framed':
      return [...PREFIX.slice(0, Math.round(intensity * PREFIX.length)), ...words, ...SUFFIX.slice(0, Math.round(intensity * SUFFIX.length))];
    case 'inflected':
      return words.map((word) => (draw() < INFLECTED * intensity ? `${word}s` : word));
    case 'synonyms':
      return words.map((word) => (draw() < REPLACED * intensity ? pick(vocabulary) : word));
  }
}
