import type { CodeTarget } from '../core/anchors/code-target';
import type { Annotation } from '../core/annotations/annotation';

/** What names a link in messages and commands: the annotation, and the place as it is kept. */
export function codeLinkId({ id }: Pick<Annotation, 'id'>, { path, lines: { first, last } }: Pick<CodeTarget, 'path' | 'lines'>): string {
  return `${id}#${first}-${last}#${path}`;
}
