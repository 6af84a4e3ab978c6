import type { AnnotationKind, HighlightColour } from '../../src/core/annotations/annotation';
import type { AnnotationView, ThreadPlace } from '../../src/protocol/reader-annotations';
import { momentText } from './words';

export const KIND_WORDS: Readonly<Record<AnnotationKind, string>> = { claim: 'Claim', question: 'Question', critique: 'Critique', idea: 'Idea', todo: 'To do' };

export const COLOUR_WORDS: Readonly<Record<HighlightColour, string>> = { yellow: 'Yellow', green: 'Green', blue: 'Blue', purple: 'Purple', red: 'Red', grey: 'Grey' };

/** What is to be said of where a thread belongs; nothing where all is well. */
export function placeWords(place: ThreadPlace): string | undefined {
  switch (place.state) {
    case 'exact':
    case 'paper':
      return undefined;
    case 'moved':
      return 'Moved: the words stand elsewhere in the abstract now.';
    case 'fuzzy':
      return `Changed: ${Math.round(place.score * 100)} % like the words found here.`;
    case 'ambiguous':
      return `Ambiguous: ${place.candidates.length} places fit equally well. Select the right words and relocate it.`;
    case 'orphaned':
      return 'Orphaned: its words are not in the abstract any more.';
    case 'detached':
      return 'Detached from its place.';
    case 'stray':
      return 'A reply to an annotation that is not there any more.';
  }
}

/** Who wrote it and when, as one line. */
export function bylineOf({ creator, generator, created, modified }: AnnotationView): string {
  const who = generator === undefined ? creator : `Made by ${generator}`;
  const when = momentText(created);
  return [who, when, modified === created ? undefined : `changed ${momentText(modified)}`].filter((part) => part !== undefined).join(' · ');
}
