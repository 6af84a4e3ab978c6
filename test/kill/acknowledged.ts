/** A line of the writer: what it may assume to be kept from now on, or what it is about to delete. */
export type Line =
  | { readonly what: 'annotation'; readonly paper: string; readonly id: string; readonly state: number }
  | { readonly what: 'deleting' | 'deleted'; readonly paper: string; readonly id: string }
  | { readonly what: 'draft'; readonly paper: string; readonly id: string; readonly state: number }
  | { readonly what: 'reading'; readonly paper: string; readonly state: number };

/** The state that a comment or a tag says, as the writer puts it there. */
export function stateIn(text: string | undefined): number {
  return Number(/(\d+)$/u.exec(text ?? '')?.[1] ?? NaN);
}
