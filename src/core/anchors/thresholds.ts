// When a place is taken for the one that was meant. `npm run score:anchors` measures them on edited abstracts.

/** So many letters in a row agree by chance about never in one abstract; the phrases of a field are shorter. */
export const ENOUGH_EVIDENCE = 36;

/** Of less context than there was, this part must still agree: a short word has nothing else to be known by. */
export const CONTEXT_TO_AGREE = 0.45;

/**
 * Up to this length a quote is a phrase that its text may use again, with some equal words on either side. This
 * share of the context must agree on both sides, or so many letters on one, which is a whole side less a typo: the other was
 * another sentence, or was changed.
 */
export const SHORT_QUOTE = 24;
export const SIDE_TO_AGREE = 0.6;
export const SIDE_IN_FULL = 28;

/** A place this close to the best one fits as well. */
export const RIVAL_WITHIN = 8;

/** What the old position counts for the very words, in letters: it decides between equal places, against context it does not. */
export const POSITION_COUNTS = 16;

/** Letters of context that must agree at the old position as well: other texts have their own words there. */
export const CONTEXT_AT_POSITION = 10;

/** Words of which a smaller share is left are other words. */
export const LEAST_KEPT = 0.6;

/** Where more was put in than this multiple of the words, they are not said any more. */
export const MOST_PUT_IN = 1.5;

/** What a letter that is lost takes away, and one that was put in. */
export const LOST_COUNTS = 2;
export const ADDED_COUNTS = 0.25;

/** Share of a pattern that may differ where places are looked for; what is found is judged by the above. */
export const SEARCHED_DIFFERENCE = 0.38;

/** Quotes and texts longer than these, in UTF-16 units, are looked for as they are: the search costs their product. */
export const LONGEST_QUOTE = 2_500;
export const LONGEST_TEXT = 200_000;

/** Longer words, in UTF-16 units, are looked for by their ends alone. */
export const LONGEST_WHOLE = 500;

/** Letters laid side by side in one search, first text times second: it bounds the time of a search. What comes first is looked at in any case. */
export const MOST_CELLS = 30_000_000;

/** Equal places that are looked at. */
export const MOST_PLACES = 1_000;
