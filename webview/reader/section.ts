import { element, type Child } from '../ui/element';
import { Part } from './part';

/** A section of the page under its heading, as one part. */
export function sectionPart<T>(id: string, heading: string, draw: (data: T) => readonly Child[]): Part<T> {
  const title = element('h2', { id: `${id}-heading` }, [heading]);
  const section = element('section', { id, class: `section ${id}`, 'aria-labelledby': title.id });
  return new Part<T>(section, (data) => [title, ...draw(data)]);
}

/** The one calm line of a section with nothing in it. */
export function nothing(sentence: string): HTMLElement {
  return element('p', { class: 'muted' }, [sentence]);
}
