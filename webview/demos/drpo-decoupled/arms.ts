/** A rule that turns a group of answers into weights of the gradient, numbered as in signals.wgsl. */
export type Rule = 'grpo-length' | 'rloo-lp' | 'drpo';
export const RULE_CODES: Readonly<Record<Rule, number>> = { 'grpo-length': 0, 'rloo-lp': 1, drpo: 2 };
export const RULE_NAMES: Readonly<Record<Rule, string>> = { 'grpo-length': 'GRPO + length', 'rloo-lp': 'RLOO-LP', drpo: 'DRPO' };

/** One way of training: a rule and how strongly it asks for short answers. */
export interface Arm {
  readonly name: string;
  readonly rule: Rule;
  /** α of the two length penalties, 1/Λ of DRPO; 0 asks for correct answers alone. */
  readonly strength: number;
  /** Step size of the gradient. */
  readonly rate: number;
}

/** GRPO divides by the deviation of the group, so its weights are larger and its steps half as long. */
const RATES: Readonly<Record<Rule, number>> = { 'grpo-length': 1, 'rloo-lp': 2, drpo: 2 };
const PENALTIES = [0.1, 0.3, 0.6, 1];
const LAMBDAS = [0.05, 0.1, 0.2, 0.5, Infinity];

/** Reward for correct answers alone: GRPO without a length penalty. */
export const ACCURACY_ONLY = 'accuracy only';
/** The negative control: DRPO whose positive weights do not know the length. */
export const DRPO_CONTROL = 'DRPO Λ=∞';

/** All arms at the chosen multiple of the step sizes. */
export function armsAt(pace: number): readonly Arm[] {
  const arm = (rule: Rule, name: string, strength: number): Arm => ({ name, rule, strength, rate: pace * RATES[rule] });
  const penalised = (rule: Rule): readonly Arm[] => PENALTIES.map((alpha) => arm(rule, `${RULE_NAMES[rule]} α=${String(alpha)}`, alpha));
  return [
    arm('grpo-length', ACCURACY_ONLY, 0),
    ...penalised('grpo-length'),
    ...penalised('rloo-lp'),
    ...LAMBDAS.map((lambda) => arm('drpo', `DRPO Λ=${lambda === Infinity ? '∞' : String(lambda)}`, 1 / lambda)),
  ];
}

/** The arms in which a rule asks for short answers. */
export function isShortening({ strength }: Arm): boolean {
  return strength > 0;
}
