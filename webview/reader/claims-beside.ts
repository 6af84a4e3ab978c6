import type { Beside } from '../../src/core/claims/beside-runs';
import type { Measured, Refusal } from '../../src/core/claims/measured';
import { quantity } from '../../src/core/runs/quantity';
import { element, type Child } from '../ui/element';
import { momentText } from './words';

export interface BesideActions {
  readonly openRun: (id: string) => void;
  readonly runDemo: (slug: string) => void;
}

const REFUSALS: Readonly<Record<Refusal, string>> = {
  'kernel-changed': 'Not shown: a kernel of the run was edited, so it is not the demo’s any more.',
  'check-failed': 'Not shown: a check of the run against the reference failed.',
  'cpu-only': 'Not shown: the run was on the CPU alone, where nothing of this is measured.',
  'software-adapter': 'Not shown: measured on a software adapter, whose times are not comparable with hardware.',
  'not-in-run': 'Not shown: the run does not hold this number.',
};

/** What is claimed, beside what was measured here; or in plain words why not. */
export function drawBeside(claimed: string, beside: Beside, actions: BesideActions): HTMLElement {
  if (beside.kind === 'left') {
    return element('p', { class: 'muted', 'data-testid': 'not-measured' }, [`Not measured here. ${beside.why}`]);
  }
  const { measured, scope, note } = beside;
  const heading = scope === 'part' ? 'A part of it, measured here' : 'Measured here';
  return element('div', { class: 'beside', 'data-testid': 'beside', 'data-state': measured.state }, [
    element('dl', {}, [
      element('div', {}, [element('dt', {}, ['Claimed']), element('dd', {}, [claimed])]),
      element('div', {}, [element('dt', {}, [heading]), element('dd', { 'data-testid': 'measured' }, measuredWords(measured, beside, actions))]),
    ]),
    element('p', { class: 'muted detail' }, [note]),
  ]);
}

function measuredWords(measured: Measured, { demo, title }: { readonly demo: string; readonly title: string }, actions: BesideActions): readonly Child[] {
  switch (measured.state) {
    case 'measured': {
      const { value, unit, spread, samples, adapter, kept, run } = measured;
      const range = spread === undefined ? 'counted, without spread' : `${quantity(spread.least)} to ${quantity(spread.most)}, n = ${samples ?? 1}`;
      return [element('strong', {}, [unit === '×' ? `${quantity(value)}×` : quantity(value, unit)]), ` (${range}) on ${adapter}, ${momentText(kept)}. `, runLink(run, 'Open the run', actions)];
    }
    case 'refused':
      return [`${REFUSALS[measured.reason]} `, runLink(measured.run, `Open the run on ${measured.adapter}`, actions)];
    case 'no-run': {
      const start = element('button', { type: 'button', class: 'link', 'data-testid': 'run-for-claim' }, [`Run ${title}`]);
      start.addEventListener('click', () => actions.runDemo(demo));
      return ['No run kept yet. ', start, ', then choose Keep run.'];
    }
  }
}

function runLink(run: string, words: string, actions: BesideActions): HTMLElement {
  const link = element('button', { type: 'button', class: 'link', title: run, 'data-testid': 'run-of-claim' }, [words]);
  link.addEventListener('click', () => actions.openRun(run));
  return link;
}
