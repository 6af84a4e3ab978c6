import { GpuError } from '../gpu/errors';
import { adapterText } from './words';
import type { GpuState, Notice, PageState } from './page-state';

/** What the page says above everything: trouble first, else how things stand with the GPU. */
export function noticeOf({ trouble, gpu }: PageState): Notice | undefined {
  return trouble ?? gpuNotice(gpu);
}

/** What went wrong with a run, in words for the reader. `isFault`: our own, and not the reader's or the GPU's. */
export function troubleOf(error: unknown): Notice & { readonly isFault: boolean } {
  if (error instanceof GpuError) {
    return {
      isFault: false,
      tone: 'error',
      title: error.kernel === undefined ? 'The run failed' : `The run failed at “${error.kernel}”`,
      text: error.message,
      advice: error.compileMessages.map(
        ({ severity, line, column, text }) => `${severity}, line ${String(line)}, column ${String(column)}: ${text}`,
      ),
    };
  }
  return {
    isFault: true,
    tone: 'error',
    title: 'Lectern ran into a fault of its own',
    text: error instanceof Error ? error.message : String(error),
    advice: ['The log has the details: run “Lectern: Show Log”.'],
  };
}

function gpuNotice(gpu: GpuState): Notice | undefined {
  switch (gpu.kind) {
    case 'opening':
      return undefined;
    case 'unavailable':
      return {
        tone: 'warning',
        title: 'CPU only — no WebGPU',
        text: `${gpu.why.reason} Run computes the reference on the CPU instead, at a small size; no kernel runs and nothing is timed on a GPU.`,
        advice: gpu.why.advice,
      };
    case 'lost':
      return {
        tone: 'error',
        title: 'The GPU device was lost',
        text: 'The graphics driver or the browser took the device away. Results on this page stay as they are.',
        advice: ['Recreate the device, then run again; choose a smaller size if it happens again.'],
      };
    case 'ready':
      return gpu.facts.software
        ? {
            tone: 'info',
            title: 'Software adapter',
            text: `${adapterText(gpu.facts)} computes on the CPU. Its checks hold as they would on a graphics card; its times are not comparable with hardware.`,
            advice: [],
          }
        : undefined;
  }
}
