/** Words that say nothing of a paper beside others; looked up in lower case. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    'a about also an and are as at be by can could did do does for from had has have how i if in into is it its may me ' +
    'my no not of on or our so such than that the their them then there these they this those to us use used using via ' +
    'was we were what when where which while who why will with would you your'
  ).split(' '),
);
