import type { BarChart, Line, LineChart } from '../../../src/core/runs/result';
import { ACCURACY_ONLY, isShortening, RULE_NAMES, type Rule } from './arms';
import { EXAMPLE, nameOfAnswer, SHOWN_ARMS } from './example';
import { frontierOf, gapToPath } from './frontier';
import { armNamed, countsOf, finalSpot, pathOf, type Outcome, type Spot } from './outcome';

export function frontierChart(outcome: Outcome): LineChart {
  const line = (name: string, spots: readonly Spot[]): Line => ({
    name,
    x: spots.map(({ tokens }) => tokens),
    y: spots.map(({ accuracy }) => wrong(accuracy)),
    low: spots.map(({ highAccuracy }) => wrong(highAccuracy)),
    high: spots.map(({ lowAccuracy }) => wrong(lowAccuracy)),
    style: 'measured',
  });
  const ofRule = (rule: Rule): Line => line(RULE_NAMES[rule], frontierOf(outcome, rule));
  const path = gapToPath(outcome)?.arm ?? armNamed(outcome, SHOWN_ARMS[0]);
  return {
    id: 'frontier',
    form: 'line',
    title: 'Wrong answers against length of the trained policies',
    caption:
      'One point for each strength, the mean over the seeds; bands from the worst seed to the best. Lower left is better. What few tokens cannot solve, no rule solves, so look at medium lengths.',
    xLabel: 'expected tokens of an answer',
    yLabel: 'expected wrong answers (%)',
    xScale: 'linear',
    yScale: 'linear',
    lines: [
      ofRule('drpo'),
      ofRule('rloo-lp'),
      ofRule('grpo-length'),
      line(`${path.name}, on its way`, pathOf(outcome, path)),
      line(ACCURACY_ONLY, [finalSpot(outcome, armNamed(outcome, ACCURACY_ONLY))]),
    ],
  };
}

/** Per cent, so that the axis, which begins at zero, shows the differences. */
function wrong(accuracy: number): number {
  return 100 * (1 - accuracy);
}

export function censusChart(outcome: Outcome): BarChart {
  return {
    id: 'census',
    form: 'bars',
    title: 'Correct answers that are made less likely',
    caption: 'Share of all correct answers drawn in training whose weight in the gradient is negative.',
    yLabel: 'share of correct answers (%)',
    yScale: 'linear',
    categories: outcome.arms.map(({ name }) => name),
    groups: [
      {
        name: 'negative weight',
        values: outcome.arms.map((arm) => {
          const { correct, pushedDown } = countsOf(outcome, arm);
          return correct === 0 ? null : (100 * pushedDown) / correct;
        }),
      },
    ],
  };
}

/** @param weights of the example's answers, a list for each shown arm */
export function exampleChart(weights: readonly (readonly number[])[]): BarChart {
  return {
    id: 'example',
    form: 'bars',
    title: 'One group of six answers under three rules',
    caption:
      'The weight of each answer in the gradient: above zero it becomes likelier, below zero less likely. A rule that measures against the mean of the group pushes down long correct answers.',
    yLabel: 'weight in the gradient',
    yScale: 'linear',
    categories: EXAMPLE.map(nameOfAnswer),
    groups: SHOWN_ARMS.map((name, index) => ({ name, values: weights[index] ?? [] })),
  };
}

export function learningCharts(outcome: Outcome): readonly LineChart[] {
  const arms = [ACCURACY_ONLY, ...SHOWN_ARMS].map((name) => armNamed(outcome, name)).filter((arm) => arm.name === ACCURACY_ONLY || isShortening(arm));
  const lines = (middle: keyof Spot, low: keyof Spot, high: keyof Spot): readonly Line[] =>
    arms.map((arm) => {
      const path = pathOf(outcome, arm);
      return { name: arm.name, x: outcome.steps, y: path.map((spot) => spot[middle]), low: path.map((spot) => spot[low]), high: path.map((spot) => spot[high]), style: 'measured' };
    });
  const caption = 'Exact expectation under the policy; the mean over the seeds, bands from the lowest seed to the highest.';
  const axes = { form: 'line', caption, xLabel: 'gradient steps', xScale: 'linear', yScale: 'linear' } as const;
  return [
    { ...axes, id: 'length-curve', title: 'Length while training', yLabel: 'expected tokens of an answer', lines: lines('tokens', 'lowTokens', 'highTokens') },
    { ...axes, id: 'accuracy-curve', title: 'Accuracy while training', yLabel: 'expected accuracy', lines: lines('accuracy', 'lowAccuracy', 'highAccuracy') },
  ];
}
