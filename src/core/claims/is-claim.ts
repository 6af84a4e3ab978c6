import type { Context } from './context';
import type { NumberExpression } from './expressions';

/** Words after a factor that make it a comparison. `3 times a day` is none. */
const COMPARES_AFTER =
  /^[\s-]*(?:\p{L}+ly\s)?(?:as |the |more|less|fewer|faster|slower|smaller|larger|longer|shorter|higher|lower|greater|bigger|better|worse|cheaper|lighter|deeper|wider|quicker|speed|accelerat|improve|reduc|increas|decreas|gain|boost|compress|savings?|efficien|throughput|than|over|compared|that of|those of|its|their|our)/iu;
/** And before it: `outperforms X by 3 times`. */
const COMPARES_BEFORE = /(?:\bby(?: a)?|\bof|\bto|\bup|\bthan|increas\w*|reduc\w*|improv\w*|speed\w*|estimate of|faster|slower|achiev\w*|achieving)\s+$/iu;

/** Halves that are amounts: `half the memory`, `reduces the cost by half`, `twice as fast`. */
const HALF_AFTER = /^\s(?:as\s|(?:of\s)?(?:the|its|their|that)\s(?:\p{L}+[\s-]){0,3}?(?:cost|memory|time|comput\w+|latency|parameters?|data|size|budget|tokens|flops|inference|training|footprint|steps|speed|throughput|number|amount))/iu;
const HALF_BEFORE = /\b(?:by|in)\s+(?:about |nearly |more than |over |almost )?$/iu;
const CHANGES = /(?<!\p{L})(?:reduc|cut|decreas|increas|lower|shrink|shrank|halv|sav|improv|speed|drop|exten|expand|grow|lengthen|shorten|scal|boost|rais|compress|accelerat|enlarg|lift)\p{L}*/iu;

/** A share of what was used, or a setting: `40% of the dataset`, `90% sparsity`. With `only` it is a result again. */
const SHARE_AFTER =
  /^\s(?:of|subset of)\s(?:the |its |our |all |their |total |full |original |entire |available |this |these |model |whole )*(?:[\p{L}\p{N}-]+\s){0,3}?(?:data|dataset|data set|parameters|params|weights|tokens|samples|examples|corpus|layers|heads|neurons|labels|labeled|instances|documents|sentences|images|frames|pixels|patches|nodes|words|features|annotations|users|participants|respondents|papers|authors|population|people|patients)(?!\p{L})/iu;
const SETTING_AFTER = /^\s(?:sparsity|sparse|confidence|CI\b|credible|dropout|mask(?:ing|ed)?\b|noise\b|of noise|pruning|pruned|significance|quantile|percentile|train(?:ing)?\b\/|split)/iu;
const SETTING_BEFORE = /(?:sparsity|mask(?:ing)? ratio|dropout|confidence|significance|top|quantile|probability threshold)\s(?:level |rate |ratio )?(?:of |at |= ?)?$/iu;
const ONLY_BEFORE = /(?:only|just|mere(?:ly)?|as (?:little|few) as|less than|fewer than|under|a fraction of)\s(?:about |around )?$/iu;

const METRIC_NAME =
  '(?:accuracy|precision|recall|F1|F-?score|AUC|AUROC|ROC-AUC|AUPRC|BLEU|ROUGE(?:-[\\dL]+)?|METEOR|CIDEr|perplexity|PPL|FID|FVD|PSNR|SSIM|LPIPS|mAP|AP\\d*|IoU|mIoU|Elo|score|scores|MSE|RMSE|MAE|WER|CER|DER|EER|correlation|kappa|ρ|pass@\\d+|pass\\^\\d+|win[ -]rate|success rate|MOS|nDCG(?:@\\d+)?|MRR|MCC|Dice|R2|R\\^2|loss|error)';
const SCORE_BEFORE = new RegExp(`(?:^|[^\\p{L}])${METRIC_NAME}(?:\\s(?:score|metric|value|rate))?s?\\)?\\s?(?:of|=|:|>|<|≥|≤|~|≈|\\\\geq?|\\\\leq?|reaches|reaching|is|at|to|was|exceeding|above|below)?\\s?(?:only |about |over |up to |more than |less than |at least )?\\$?$`, 'iu');
const SCORE_AFTER = new RegExp(`^\\$?\\s(?:(?:better|lower|higher|worse|improved|average|mean|overall|absolute|relative|test|top-1|macro|micro|weighted)[\\s-]){0,2}${METRIC_NAME}(?!\\p{L})`, 'iu');
const BY_BEFORE = /\bby\s(?:about |over |up to |an average of |at least |more than )*(?:\+)?$/iu;
const GAINS_AFTER = /^\s?(?:\([^)]{0,20}\)\s?)?(?:(?:absolute|relative|average|percent|overall)\s)?(?:better|higher|lower|lift|gain|improvement|increase|reduction|drop|worse)(?!\p{L})/iu;
/** A thing that is counted; words that begin another phrase are none. */
const NOUN_AFTER = /^\s(?!(?:on|in|over|for|and|compared|to|at|with|relative|than|when|while|respectively)(?!\p{L}))\p{L}/iu;
const METRIC_NEAR = new RegExp(`(?:^|[^\\p{L}])${METRIC_NAME}(?!\\p{L})`, 'iu');

/** Things that come in sizes, and machines: `4x super-resolution`, `8x A100`. */
const SIZES_AFTER = /^\$?[\s-]*(?:super-?resolution|up-?sampl|up-?scal|down-?sampl|zoom|magnif|NVIDIA|A\d{2,3}|H\d{3}|V100|RTX|TPU|GPU)/iu;

/** Whether a number is a claim, by its form and the words around it. */
export function isClaim(expression: NumberExpression, { before, after }: Context): boolean {
  const { form, shape, bound } = expression;
  switch (form) {
    case 'percent':
      return shape === 'change' || (!SETTING_AFTER.test(after) && !SETTING_BEFORE.test(before) && (!SHARE_AFTER.test(after) || bound === 'at most' || ONLY_BEFORE.test(before)));
    case 'points':
    case 'orders':
      return true;
    case 'factor':
      return isComparison(expression, before, after);
    case 'measure':
      return isMeasuredChange(expression, before, after);
    case 'plain':
      return isScore(expression, before, after);
  }
}

function isComparison({ isLoose, values }: NumberExpression, before: string, after: string): boolean {
  if (isLoose && (values[0] ?? 0) < 1) {
    return HALF_AFTER.test(after) || (HALF_BEFORE.test(before) && CHANGES.test(before));
  }
  return isLoose ? COMPARES_AFTER.test(after) || COMPARES_BEFORE.test(before) : !SIZES_AFTER.test(after);
}

/** `cut from 47 to 34 minutes`, `reduces it by 3 GB`, `5 ms lower latency`; no size without a comparison. */
function isMeasuredChange({ shape, unit }: NumberExpression, before: string, after: string): boolean {
  if (shape === 'change') {
    return CHANGES.test(before);
  }
  return unit !== '' && ((BY_BEFORE.test(before) && CHANGES.test(before)) || GAINS_AFTER.test(after));
}

/** `0.7 better perplexity`, `AUC > 0.95`, `improves BLEU by 1.2`. Whole numbers are too often something else. */
function isScore({ values, shape }: NumberExpression, before: string, after: string): boolean {
  if (values.every((value) => Number.isInteger(value)) || /^[\p{L}\p{N}\\^_{]|^[-–]\p{L}/u.test(after)) {
    return false;
  }
  return (
    (shape === 'change' && CHANGES.test(before)) ||
    SCORE_BEFORE.test(before) ||
    SCORE_AFTER.test(after) ||
    (GAINS_AFTER.test(after) && METRIC_NEAR.test(after)) ||
    (BY_BEFORE.test(before) && METRIC_NEAR.test(before) && !NOUN_AFTER.test(after))
  );
}
