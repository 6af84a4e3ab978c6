import { quantity } from '../../src/core/runs/quantity';
import type { RunResult } from '../../src/core/runs/result';
import { element, icon } from '../ui/element';
import { tableOf } from './table';
import { adapterText, METHODS } from './words';

/** How long each kernel took, on what, and measured how. */
export function timingsView({ timings, provenance }: RunResult): HTMLElement | undefined {
  if (timings.length === 0) return undefined;
  const isSoftware = provenance.engine === 'cpu' || provenance.adapter?.software === true;
  return element('section', { 'aria-labelledby': 'timings-heading', 'data-testid': 'timings' }, [
    element('h2', { id: 'timings-heading' }, ['Timings']),
    isSoftware
      ? element('p', { class: 'caution', 'data-testid': 'software-times' }, [
          icon('info'),
          provenance.engine === 'cpu'
            ? ' Times of the reference on the CPU. They say nothing about the kernels and are not comparable with hardware.'
            : ' A software adapter: its times are not comparable with hardware.',
        ])
      : undefined,
    tableOf(
      `Milliseconds on ${adapterText(provenance.adapter)}`,
      [
        { head: 'Kernel', cell: ({ name }) => name },
        { head: 'Median', isNumber: true, cell: ({ medianMs }) => quantity(medianMs) },
        { head: 'Min – max', isNumber: true, cell: ({ minMs, maxMs }) => `${quantity(minMs)} – ${quantity(maxMs)}` },
        { head: 'n', isNumber: true, cell: ({ samples }) => quantity(samples) },
        { head: 'Method', cell: ({ method }) => METHODS[method] },
      ],
      timings,
    ),
  ]);
}

/** The numbers that go into the note. */
export function metricsView({ metrics }: RunResult): HTMLElement | undefined {
  const rows = Object.values(metrics);
  return rows.length === 0
    ? undefined
    : element('section', { 'aria-labelledby': 'metrics-heading' }, [
        element('h2', { id: 'metrics-heading' }, ['Measured']),
        tableOf(
          'Numbers of this run',
          [
            { head: 'What', cell: ({ meaning }) => meaning },
            { head: 'Value', isNumber: true, cell: ({ value, unit }) => quantity(value, unit) },
          ],
          rows,
        ),
      ]);
}

/** What the run held in GPU buffers. */
export function memoryView({ memory }: RunResult): HTMLElement | undefined {
  const buffers = Object.entries(memory.buffers);
  return buffers.length === 0
    ? undefined
    : element('section', { 'aria-labelledby': 'memory-heading' }, [
        element('h2', { id: 'memory-heading' }, ['Memory']),
        tableOf(
          `GPU buffers; at most ${quantity(memory.peakBytes, 'bytes')} at the same time`,
          [
            { head: 'Buffer', cell: ([name]) => name },
            { head: 'Size', isNumber: true, cell: ([, bytes]) => quantity(bytes, 'bytes') },
          ],
          buffers,
        ),
      ]);
}
