import type { BarChart, Chart, Line, LineChart, ScatterChart } from '../../../src/core/runs/result';
import { ARTIFACT_NAMES, ARTIFACTS } from './artifacts';
import { intensitiesOf, type Truth } from './corpus';
import { CUSTOMARY, isCopyBy, isTrivialCopy, mean, MEASURE_NAMES, MEASURES, recalls, rocOf, scoresWhere, type Measure, type Scores } from './recall';
import type { Settings } from './settings';

const CUSTOMARY_NAME = `edit similarity above ${String(CUSTOMARY)}`;

export function chartsOf(scores: Scores, settings: Settings): readonly Chart[] {
  const intensities = intensitiesOf(settings);
  const strongest = intensities.length - 1;
  return [recallChart(scores, intensities), undercountChart(scores, intensities), artifactChart(scores, strongest), scatterChart(scores, strongest), rocChart(scores, strongest)];
}

function recallChart(scores: Scores, intensities: readonly number[]): LineChart {
  const line = (name: string, measure: Measure, threshold?: number): Line => {
    const values = intensities.map((_, level) => recalls(scores, measure, isTrivialCopy(level), threshold));
    return {
      name,
      x: intensities,
      y: values.map(mean),
      low: values.map((seeds) => Math.min(...seeds)),
      high: values.map((seeds) => Math.max(...seeds)),
      style: 'measured',
    };
  };
  return {
    id: 'recall',
    form: 'line',
    title: 'Copies found against the intensity of the artifacts',
    caption:
      'Share of the copies with trivial artifacts above the threshold; mean over the seeds, bands from the lowest to the highest. Thresholds are the least that no calibration text reaches, save for the customary one. Intensity 0, copies word for word, is the negative control.',
    xLabel: 'artifact intensity',
    yLabel: 'recall',
    xScale: 'linear',
    yScale: 'linear',
    lines: [...MEASURES.map((measure) => line(MEASURE_NAMES[measure], measure)), line(CUSTOMARY_NAME, 'edit', CUSTOMARY)],
  };
}

function undercountChart(scores: Scores, intensities: readonly number[]): LineChart {
  const factors = intensities.map((_, level) => {
    const found = mean(recalls(scores, 'edit', isTrivialCopy(level), CUSTOMARY));
    return found === 0 ? null : mean(recalls(scores, 'embedding', isTrivialCopy(level))) / found;
  });
  return {
    id: 'undercount',
    form: 'line',
    title: 'How much the customary edit threshold undercounts',
    caption: 'Copies that the embedding finds for each that an edit similarity above 0.9 finds. The factor belongs to this mix of artifacts and to this intensity, not to any model.',
    xLabel: 'artifact intensity',
    yLabel: 'times as many',
    xScale: 'linear',
    yScale: 'linear',
    lines: [{ name: `embedding over ${CUSTOMARY_NAME}`, x: intensities, y: factors, style: 'measured' }],
  };
}

function artifactChart(scores: Scores, level: number): BarChart {
  const values = (measure: Measure, threshold?: number): readonly number[] => ARTIFACTS.map((artifact) => mean(recalls(scores, measure, isCopyBy(artifact, level), threshold)));
  return {
    id: 'artifacts',
    form: 'bars',
    title: 'Copies found by artifact',
    caption: 'Recall at the highest intensity. Synonyms change the letters themselves: there an embedding of letters may fail, where a learned one need not.',
    yLabel: 'recall',
    yScale: 'linear',
    categories: ARTIFACTS.map((artifact) => ARTIFACT_NAMES[artifact]),
    groups: [...MEASURES.map((measure) => ({ name: MEASURE_NAMES[measure], values: values(measure) })), { name: CUSTOMARY_NAME, values: values('edit', CUSTOMARY) }],
  };
}

function scatterChart(scores: Scores, level: number): ScatterChart {
  const group = (name: string, wanted: (truth: Truth) => boolean): ScatterChart['groups'][number] => {
    const all = (measure: Measure): readonly number[] => Array.from({ length: scores.seeds }, (_, seed) => scoresWhere(scores, seed, measure, wanted)).flat();
    return { name, x: all('edit'), y: all('embedding') };
  };
  return {
    id: 'scores',
    form: 'scatter',
    title: 'Two measures of the same generations',
    caption: 'Each generation at its likest sample, by edit similarity and by the cosine of the embeddings, at the highest intensity. Fresh texts are no copies of anything.',
    xLabel: 'best edit similarity',
    yLabel: 'best cosine',
    xScale: 'linear',
    yScale: 'linear',
    groups: [group('fresh', ({ kind }) => kind === 'fresh'), ...ARTIFACTS.map((artifact) => group(ARTIFACT_NAMES[artifact], isCopyBy(artifact, level)))],
  };
}

function rocChart(scores: Scores, level: number): LineChart {
  return {
    id: 'roc',
    form: 'line',
    title: 'True against false positives',
    caption: 'As the threshold falls, at the highest intensity, all seeds together: copies with trivial artifacts against fresh texts.',
    xLabel: 'fresh texts above the threshold',
    yLabel: 'copies above the threshold',
    xScale: 'linear',
    yScale: 'linear',
    lines: MEASURES.map((measure) => {
      const { falseRates, trueRates } = rocOf(scores, measure, level);
      return { name: MEASURE_NAMES[measure], x: falseRates, y: trueRates, style: 'measured' };
    }),
  };
}
