import type { BarChart, Chart, LineChart } from '../../../src/core/runs/result';
import { median } from '../../gpu/timing';
import { pairsOf } from './attention-reference';
import { POLICIES, type Policy, type Training } from './curriculum';
import type { DataSet } from './data-set';
import { LAYOUT_NAMES } from './live-batch';
import type { LiveResult } from './live-run';
import { pieceLengths, type Settings } from './settings';
import { flopsPerToken, lengthsOverTime, mean, type AttentionCost } from './statistics';

const SLICES = 24;
const WIDTHS = [512, 768, 1024, 1536, 2048, 3072, 4096, 6144, 8192];
const POLICY_NAMES: Readonly<Record<Policy, string>> = { 'short-first': 'odds halve as length doubles', equal: 'equal odds (control)' };

/** Names of the data sets: by seed, and the control last. */
export function dataSetNames({ seed }: Settings, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => (index + 1 < count ? `seed ${String(seed + index)}` : 'control: documents of length C'));
}

/** The charts that need no measured time: they follow from the integers alone. */
export function countCharts(
  dataSets: readonly DataSet[],
  costs: readonly AttentionCost[],
  trainings: readonly { readonly training: Training; readonly picks: readonly number[] }[],
  settings: Settings,
): readonly Chart[] {
  const names = dataSetNames(settings, costs.length);
  return [pairsChart(costs, names), bucketChart(dataSets, names, settings), shareChart(costs, names), curriculumChart(trainings, settings), estimateChart(costs, settings)];
}

function pairsChart(costs: readonly AttentionCost[], names: readonly string[]): BarChart {
  return {
    id: 'pairs',
    form: 'bars',
    title: 'Attention pairs per token',
    caption: 'Query–key pairs that causal attention computes for one token. A document mask hides the pairs that join two documents and keeps the chunks.',
    yLabel: 'pairs a token',
    yScale: 'linear',
    categories: [LAYOUT_NAMES.concatenated, LAYOUT_NAMES['document-mask'], LAYOUT_NAMES.decomposed],
    groups: costs.map(({ concatenated, documentMask, decomposed }, index) => ({ name: names[index] ?? '', values: [concatenated, documentMask, decomposed] })),
  };
}

function bucketChart(dataSets: readonly DataSet[], names: readonly string[], settings: Settings): BarChart {
  const sizes = pieceLengths(settings);
  return {
    id: 'buckets',
    form: 'bars',
    title: 'Tokens by bucket',
    caption: 'Share of all tokens that lie in pieces of each length; what is missing to one was dropped with short remainders.',
    yLabel: 'share of tokens',
    yScale: 'linear',
    categories: sizes.map(String),
    groups: dataSets.map(({ pieceCounts, tokens }, index) => ({
      name: names[index] ?? '',
      values: sizes.map((length, bucket) => (length * (pieceCounts[bucket] ?? NaN)) / tokens),
    })),
  };
}

function shareChart(costs: readonly AttentionCost[], names: readonly string[]): BarChart {
  return {
    id: 'shares',
    form: 'bars',
    title: 'Pairs across documents, and dropped tokens',
    caption: 'Share of the pairs in concatenated chunks that join two documents, and share of the tokens that decomposing drops.',
    yLabel: 'share',
    yScale: 'linear',
    categories: ['pairs across documents', 'tokens dropped'],
    groups: costs.map(({ crossShare, droppedShare }, index) => ({ name: names[index] ?? '', values: [finite(crossShare), finite(droppedShare)] })),
  };
}

function curriculumChart(trainings: Parameters<typeof countCharts>[2], settings: Settings): LineChart {
  const x = Array.from({ length: SLICES }, (_, slice) => (slice + 0.5) / SLICES);
  return {
    id: 'curriculum',
    form: 'line',
    title: 'Sequence length over the training',
    caption: `Mean length of the sequences in each ${String(SLICES)}th of the training, ${String(settings.cycles)} cycles; the band is the least and the most of all trainings. Every step has C tokens.`,
    xLabel: 'share of the training',
    yLabel: 'sequence length',
    xScale: 'linear',
    yScale: 'log',
    lines: POLICIES.map((policy) => {
      const each = trainings.filter(({ training }) => training.policy === policy).map(({ picks }) => lengthsOverTime(picks, settings, SLICES));
      const column = (slice: number): number[] => each.map((lengths) => lengths[slice] ?? NaN);
      return {
        name: POLICY_NAMES[policy],
        x,
        y: x.map((_, slice) => finite(mean(column(slice)))),
        low: x.map((_, slice) => finite(Math.min(...column(slice)))),
        high: x.map((_, slice) => finite(Math.max(...column(slice)))),
        style: 'measured' as const,
      };
    }),
  };
}

function estimateChart(costs: readonly AttentionCost[], settings: Settings): LineChart {
  const drawn = costs.slice(0, -1);
  const chunk = 2 ** settings.maxLog2;
  const ratio = (width: number, baseline: (cost: AttentionCost) => number): number =>
    mean(drawn.map((cost) => flopsPerToken(width, baseline(cost)) / flopsPerToken(width, cost.decomposed)));
  const line = (name: string, baseline: (cost: AttentionCost) => number): LineChart['lines'][number] => ({
    name,
    x: WIDTHS,
    y: WIDTHS.map((width) => finite(ratio(width, baseline))),
    style: 'theory',
  });
  return {
    id: 'estimate',
    form: 'line',
    title: 'Estimated saving on the whole training',
    caption: 'By the formula 24 d² + 4 d · pairs a token and layer, with the counted pairs: attention is a part of the cost, and the smaller a part the wider the model.',
    xLabel: 'model width d',
    yLabel: 'cost of the baseline / cost decomposed',
    xScale: 'log',
    yScale: 'linear',
    lines: [
      line(`estimate: baseline with chunks of ${String(chunk)}`, ({ concatenated }) => concatenated),
      line(`estimate: baseline with chunks of ${String(chunk / 4)}`, () => (chunk / 4 + 1) / 2),
    ],
  };
}

/** @param results of concatenated chunks first */
export function timeChart(results: readonly LiveResult[], software: boolean): BarChart {
  const perToken = results.map(({ batch, times }) => ({ time: median(times.samplesMs) / batch.tokens, pairs: pairsOf(batch) / batch.tokens }));
  const [first] = perToken;
  return {
    id: 'time',
    form: 'bars',
    title: 'Measured time and pairs of one batch',
    caption: `Attention run for real, per token and relative to concat-and-chunk${software ? '; on a software adapter, so nothing follows for hardware' : ''}.`,
    yLabel: 'relative to concat-and-chunk',
    yScale: 'linear',
    categories: results.map(({ batch }) => LAYOUT_NAMES[batch.layout]),
    groups: [
      { name: 'kernel time', values: perToken.map(({ time }) => finite(time / (first?.time ?? NaN))) },
      { name: 'pairs', values: perToken.map(({ pairs }) => finite(pairs / (first?.pairs ?? NaN))) },
    ],
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
