/**
 * The claims of the bundled digest's abstracts, read and written down by hand: the number as the abstract writes it
 * without its bound, its value or values, and its unit. A paper that is not here states none.
 */
export interface GoldClaim {
  readonly quote: string;
  readonly values: readonly number[];
  readonly unit: string;
}

const claim = (quote: string, unit: string, ...values: readonly number[]): GoldClaim => ({ quote, unit, values });

export const GOLD: Readonly<Record<string, readonly GoldClaim[]>> = {
  'hapo': [claim('33-59%', '%', 33, 59), claim('2-5%', '%', 2, 5)],
  'deep-forcing': [claim('12x', '×', 12)],
  'lm-infinite': [claim('2.72x', '×', 2.72)],
  'dataset-decomposition': [claim('3x', '×', 3)],
  'one-epoch': [claim('1.9-3.3x', '×', 1.9, 3.3), claim('1-2.7x', '×', 1, 2.7), claim('3.3-5.1x', '×', 3.3, 5.1), claim('10', '×', 10)],
  'long-clip': [claim('20%', '%', 20), claim('6%', '%', 6)],
  'improving-length-generalization': [claim('from less than 1% (for standard training) to more than 92%', '%', 1, 92)],
  'data-efficient-fine-tuning-code': [
    claim('66.9%', '%', 66.9),
    claim('66.1%', '%', 66.1),
    claim('from 47 minutes to 34 minutes', 'minutes', 47, 34),
    claim('from 61.47 GB to 42.72 GB', 'GB', 61.47, 42.72),
  ],
  'train-long-context': [claim('5%', '%', 5)],
  'pre-training-neural-sample': [claim('0.95', '', 0.95), claim('10', '×', 10), claim('16 times', '×', 16), claim('1%', '%', 1)],
  'm-longdoc': [claim('4.6%', '%', 4.6)],
  'extracting-alignment-data': [claim('10times', '×', 10)],
  'treasure-hunt': [claim('5.7%', '%', 5.7), claim('9.1%', '%', 9.1), claim('14.1%', '%', 14.1), claim('35.3%', '%', 35.3)],
  'arctic-long-sequence-training': [claim('400x', '×', 400)],
  'drpo': [claim('77\\%', '%', 77), claim('1.1\\%', '%', 1.1), claim('4.3\\%', '%', 4.3), claim('68\\%', '%', 68)],
  'skill-it': [claim('36.5 points', 'points', 36.5), claim('13.6%', '%', 13.6)],
  'efficiently-training-7b': [claim('2.42x', '×', 2.42), claim('2.26x', '×', 2.26), claim('52.30%', '%', 52.3)],
  'learn-reason-demonstrations': [
    claim('56.7%', '%', 56.7),
    claim('+40.0%', '%', 40),
    claim('57.0%', '%', 57),
    claim('+8.1%', '%', 8.1),
    claim('44.6%', '%', 44.6),
    claim('59.1%', '%', 59.1),
    claim('3.2%', '%', 3.2),
  ],
  'flashattention': [
    claim('15%', '%', 15),
    claim('3times', '×', 3),
    claim('2.4times', '×', 2.4),
    claim('0.7', '', 0.7),
    claim('6.4 points', 'points', 6.4),
    claim('61.4%', '%', 61.4),
    claim('63.1%', '%', 63.1),
  ],
  'test-time-training': [claim('5%', '%', 5)],
  'egoschema': [claim('5.7x', '×', 5.7), claim('10x to 100x', '×', 10, 100), claim('33%', '%', 33), claim('20%', '%', 20), claim('76%', '%', 76)],
};
