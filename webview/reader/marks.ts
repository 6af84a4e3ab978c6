/**
 * Marks parts of the abstract without a change of its document, so that selections in it stay as they are and copies are the
 * text alone. A browser that cannot do so shows none; the lists beside the abstract say the same.
 *
 * @param name as the style sheet has it
 */
export function paint(name: string, ranges: readonly Range[]): void {
  if ('highlights' in CSS) {
    CSS.highlights.set(name, new Highlight(...ranges));
  }
}
