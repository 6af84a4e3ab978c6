import type { Paper } from './paper';
import type { TopicEntry } from './topic-entry';

/** Such as `long-context`. */
export type TopicId = TopicEntry['id'];

/** `name` is what people in the field call it. */
export type Topic = Pick<TopicEntry, 'id' | 'name'>;

/** A topic of a paper and the cues of its text that decided, the weightiest first. */
export interface PaperTopic {
  readonly topic: TopicId;
  readonly name: string;
  readonly score: number;
  readonly cues: readonly string[];
}

/** What a cue counts for, by the list it is in. */
const WEIGHT = { strong: 4, usual: 1.5, weak: 0.5 } as const satisfies Readonly<Record<keyof Omit<TopicEntry, 'id' | 'name'>, number>>;

/** A cue in the title counts as often as this in the abstract: titles say what a paper is about. */
const TITLE = 3;

/** Least score of a topic: about two naming cues of the abstract, or one of the title. */
const LEAST_SCORE = 6;

/** A second topic has at least this part of the first one's score. */
const SECOND = 0.8;

/** Cues given as the reason. */
const MOST_CUES = 5;

/** Bounds the time for a text nobody meant as an abstract. UTF-16 units. */
const LONGEST_TEXT = 6_000;

interface Cue {
  readonly topic: number;
  readonly weight: number;
  readonly words: readonly string[];
  readonly text: string;
}

/**
 * Finds the topics of papers.
 *
 * Derived from title and abstract alone, by a lexicon: each topic has cues of three weights, and its score is the sum
 * over the cues found of weight times `log2(1 + occurrences)`, an occurrence in the title counted as three.
 * Of cues of one topic that overlap, the first counts, the longest if several begin there. A topic needs a least score; a second one is given when it comes
 * close to the first. So the topics of a paper do not depend on what else is in the library, never move when papers are
 * added, can be explained by the cues found, and cost one pass over the words.
 */
export class TopicFinder {
  /** Cues by their first word, the longest first. */
  private readonly cues: ReadonlyMap<string, readonly Cue[]>;

  /** @param topics the lexicon: all topics there are */
  constructor(readonly topics: readonly TopicEntry[]) {
    this.cues = readCues(topics);
  }

  /** The one or two topics of a paper, best first; none when its text speaks for none. */
  topicsOf({ title, abstract }: Pick<Paper, 'title' | 'abstract'>): readonly PaperTopic[] {
    const occurrencesOf = new Map<Cue, number>();
    this.count(title, TITLE, occurrencesOf);
    this.count(abstract.slice(0, LONGEST_TEXT), 1, occurrencesOf);
    const scores = new Map<number, { score: number; cues: { readonly text: string; readonly worth: number }[] }>();
    for (const [{ topic, weight, text }, occurrences] of occurrencesOf) {
      const worth = weight * Math.log2(1 + occurrences);
      const entry = scores.get(topic) ?? { score: 0, cues: [] };
      scores.set(topic, entry);
      entry.score += worth;
      entry.cues.push({ text, worth });
    }
    const ranked = [...scores].filter(([, { score }]) => score >= LEAST_SCORE).sort(([one, a], [other, b]) => b.score - a.score || one - other);
    const best = ranked[0]?.[1].score ?? 0;
    return ranked
      .slice(0, 2)
      .filter(([, { score }]) => score >= best * SECOND)
      .flatMap(([place, { score, cues: found }]) => {
        const topic = this.topics[place];
        const telling = found.sort((one, other) => other.worth - one.worth).slice(0, MOST_CUES);
        return topic === undefined ? [] : [{ topic: topic.id, name: topic.name, score, cues: telling.map(({ text }) => text) }];
      });
  }

  private count(text: string, times: number, found: Map<Cue, number>): void {
    const words = wordsOf(text);
    const covered = new Map<number, number>();
    words.forEach((word, at) => {
      for (const cue of this.cues.get(word) ?? []) {
        const end = at + cue.words.length;
        if ((covered.get(cue.topic) ?? 0) <= at && cue.words.every((part, offset) => words[at + offset] === part)) {
          covered.set(cue.topic, end);
          found.set(cue, (found.get(cue) ?? 0) + times);
        }
      }
    });
  }
}

/** Words in lower case and the singular; hyphens part words. */
function wordsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+(?:\.\p{N}+)*/gu) ?? []).map(singular);
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/u.test(word) ? word.slice(0, -1) : word;
}

function readCues(lexicon: readonly TopicEntry[]): ReadonlyMap<string, readonly Cue[]> {
  const byFirst = new Map<string, Cue[]>();
  lexicon.forEach((entry, topic) => {
    const known = new Set<string>();
    for (const list of ['strong', 'usual', 'weak'] as const) {
      for (const text of (entry[list] ?? '').trim().split(/,\s+/u)) {
        const words = wordsOf(text);
        const [first] = words;
        const phrase = words.join(' ');
        if (first !== undefined && !known.has(phrase)) {
          known.add(phrase);
          byFirst.set(first, [...(byFirst.get(first) ?? []), { topic, weight: WEIGHT[list], words, text: text.replace(/\s+/gu, ' ') }]);
        }
      }
    }
  });
  for (const cues of byFirst.values()) {
    cues.sort((one, other) => other.words.length - one.words.length);
  }
  return byFirst;
}
