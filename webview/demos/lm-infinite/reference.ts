import type { Breath } from '../../gpu/breath';
import { anglesAt, targetLogit, type Weights } from './fit';
import { shapeOf, type Mode } from './modes';
import { VOCABULARY, type Settings } from './settings';
import { SINK_WIDTH, type SinkHeads } from './sink';

/** A position of one stream. */
export interface Place {
  readonly stream: number;
  readonly position: number;
}

export interface ReferenceScore {
  readonly nll: number;
  readonly entropy: number;
  /** Largest |s| among the keys seen. */
  readonly largest: number;
}

/** The position logit in float64, at every distance below `distances`. */
export function referenceLogits(weights: Weights, distances: number): Float64Array {
  return Float64Array.from({ length: distances }, (_, distance) => anglesAt(distance).reduce((sum, value, index) => sum + value * (weights[index] ?? NaN), 0));
}

/** How far a fit is from the minimum of its objective: the largest entry of the gradient Fᵀ(Fw − y) + λw. */
export function fitResidual(weights: Weights, ridge: number, trained: number): number {
  const gradient = weights.map((value) => ridge * value);
  for (let distance = 0; distance < trained; distance += 1) {
    const angles = anglesAt(distance);
    const miss = angles.reduce((sum, value, index) => sum + value * (weights[index] ?? NaN), 0) - targetLogit(distance);
    for (const [index, value] of angles.entries()) gradient[index] = (gradient[index] ?? NaN) + miss * value;
  }
  return gradient.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** Likelihood and entropy at chosen places in float64, by the definition of the softmax. */
export async function referenceScores(
  mode: Mode,
  settings: Settings,
  streams: readonly Uint32Array[],
  logits: Float64Array,
  places: readonly Place[],
  breath: Breath,
): Promise<readonly ReferenceScore[]> {
  const { globals, window, cap } = shapeOf(mode, settings);
  const found: ReferenceScore[] = [];
  for (const { stream, position } of places) {
    await breath.take();
    const tokens = streams[stream] ?? new Uint32Array();
    const seen = Array.from({ length: position }, (_, key) => key).filter((key) => key < globals || key >= position - window);
    const scores = seen.map((key) => logits[Math.min(cap, position - 1 - key)] ?? NaN);
    const most = scores.reduce((largest, score) => Math.max(largest, score), -Infinity);
    const total = scores.reduce((sum, score) => sum + Math.exp(score - most), 0);
    let right = 0;
    let entropy = 0;
    for (const [index, score] of scores.entries()) {
      const weight = Math.exp(score - most) / total;
      if (tokens[seen[index] ?? NaN] === tokens[position]) right += weight;
      if (weight > 0) entropy -= weight * Math.log(weight);
    }
    found.push({
      nll: -Math.log(0.95 * right + 0.05 / VOCABULARY),
      entropy,
      largest: scores.reduce((largest, score) => Math.max(largest, Math.abs(score)), 0),
    });
  }
  return found;
}

/** Rows of the sink heads in float64: [places, SINK_WIDTH]. */
export async function referenceSink(mode: Mode, settings: Settings, { rows, q, k, v }: SinkHeads, places: readonly Place[], breath: Breath): Promise<Float64Array> {
  const { globals, window } = shapeOf(mode, settings);
  const out = new Float64Array(places.length * SINK_WIDTH);
  for (const [index, { stream, position }] of places.entries()) {
    await breath.take();
    const at = (row: number): number => (stream * rows + row) * SINK_WIDTH;
    const seen = Array.from({ length: position + 1 }, (_, key) => key).filter((key) => key < globals || key > position - window);
    const scores = seen.map((key) => {
      let dot = 0;
      for (let c = 0; c < SINK_WIDTH; c += 1) dot += (q[at(position) + c] ?? NaN) * (k[at(key) + c] ?? NaN);
      return dot;
    });
    const most = scores.reduce((largest, score) => Math.max(largest, score), -Infinity);
    const total = scores.reduce((sum, score) => sum + Math.exp(score - most), 0);
    for (const [seenAt, key] of seen.entries()) {
      const weight = Math.exp((scores[seenAt] ?? NaN) - most) / total;
      for (let c = 0; c < SINK_WIDTH; c += 1) out[index * SINK_WIDTH + c] = (out[index * SINK_WIDTH + c] ?? NaN) + weight * (v[at(key) + c] ?? NaN);
    }
  }
  return out;
}
