import { sentenceAt, sentencesOf } from '../text/sentences';
import { baselineOf } from './baseline';
import type { Claim } from './claim';
import { comparisonOf, kindOf } from './claim-kind';
import { contextOf } from './context';
import { expressionsOf } from './expressions';
import { isClaim } from './is-claim';
import { metricOf } from './metric';
import { quantitiesOf } from './quantities';

/** A text has some 2,000 characters. Of one a hundred times as long only the beginning is looked at. */
const LONGEST_TEXT = 200_000;

/** The claims of a text in their order, found by rules. Takes time in proportion to the length of the text. */
export function claimsOf(source: string): readonly Claim[] {
  const text = source.slice(0, LONGEST_TEXT);
  const quantities = quantitiesOf(text);
  if (quantities.length === 0) {
    return [];
  }
  const sentences = sentencesOf(text);
  return expressionsOf(text, quantities).flatMap((expression) => {
    const { range, values, unit, bound } = expression;
    const sentence = sentenceAt(sentences, range.start);
    if (sentence === undefined) {
      return [];
    }
    const context = contextOf(text, sentence, range);
    if (!isClaim(expression, context)) {
      return [];
    }
    const baseline = baselineOf(context, text.slice(sentence.start, Math.min(sentence.end, sentence.start + 200)));
    const claim: Claim = {
      range,
      sentence,
      values,
      unit,
      ...(bound === undefined ? {} : { bound }),
      comparison: comparisonOf(expression, context),
      kind: kindOf(expression, context),
      metric: metricOf(expression, context),
      ...(baseline === undefined ? {} : { baseline }),
    };
    return [claim];
  });
}
