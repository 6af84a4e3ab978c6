import type { BarChart, Chart, Line, LineChart } from '../../../src/core/runs/result';
import { median } from '../../gpu/timing';
import { targetLogit } from './fit';
import { logitsOf, lossOf, sinkErrors, type Findings, type Fitted } from './findings';
import { MASKS, MODE_NAMES, MODES, type Mode } from './modes';
import { REACH, RIDGES, SEEDS, STRONG_FIT } from './settings';
import { blockMean, blocksOf, extremes, mean, type Block } from './statistics';

const POINTS = 256;

export function chartsOf(findings: Findings, software: boolean): readonly Chart[] {
  return [lossChart(findings), logitChart(findings), entropyChart(findings), ridgeChart(findings), sinkChart(findings), timeChart(findings, software)];
}

/** The charts that follow from the fits alone. */
export function fitCharts(fitted: Fitted): readonly Chart[] {
  return [logitChart(fitted), ridgeChart(fitted)];
}

function lossChart(findings: Findings): LineChart {
  const { settings, oracle } = findings;
  const blocks = blocksOf(settings.sequence);
  const source = (block: Block): readonly number[] => Array.from({ length: SEEDS }, (_, stream) => blockMean(oracle, settings.sequence, stream, block));
  return {
    id: 'loss',
    form: 'line',
    title: 'Loss against position',
    caption: `Mean negative log-likelihood in blocks of positions; the band is the least and the most of ${String(SEEDS)} streams. The head was fitted up to position ${String(settings.trained)}.`,
    xLabel: 'position in the stream',
    yLabel: 'loss (nats)',
    xScale: 'log',
    yScale: 'linear',
    lines: [
      ...MODES.map((mode) => banded(MODE_NAMES[mode], blocks, (block) => lossOf(findings, mode, block, false))),
      banded('a predictor that knows the source', blocks, source),
    ],
  };
}

function logitChart(fitted: Fitted): LineChart {
  const { settings } = fitted;
  const reach = REACH * settings.trained;
  const x = [...new Set(Array.from({ length: POINTS }, (_, point) => Math.round(((reach - 1) * point) / (POINTS - 1))))];
  const line = (name: string, fit: number): Line => {
    const logits = logitsOf(fitted, fit);
    return { name, x, y: x.map((distance) => logits[distance] ?? null), style: 'measured' };
  };
  return {
    id: 'logits',
    form: 'line',
    title: 'Position logit against distance',
    caption: `Fitted to the target at distances below L = ${String(settings.trained)} alone, and drawn to 8 L.`,
    xLabel: 'distance of key and query',
    yLabel: 's(D)',
    xScale: 'linear',
    yScale: 'linear',
    lines: [
      line(`λ = ${String(RIDGES[settings.fit] ?? NaN)}`, settings.fit),
      line('λ = 1 (control)', STRONG_FIT),
      { name: 'theory: the target, 3 − ln(1 + D)', x, y: x.map(targetLogit), style: 'theory' },
    ],
  };
}

function entropyChart({ settings, scores }: Findings): LineChart {
  const blocks = blocksOf(settings.sequence);
  const line = (mode: Mode): Line => {
    const entropy = scores.find((one) => one.mode === mode)?.entropy ?? new Float32Array();
    return banded(MODE_NAMES[mode], blocks, (block) => Array.from({ length: SEEDS }, (_, stream) => blockMean(entropy, settings.sequence, stream, block)));
  };
  const x = blocks.map(middle);
  return {
    id: 'entropy',
    form: 'line',
    title: 'Entropy of the attention against position',
    caption: 'With small logits the entropy of full attention grows with the logarithm of the keys; exploding logits pull it to a few wrong ones. A window bounds it.',
    xLabel: 'position in the stream',
    yLabel: 'entropy (nats)',
    xScale: 'log',
    yScale: 'linear',
    lines: [line('full'), line('strong'), line('lambda'), { name: 'theory: even attention, ln n', x, y: x.map(Math.log), style: 'theory' }],
  };
}

function ridgeChart(fitted: Fitted): LineChart {
  const each = RIDGES.map((_, fit) => extremes(logitsOf(fitted, fit), fitted.settings));
  return {
    id: 'ridge',
    form: 'line',
    title: 'How the explosion depends on the penalty',
    caption: 'Largest |s| where the head was fitted and from there to 8 L, for every ridge penalty λ: a strong penalty removes the explosion.',
    xLabel: 'ridge penalty λ',
    yLabel: 'largest |s|',
    xScale: 'log',
    yScale: 'log',
    lines: [
      { name: 'distances below L', x: RIDGES, y: each.map(({ inside }) => inside), style: 'measured' },
      { name: 'distances from L to 8 L', x: RIDGES, y: each.map(({ outside }) => outside), style: 'measured' },
    ],
  };
}

function sinkChart(findings: Findings): BarChart {
  const errors = (looking: boolean): readonly number[] => MASKS.map((mode) => mean(sinkErrors(findings, mode, looking)));
  return {
    id: 'sink',
    form: 'bars',
    title: 'Error of the sink head beyond L',
    caption: `Root mean square error of its output, mean of ${String(SEEDS)} heads. Most queries look for nothing and should put out zero; some look for a key near by.`,
    yLabel: 'error',
    yScale: 'linear',
    categories: MASKS.map((mode) => (mode === 'lambda' ? 'Λ mask' : MODE_NAMES[mode])),
    groups: [
      { name: 'queries that look for nothing', values: errors(false) },
      { name: 'queries that look for a key', values: errors(true) },
    ],
  };
}

function timeChart({ times }: Findings, software: boolean): LineChart {
  return {
    id: 'time',
    form: 'line',
    title: 'Time per token against stream length',
    caption: `Scoring one stream; full attention takes time in proportion to its length for each token, the masks do not${software ? '. On a software adapter nothing follows for hardware' : ''}.`,
    xLabel: 'stream length N',
    yLabel: 'time per token (µs)',
    xScale: 'log',
    yScale: 'log',
    lines: MASKS.map((mode) => {
      const own = times.filter((one) => one.mode === mode);
      return { name: MODE_NAMES[mode], x: own.map(({ length }) => length), y: own.map(({ length, times: { samplesMs } }) => (1000 * median(samplesMs)) / length), style: 'measured' };
    }),
  };
}

function banded(name: string, blocks: readonly Block[], of: (block: Block) => readonly number[]): Line {
  const each = blocks.map(of);
  return {
    name,
    x: blocks.map(middle),
    y: each.map(mean),
    low: each.map((values) => Math.min(...values)),
    high: each.map((values) => Math.max(...values)),
    style: 'measured',
  };
}

function middle({ first, end }: Block): number {
  return Math.sqrt(first * end);
}
